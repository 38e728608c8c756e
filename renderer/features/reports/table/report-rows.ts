import type { ReportCell, ReportRow } from '../../../../main/contract/reports.ts';

/** A row as it is shown: where it stands in the tree, and whether it can be unfolded. */
export type ShownRow = Readonly<{
  key: string;
  /** From 1. */
  level: number;
  row: ReportRow;
  children: number;
  open: boolean;
}>;

/** By which column the rows stand; null: as they came. */
export type RowSort = Readonly<{ column: number; descending: boolean }> | null;

type Node = { key: string; row: ReportRow; children: Node[] };

const NO_ROW: ReportRow = { path: [], cells: [], compared: null };

/** Names a row among all: its keys from the outermost in. */
export const rowKey = (row: ReportRow): string => JSON.stringify(row.path.map(({ key }) => key));

/** Children go under the row whose path they continue; one that has no figures is made for them. */
function treeOf(rows: readonly ReportRow[]): Node[] {
  const root: Node = { key: '', row: NO_ROW, children: [] };
  const known = new Map<string, Node>([['[]', root]]);
  const parentOf = (path: ReportRow['path']): Node => {
    const row: ReportRow = { ...NO_ROW, path };
    const key = rowKey(row);
    const found = known.get(key);
    if (found) return found;
    const made: Node = { key, row, children: [] };
    known.set(key, made);
    parentOf(path.slice(0, -1)).children.push(made);
    return made;
  };
  for (const row of rows) {
    const node: Node = { key: rowKey(row), row, children: [] };
    parentOf(row.path.slice(0, -1)).children.push(node);
    known.set(node.key, node);
  }
  return root.children;
}

function compare(left: ReportCell, right: ReportCell): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right), 'ru');
}

/** What is not known stands last either way. */
function sorted(nodes: readonly Node[], sort: RowSort): readonly Node[] {
  if (!sort) return nodes;
  const { column, descending } = sort;
  const at = (node: Node): ReportCell =>
    column < 0 ? (node.row.path.at(-1)?.label ?? '') : (node.row.cells[column] ?? null);
  return nodes.toSorted((one, other) => {
    const [left, right] = [at(one), at(other)];
    if (left === null || right === null) return compare(right, left);
    return descending ? compare(right, left) : compare(left, right);
  });
}

/** The rows to show, in order: those whose parents are all unfolded. */
export function shownRows(
  rows: readonly ReportRow[],
  unfolded: ReadonlySet<string>,
  sort: RowSort,
): ShownRow[] {
  const shown: ShownRow[] = [];
  const add = (nodes: readonly Node[], level: number): void => {
    for (const { key, row, children } of sorted(nodes, sort)) {
      const open = children.length > 0 && unfolded.has(key);
      shown.push({ key, level, row, children: children.length, open });
      if (open) add(children, level + 1);
    }
  };
  add(treeOf(rows), 1);
  return shown;
}
