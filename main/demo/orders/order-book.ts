import { localDayAt, type City, type World } from '../world/world.ts';
import { ordersOnDay } from './day-shape.ts';
import { readOrderId, type IdKind } from './order-key.ts';
import { planOrders, PRE_ORDER_DAYS, type OrderPlan } from './order-plan.ts';

/** One city's orders promised for one local day, and when they change. */
type DayBatch = Readonly<{
  plans: readonly OrderPlan[];
  /** Moments of all changes in time order, and whose they are (places in `plans`). */
  moments: Float64Array;
  owners: Uint32Array;
}>;

/**
 * The orders of the chain. Nothing is kept but the days that were asked for last: a day is made
 * from the seed whenever it is needed.
 */
export type OrderBook = Readonly<{
  /** First local day that has orders. */
  openingDay(city: City): number;
  /** All orders promised for a local day, whenever they appear. */
  ordersOfDay(city: City, day: number): readonly OrderPlan[];
  /** Orders with a change in (after, until], each once. */
  changedBetween(city: City, after: number, until: number): OrderPlan[];
  /** The latest change in (after, until]; null when there was none. */
  latestChange(city: City, after: number, until: number): number | null;
  find(id: string, kind: IdKind): OrderPlan | null;
  /** How many days are in memory now. */
  daysHeld(): number;
}>;

const DAYS_KEPT = 60;

function makeBatch(world: World, city: City, day: number, count: number): DayBatch {
  const plans: OrderPlan[] = [];
  for (let index = 0; index < count; index += 1) {
    plans.push(...planOrders(world, city, day, index, count));
  }
  const events = plans.flatMap((plan, owner) => plan.changes.map(({ at }) => [at, owner] as const));
  events.sort((a, b) => a[0] - b[0]);
  return {
    plans,
    moments: Float64Array.from(events, ([at]) => at),
    owners: Uint32Array.from(events, ([, owner]) => owner),
  };
}

/** First place whose moment is later than `instant`. */
function placeAfter(moments: Float64Array, instant: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]! <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Days whose orders can change between the two moments. */
function daysTouched(city: City, after: number, until: number): number[] {
  const first = localDayAt(city, after) - 1;
  const last = localDayAt(city, until) + PRE_ORDER_DAYS + 1;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function changedIn(batch: DayBatch, after: number, until: number): OrderPlan[] {
  const from = placeAfter(batch.moments, after);
  const to = placeAfter(batch.moments, until);
  const owners = new Set(batch.owners.subarray(from, to));
  return Array.from(owners, (owner) => batch.plans[owner]!);
}

function latestIn(batch: DayBatch, after: number, until: number): number {
  const place = placeAfter(batch.moments, until) - 1;
  const moment = place < 0 ? 0 : batch.moments[place]!;
  return moment > after ? moment : 0;
}

/** A cache of day batches that forgets the one that was used longest ago. */
function batchCache(make: (city: City, day: number) => DayBatch) {
  const kept = new Map<number, DayBatch>();
  const batchOf = (city: City, day: number): DayBatch => {
    const key = day * 4 + city.index;
    const batch = kept.get(key) ?? make(city, day);
    kept.delete(key);
    kept.set(key, batch);
    if (kept.size > DAYS_KEPT) kept.delete(kept.keys().next().value!);
    return batch;
  };
  return { batchOf, size: () => kept.size };
}

/** Opens the book of a chain whose first orders were promised for the day of `openedAt`. */
export function orderBook(world: World, ordersPerDay: number, openedAt: number): OrderBook {
  const openingDay = (city: City): number => localDayAt(city, openedAt);
  const countOf = (city: City, day: number): number =>
    day < openingDay(city) ? 0 : ordersOnDay(city, day, ordersPerDay, world.seed);
  const cache = batchCache((city, day) => makeBatch(world, city, day, countOf(city, day)));
  const batches = (city: City, after: number, until: number): DayBatch[] =>
    daysTouched(city, after, until).map((day) => cache.batchOf(city, day));
  return {
    openingDay,
    ordersOfDay: (city, day) => cache.batchOf(city, day).plans,
    changedBetween: (city, after, until) =>
      batches(city, after, until).flatMap((batch) => changedIn(batch, after, until)),
    latestChange: (city, after, until) => {
      const latest = Math.max(
        ...batches(city, after, until).map((it) => latestIn(it, after, until)),
      );
      return latest > 0 ? latest : null;
    },
    find: (id, kind) => {
      const key = readOrderId(world.seed, id, kind);
      const city = key ? world.cities[key.city] : undefined;
      if (!key || !city) return null;
      const count = countOf(city, key.day);
      if (key.index >= count) return null;
      const plans = planOrders(world, city, key.day, key.index, count);
      return plans.find((plan) => plan.key.part === key.part) ?? null;
    },
    daysHeld: cache.size,
  };
}
