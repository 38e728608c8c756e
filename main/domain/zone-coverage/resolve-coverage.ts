import { isOfZone, type EffectiveRow, type NamedZone } from './effective-row.ts';
import { isOpenAt, minutesUntilOpen } from './week.ts';

/** What would happen to an order, as iiko's check of restrictions would see it (`iiko-local.md` 2.1). */
export type Coverage =
  | Readonly<{ type: 'outside' }>
  | Readonly<{ type: 'no-terminal' }>
  /** `day`: none of the terminals works on this weekday at all. `opensIn`: minutes; null: never. */
  | Readonly<{ type: 'closed'; why: 'day' | 'time'; opensIn: number | null; row: EffectiveRow }>
  | Readonly<{ type: 'below-minimum'; row: EffectiveRow }>
  | Readonly<{ type: 'served'; row: EffectiveRow; others: readonly EffectiveRow[] }>;

/** The reject code that iiko Cloud would give (`iiko-api.md` 1.9); null for a served order. */
export const REJECT_CODES: Readonly<Record<Coverage['type'], string | null>> = {
  outside: 'OutOfTerminalZone',
  'no-terminal': 'OutOfTerminalZone',
  closed: 'DeliveryTimeIsUnacceptable',
  'below-minimum': 'SumIsLessThenMinimum',
  served: null,
};

/** The question: the zone found on the map (null: none), the local minute of the week, the sum if known. */
export type CoverageQuestion = Readonly<{
  zone: NamedZone | null;
  minute: number;
  sumMinor: number | null;
}>;

/** Tries the rows of the zone one after another and says which serves, or why none does. */
export function resolveCoverage(
  rows: readonly EffectiveRow[],
  { zone, minute, sumMinor }: CoverageQuestion,
): Coverage {
  if (zone === null) return { type: 'outside' };
  const own = rows.filter((row) => isOfZone(row, zone));
  if (own.length === 0) return { type: 'no-terminal' };
  const open = own.filter((row) => isOpenAt(row, minute));
  const [first] = open;
  if (!first) return closed(own, minute);
  const [row, ...others] = open.filter((one) => takesSum(one, sumMinor));
  return row ? { type: 'served', row, others } : { type: 'below-minimum', row: first };
}

/** Whether an order's sum reaches the row's minimum; one that is not known yet does. */
const takesSum = ({ minSumMinor }: EffectiveRow, sumMinor: number | null): boolean =>
  sumMinor === null || minSumMinor.value === null || sumMinor >= minSumMinor.value;

function closed(own: readonly EffectiveRow[], minute: number): Coverage {
  const waits = own.map((row) => ({ row, wait: minutesUntilOpen(row, minute) }));
  const soonest = waits.reduce((best, one) =>
    (one.wait ?? Infinity) < (best.wait ?? Infinity) ? one : best,
  );
  const today = own.some(
    ({ weekdays }) => (weekdays.value & (1 << Math.floor(minute / 1440))) !== 0,
  );
  return {
    type: 'closed',
    why: today ? 'time' : 'day',
    opensIn: soonest.wait,
    row: soonest.row,
  };
}
