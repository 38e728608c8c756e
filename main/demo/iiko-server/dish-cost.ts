import { hashText, shareOf } from '../seeded.ts';

const DAY_MS = 86_400_000;
/** Acts of realisation are posted the day after next; until then the server knows no cost. */
const POSTED_MS = 2 * DAY_MS;
/** Invoices that came late move the cost once more. */
const SETTLED_MS = 5 * DAY_MS;
const FIRST_SHARE = 0.97;

/**
 * Cost of an amount of a dish in 1/10,000 roubles as the server knows it at a moment: 0 until the
 * day is posted, a little less until it is settled (`iiko-api.md` 3.3: preliminary).
 */
export function dishCostE4(
  dishId: string,
  priceMinor: number,
  amountMilli: number,
  { day, now }: Readonly<{ day: number; now: number }>,
): number {
  const age = now - day * DAY_MS;
  if (age < POSTED_MS) return 0;
  const dish = hashText(7, dishId);
  const month = Math.floor(day / 30);
  const share = 0.22 + 0.2 * shareOf(dish, 1) + 0.02 * shareOf(dish, month);
  const settled = age < SETTLED_MS ? FIRST_SHARE : 1;
  return Math.round((priceMinor * 100 * share * settled * amountMilli) / 1000);
}
