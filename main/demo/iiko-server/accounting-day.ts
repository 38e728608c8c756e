import type { ChainContext } from '../answers/chain-context.ts';
import type { OrderPlan } from '../orders/order-plan.ts';
import { dayText } from '../world/wall-text.ts';
import type { City } from '../world/world.ts';
import { olapOrderAt, type OlapOrder } from './olap-order.ts';

const DAY_MS = 86_400_000;
/** The cash shift ends at five in the morning: the night belongs to the evening before. */
const SHIFT_END_MS = 5 * 3_600_000;
const DAYS_KEPT = 3;

/** The orders of an accounting day («учётный день»), made when asked for; a few days are kept. */
export type AccountingDays = Readonly<{
  /** Orders of every city that had ended by now, in the order of the chain. */
  ordersOf(day: number): readonly OlapOrder[];
}>;

/** Opens the accounts of a chain. */
export function accountingDays(context: ChainContext): AccountingDays {
  const kept = new Map<string, readonly OlapOrder[]>();
  return {
    ordersOf(day) {
      const now = context.clock.now();
      // Nothing changes in an old day; a young one is made anew for every moment.
      const key = now - day * DAY_MS > 8 * DAY_MS ? String(day) : `${day} ${now}`;
      const known = kept.get(key);
      if (known) return known;
      const made = context.world.cities.flatMap((city) => ordersOfCity(context, city, day, now));
      kept.set(key, made);
      if (kept.size > DAYS_KEPT) kept.delete(kept.keys().next().value!);
      return made;
    },
  };
}

function ordersOfCity(context: ChainContext, city: City, day: number, now: number): OlapOrder[] {
  const startsAt = day * DAY_MS - city.offsetMs + SHIFT_END_MS;
  const inShift = ({ promisedAt }: OrderPlan): boolean =>
    promisedAt >= startsAt && promisedAt < startsAt + DAY_MS;
  const { world, book } = context;
  return [...book.ordersOfDay(city, day), ...book.ordersOfDay(city, day + 1)]
    .filter(inShift)
    .flatMap((plan) => olapOrderAt(world, plan, dayText(day), { day, now }) ?? []);
}
