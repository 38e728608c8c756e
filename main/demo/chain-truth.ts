import type { ChainContext } from './answers/chain-context.ts';
import type { OrderPlan } from './orders/order-plan.ts';
import { PRE_ORDER_DAYS } from './orders/order-plan.ts';
import { promisedNow, stateAt } from './orders/order-state.ts';
import { sumAt } from './orders/wire-order.ts';
import { dayNumber, localDayAt, type City } from './world/world.ts';
import { localText } from './world/wall-text.ts';

/** An order as it really is. Venue and promise are null until the order itself exists. */
export type TrueOrder = Readonly<{
  id: string;
  organizationId: string;
  venueId: string | null;
  /** Revision: UTC ms of the last change. */
  timestamp: number;
  promisedLocal: string | null;
  sumMinor: number;
  /** The delivery status, or the creation status while there is no order. */
  status: string;
}>;

/** What a test may know that a client has to find out. It reaches beyond the seven days. */
export type ChainTruth = Readonly<{
  /**
   * Orders promised for a local day (`YYYY-MM-DD`) as they were at an instant, by default now;
   * null = every venue. An order that was never created has no venue and is not among them.
   */
  ordersPromised(venueId: string | null, day: string, instant?: number): TrueOrder[];
  /** Every order of the chain that had shown a sign by the instant, as it was then. */
  ordersAsOf(instant: number): Iterable<TrueOrder>;
  /**
   * How many orders (with those not yet or never created) have shown a sign by now. Makes every
   * day anew: about 15 s for a million.
   */
  readonly orderCount: number;
  /** Organizations and venues with their zones. */
  readonly venues: readonly Readonly<{
    id: string;
    organizationId: string;
    name: string;
    zone: string;
  }>[];
}>;

function trueOrder(context: ChainContext, plan: OrderPlan, instant: number): TrueOrder | null {
  const state = stateAt(plan, instant);
  if (!state) return null;
  const known = state.creation === 'Success';
  return {
    id: plan.id,
    organizationId: plan.city.id,
    venueId: known ? plan.venue.id : null,
    timestamp: state.version,
    promisedLocal: known ? localText(plan.city, promisedNow(plan, state)) : null,
    sumMinor: known ? sumAt(context.world, plan, state) : 0,
    status: known ? state.status : state.creation,
  };
}

function* plansUntil(context: ChainContext, city: City, instant: number): Iterable<OrderPlan> {
  const last = localDayAt(city, instant) + PRE_ORDER_DAYS + 1;
  for (let day = context.book.openingDay(city); day <= last; day += 1) {
    yield* context.book.ordersOfDay(city, day);
  }
}

function* ordersAsOf(context: ChainContext, instant: number): Iterable<TrueOrder> {
  for (const city of context.world.cities) {
    for (const plan of plansUntil(context, city, instant)) {
      const order = trueOrder(context, plan, instant);
      if (order) yield order;
    }
  }
}

function countUntil(context: ChainContext, instant: number): number {
  let count = 0;
  for (const city of context.world.cities) {
    for (const plan of plansUntil(context, city, instant)) {
      if (plan.changes[0]!.at <= instant) count += 1;
    }
  }
  return count;
}

/** The truth about a chain. */
export function chainTruth(context: ChainContext): ChainTruth {
  const { world, book, clock } = context;
  return {
    ordersPromised: (venueId, day, instant = clock.now()) =>
      world.cities
        .flatMap((city) => book.ordersOfDay(city, dayNumber(day)))
        .flatMap((plan) => trueOrder(context, plan, instant) ?? [])
        .filter((order) => order.venueId !== null && (venueId ?? order.venueId) === order.venueId),
    ordersAsOf: (instant) => ordersAsOf(context, instant),
    get orderCount() {
      return countUntil(context, clock.now());
    },
    venues: world.cities.flatMap((city) =>
      city.venues.map((venue) => ({
        id: venue.id,
        organizationId: city.id,
        name: venue.facts.name,
        zone: city.facts.zone,
      })),
    ),
  };
}
