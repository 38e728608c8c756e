import type { ReadableDb } from '../database.ts';
import { countGroups, groupFacts, type FactGroups } from './fact-groups.ts';
import type { PivotQuestion } from './report-pivot.ts';
import { FUNNEL_STAGES, type FigureCell } from './stage-figures.ts';

/** What the funnel's SQL says, from the columns in memory; null where they do not serve. */
export function foldFunnel(db: ReadableDb, question: PivotQuestion): FigureCell[] | null {
  const groups = groupFacts(db, question, [...FUNNEL_STAGES, 'cancelled_s']);
  if (!groups) return null;
  const before = new Float64Array(groups.table.rows);
  const stages = FUNNEL_STAGES.flatMap((stage) => {
    const values = groups.table.column(stage);
    const figures = stageFigures(groups, values, before);
    for (let row = 0; row < values.length; row += 1) {
      if (!Number.isNaN(values[row]!)) before[row] = values[row]!;
    }
    return figures;
  });
  const cancelled = groups.table.column('cancelled_s');
  const atOnce = new Float64Array(groups.table.rows);
  return cellsOf(groups, [
    countGroups(groups),
    ...stages,
    ...stageFigures(groups, cancelled, atOnce),
  ]);
}

/** Reached, measured and seconds since the stage before, by group. */
function stageFigures(
  { groupOf, keys }: FactGroups,
  values: Float64Array,
  before: Float64Array,
): Float64Array[] {
  const [reached, measured, seconds] = [0, 1, 2].map(() => new Float64Array(keys.length));
  for (let row = 0; row < groupOf.length; row += 1) {
    const group = groupOf[row]!;
    const value = values[row]!;
    if (group === -1 || Number.isNaN(value)) continue;
    reached![group]! += 1;
    if (value < before[row]!) continue;
    measured![group]! += 1;
    seconds![group]! += value - before[row]!;
  }
  return [reached!, measured!, seconds!];
}

/** What the delays' SQL says, from the columns in memory; null where they do not serve. */
export function foldDelays(db: ReadableDb, question: PivotQuestion): FigureCell[] | null {
  const groups = groupFacts(db, question, ['late_s']);
  if (!groups) return null;
  const { groupOf, keys } = groups;
  const late = groups.table.column('late_s');
  const sums = Array.from({ length: 6 }, () => new Float64Array(keys.length));
  const [delivered, lateOrders, seconds, over15, over30, deviation] = sums;
  for (let row = 0; row < groupOf.length; row += 1) {
    const group = groupOf[row]!;
    const value = late[row]!;
    if (group === -1 || Number.isNaN(value)) continue;
    delivered![group]! += 1;
    deviation![group]! += value;
    if (value <= 0) continue;
    lateOrders![group]! += 1;
    seconds![group]! += value;
    if (value > 900) over15![group]! += 1;
    if (value > 1800) over30![group]! += 1;
  }
  return cellsOf(groups, [countGroups(groups), ...sums]);
}

const cellsOf = ({ keys }: FactGroups, figures: readonly Float64Array[]): FigureCell[] =>
  keys.map((key, group) => ({
    values: key.slice(0, -2),
    statusId: key.at(-2)!,
    currency: key.at(-1)!,
    figures: figures.map((figure) => figure[group]!),
  }));
