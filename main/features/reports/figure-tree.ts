import type {
  Dimension,
  DimensionValue,
  ReportCell,
  ReportRow,
  ReportSection,
} from '../../contract/reports.ts';
import type { PivotQuestion } from '../../store/reports/report-pivot.ts';
import type { FigureCell } from '../../store/reports/report-stage-sums.ts';
import { onlyOf } from './gather-sums.ts';
import { openPaths } from './paths.ts';
import type { ReportScope } from './report-scope.ts';
import type { Side } from './sum-tree.ts';
import { inOrder } from './value-order.ts';

type Node = {
  readonly value: DimensionValue | null;
  readonly now: number[];
  readonly before: number[];
  readonly children: Map<string, Node>;
};

const newNode = (value: DimensionValue | null): Node => ({
  value,
  now: [],
  before: [],
  children: new Map(),
});

/** Reads figures of a side, grouped by the question's columns. */
export type ReadFigures = (question: PivotQuestion) => readonly FigureCell[];

/** A path's summed figures of both periods. */
export type FigureRow = Readonly<{
  path: readonly DimensionValue[];
  now: readonly number[];
  before: readonly number[] | null;
}>;

/** Figures that add up, as rows of every depth by currency; the total's path is empty. */
export type FigureSection = Readonly<{
  currency: string;
  rows: readonly FigureRow[];
  total: FigureRow;
}>;

/** Sums figures along the dimensions; `weight` (a figure's place) decides the order of rows. */
export function gatherFigures(
  scope: ReportScope,
  by: readonly Dimension[],
  read: ReadFigures,
  weight = 0,
): FigureSection[] {
  const roots = new Map<string, Node>();
  for (const side of ['now', 'before'] as const) {
    const facts = side === 'now' ? scope.facts : scope.before;
    if (facts === null) continue;
    const paths = openPaths(scope, { by, across: null, measures: [] }, side);
    const { columns } = paths;
    const cells = read({ scope: facts, model: scope.model, only: onlyOf(scope, side), columns });
    for (const cell of cells) {
      const currency = scope.names.currencyOf(cell.currency);
      const root = roots.get(currency) ?? newNode(null);
      roots.set(currency, root);
      addAlong(root, paths.of(cell.values, cell.statusId).path, side, cell.figures);
    }
  }
  return [...roots]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, root]) => sectionOf(scope, currency, root, weight));
}

function addAlong(
  root: Node,
  path: readonly DimensionValue[],
  side: Side,
  figures: readonly number[],
): void {
  let node = root;
  addTo(node[side], figures);
  for (const value of path) {
    const child = node.children.get(value.key) ?? newNode(value);
    node.children.set(value.key, child);
    node = child;
    addTo(node[side], figures);
  }
}

const addTo = (sums: number[], figures: readonly number[]): void =>
  figures.forEach((figure, place) => {
    sums[place] = (sums[place] ?? 0) + figure;
  });

function sectionOf(
  scope: ReportScope,
  currency: string,
  root: Node,
  weight: number,
): FigureSection {
  const rows: FigureRow[] = [];
  const rowOf = (node: Node, path: readonly DimensionValue[]): FigureRow => ({
    path,
    now: node.now,
    before: scope.before ? node.before : null,
  });
  const visit = (node: Node, above: readonly DimensionValue[]): void => {
    const children = [...node.children.values()]
      .map((child) => ({ child, value: child.value!, weight: child.now[weight] ?? 0 }))
      .sort(inOrder);
    for (const { child, value } of children) {
      const path = [...above, value];
      rows.push(rowOf(child, path));
      visit(child, path);
    }
  };
  visit(root, []);
  return { currency, rows, total: rowOf(root, []) };
}

/** Turns rows of figures into rows of cells. */
export function figureSections(
  sections: readonly FigureSection[],
  cellsOf: (figures: readonly number[]) => ReportCell[],
): ReportSection[] {
  const rowOf = ({ path, now, before }: FigureRow): ReportRow => ({
    path,
    cells: cellsOf(now),
    compared: before && cellsOf(before),
  });
  return sections.map(({ currency, rows, total }) => ({
    currency,
    rows: rows.map(rowOf),
    total: rowOf(total),
  }));
}
