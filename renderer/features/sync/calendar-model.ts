import type { Completeness } from '../../../main/contract/sync.ts';
import { addDays, type Day } from '../../../main/domain/local-time.ts';

/** One venue's row of the calendar; a day nobody stated anything about is null. */
export type CalendarRow = Readonly<{
  venueId: number;
  venue: string;
  cells: readonly (Completeness | null)[];
}>;

/** Days from the first to the last, oldest first. */
export const daysUpTo = (to: Day, span: number): readonly Day[] =>
  Array.from({ length: span }, (_, index) => addDays(to, index - span + 1));

/** Venues by name, each with a cell for every day. */
export function calendarRows(
  entries: readonly Completeness[],
  days: readonly Day[],
): readonly CalendarRow[] {
  const venues = new Map<number, Readonly<{ venue: string; byDay: Map<Day, Completeness> }>>();
  for (const entry of entries) {
    const known = venues.get(entry.venueId) ?? { venue: entry.venue, byDay: new Map() };
    known.byDay.set(entry.day, entry);
    venues.set(entry.venueId, known);
  }
  return [...venues]
    .map(([venueId, { venue, byDay }]) => ({
      venueId,
      venue,
      cells: days.map((day) => byDay.get(day) ?? null),
    }))
    .toSorted((left, right) => left.venue.localeCompare(right.venue, 'ru'));
}

/** Where the focus goes from a cell; null when the key does not move it. */
export function moved(
  at: Readonly<{ row: number; column: number }>,
  key: string,
  size: Readonly<{ rows: number; columns: number }>,
): Readonly<{ row: number; column: number }> | null {
  const { row, column } = at;
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most - 1, value));
  switch (key) {
    case 'ArrowLeft':
      return { row, column: clamp(column - 1, size.columns) };
    case 'ArrowRight':
      return { row, column: clamp(column + 1, size.columns) };
    case 'ArrowUp':
      return { row: clamp(row - 1, size.rows), column };
    case 'ArrowDown':
      return { row: clamp(row + 1, size.rows), column };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: size.columns - 1 };
    default:
      return null;
  }
}
