import { isOfZone, type EffectiveRow, type NamedZone } from './effective-row.ts';
import { weekSegments } from './week-segments.ts';
import { WEEK_MINUTES } from './week.ts';

/** What comes of an order where no row serves it. */
export const OUTSIDE = -1;
/** The zone is known, no terminal serves it. */
export const NO_TERMINAL = -2;
/** Whoever serves the zone is closed at that minute. */
export const CLOSED = -3;
/** Open, but the order is worth less than the least sum. */
export const BELOW_MINIMUM = -4;

/** Answers which row serves, by number, or one of the codes above. */
export type CompiledCoverage = Readonly<{
  rows: readonly EffectiveRow[];
  /** `zone`: its number in the map, −1 for none; `minute` of the week; `sumMinor` of the order. */
  rowFor(zone: number, minute: number, sumMinor: number): number;
}>;

/** Rows that are open together, in the order in which they are tried, with their minimum sums. */
type Choice = Readonly<{ rows: Int32Array; minimums: Float64Array }>;

/** For each zone the number of the choice that holds in each minute of the week; null: no row names it. */
type ZoneWeek = Uint16Array | null;

/**
 * Answers the same as `resolveCoverage`, for a million orders: each zone's week is written out
 * minute by minute, so that an answer is two look-ups.
 */
export function compileCoverage(
  zones: readonly NamedZone[],
  rows: readonly EffectiveRow[],
): CompiledCoverage {
  const choices: Choice[] = [];
  const known = new Map<string, number>();
  const weeks = zones.map((zone) => writeWeek(rowsOf(rows, zone), rows, choices, known));
  const rowFor = (zone: number, minute: number, sumMinor: number): number => {
    const week = weeks[zone];
    if (week === undefined) return OUTSIDE;
    if (week === null) return NO_TERMINAL;
    const choice = choices[week[minute]!]!;
    const { rows: open, minimums } = choice;
    for (let place = 0; place < open.length; place += 1) {
      if (sumMinor >= minimums[place]!) return open[place]!;
    }
    return open.length === 0 ? CLOSED : BELOW_MINIMUM;
  };
  return { rows, rowFor };
}

/** Numbers of the rows that speak of a zone. */
const rowsOf = (rows: readonly EffectiveRow[], zone: NamedZone): number[] =>
  rows.flatMap((row, number) => (isOfZone(row, zone) ? [number] : []));

function writeWeek(
  own: readonly number[],
  rows: readonly EffectiveRow[],
  choices: Choice[],
  known: Map<string, number>,
): ZoneWeek {
  if (own.length === 0) return null;
  const week = new Uint16Array(WEEK_MINUTES);
  const numbers = new Map(own.map((number) => [rows[number]!, number]));
  for (const { from, to, open } of weekSegments([...numbers.keys()])) {
    const now = open.map((row) => numbers.get(row)!);
    week.fill(choiceOf(now, rows, choices, known), from, to);
  }
  return week;
}

function choiceOf(
  now: readonly number[],
  rows: readonly EffectiveRow[],
  choices: Choice[],
  known: Map<string, number>,
): number {
  const key = now.join(' ');
  const found = known.get(key);
  if (found !== undefined) return found;
  known.set(key, choices.length);
  const minimums = now.map((number) => rows[number]!.minSumMinor.value ?? -Infinity);
  choices.push({ rows: Int32Array.from(now), minimums: Float64Array.from(minimums) });
  return choices.length - 1;
}
