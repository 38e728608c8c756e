import type { EffectiveRow } from './effective-row.ts';
import { isOpenAt, WEEK_MINUTES, weekSpans } from './week.ts';

/** A stretch of the week in which the same rows are open, in the order given. */
export type WeekSegment = Readonly<{ from: number; to: number; open: readonly EffectiveRow[] }>;

/** Cuts the week wherever one of the rows opens or closes; the segments cover it without gaps. */
export function weekSegments(rows: readonly EffectiveRow[]): readonly WeekSegment[] {
  const cuts = new Set([0]);
  for (const { from, to } of rows.flatMap(weekSpans)) {
    cuts.add(from % WEEK_MINUTES);
    cuts.add(to % WEEK_MINUTES);
  }
  const starts = [...cuts].toSorted((one, other) => one - other);
  return starts.map((from, place) => ({
    from,
    to: starts[place + 1] ?? WEEK_MINUTES,
    open: rows.filter((row) => isOpenAt(row, from)),
  }));
}
