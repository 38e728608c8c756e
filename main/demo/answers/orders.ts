import type { WireOrderInfo } from '../../sources/iiko-cloud/wire.ts';
import type { OrderPlan } from '../orders/order-plan.ts';
import { promisedNow, stateAt } from '../orders/order-state.ts';
import { courierOf, partyOf } from '../orders/wire-people.ts';
import { orderInfoAt, sourceKeyOf } from '../orders/wire-order.ts';
import { localDayAt, type City } from '../world/world.ts';
import { citiesOf, type Body, type ChainContext } from './chain-context.ts';
import { readText, readTexts, readUuids, readWall, readWhole, Refusal } from './exchange.ts';

/** An order in an answer, with the plan it comes from so that faults can show older states. */
export type Shown = { plan: OrderPlan; info: WireOrderInfo };
/** An answer that carries orders, before it is written. */
export type OrderPage = {
  by: 'window' | 'revision' | 'id' | 'phone';
  maxRevision: number | null;
  groups: { organizationId: string; orders: Shown[] }[];
};

const DAY_MS = 86_400_000;
/** How long orders are kept after their promised time. */
export const HISTORY_MS = 7 * DAY_MS;
/** How far behind a revision may be. */
export const REVISION_LAG_MS = 3 * 3_600_000;
const PHONE_HISTORY_MS = 90 * DAY_MS;
const MAX_IDS = 200;

type Window = Readonly<{ from: number; to: number }>;

/** Orders of the city with a promised moment in the window, as they are now. */
function promisedIn(context: ChainContext, city: City, { from, to }: Window): OrderPlan[] {
  const now = context.clock.now();
  const last = localDayAt(city, to);
  const found: OrderPlan[] = [];
  for (let day = localDayAt(city, from); day <= last; day += 1) {
    for (const plan of context.book.ordersOfDay(city, day)) {
      const state = stateAt(plan, now);
      const promised = state && promisedNow(plan, state);
      if (promised !== null && promised >= from && promised <= to) found.push(plan);
    }
  }
  return found;
}

function show(context: ChainContext, plans: readonly OrderPlan[]): Shown[] {
  const now = context.clock.now();
  return plans.flatMap((plan) => {
    const info = orderInfoAt(context.world, plan, now);
    return info ? [{ plan, info }] : [];
  });
}

/**
 * The revision an answer is true up to: the server counts for many chains, so it moves even when
 * this one sleeps, and never beyond its own clock.
 */
function maxRevision(context: ChainContext, cities: readonly City[]): number {
  const now = context.clock.now();
  const tick = now - (now % 1000);
  const latest = cities.map((city) => context.book.latestChange(city, tick, now) ?? tick);
  return Math.max(tick, ...latest);
}

type Filter = (plan: OrderPlan) => boolean;

function sourceFilter(body: Body): Filter {
  const keys = readTexts(body, 'sourceKeys');
  if (!keys || keys.length === 0) return () => true;
  return (plan) => keys.includes(sourceKeyOf(plan) ?? '');
}

function statusFilter(context: ChainContext, body: Body): Filter {
  const statuses = readTexts(body, 'statuses');
  if (!statuses || statuses.length === 0) return () => true;
  const now = context.clock.now();
  return (plan) => {
    const state = stateAt(plan, now);
    return state?.creation === 'Success' && statuses.includes(state.status);
  };
}

function courierFilter(context: ChainContext, body: Body): Filter {
  const ids = readUuids(body, 'courierIds');
  if (!ids || ids.length === 0) return () => true;
  const now = context.clock.now();
  return (plan) => ids.includes(courierOf(plan, stateAt(plan, now)?.courier ?? 0)?.id ?? '');
}

function readWindow(city: City, body: Body, keptFrom: number): Window {
  const wallFrom = readWall(body, 'deliveryDateFrom');
  const wallTo = readWall(body, 'deliveryDateTo');
  const from = wallFrom === null ? keptFrom : Math.max(wallFrom - city.offsetMs, keptFrom);
  const to = wallTo === null ? keptFrom + HISTORY_MS + 61 * DAY_MS : wallTo - city.offsetMs;
  return { from, to };
}

function refuseWide(body: Body): void {
  const from = readWall(body, 'deliveryDateFrom');
  if (from === null) throw new Refusal(400, "Field 'deliveryDateFrom' is required.");
  const to = readWall(body, 'deliveryDateTo');
  if (to === null || to - from > DAY_MS) tooMany();
}

function tooMany(): never {
  throw new Refusal(422, 'Too many data requested', 'TOO_MANY_DATA_REQUESTED');
}

/** `by_delivery_date_and_status`: at most a day and so many orders, else 422. */
export function ordersByWindow(context: ChainContext, body: Body): OrderPage {
  const cities = citiesOf(context, body, true);
  refuseWide(body);
  const keptFrom = context.clock.now() - HISTORY_MS;
  const filters = [sourceFilter(body), statusFilter(context, body), courierFilter(context, body)];
  const found = cities.map((city) =>
    promisedIn(context, city, readWindow(city, body, keptFrom)).filter((plan) =>
      filters.every((passes) => passes(plan)),
    ),
  );
  const total = found.reduce((sum, plans) => sum + plans.length, 0);
  if (total > context.maxOrdersPerAnswer) tooMany();
  const groups = cities.map((city, place) => ({
    organizationId: city.id,
    orders: show(context, found[place]!),
  }));
  return { by: 'window', maxRevision: maxRevision(context, cities), groups };
}

/** `by_revision`: whole current orders changed after the revision, oldest change first. */
export function ordersByRevision(context: ChainContext, body: Body): OrderPage {
  const start = readWhole(body, 'startRevision');
  if (start === null) throw new Refusal(400, "Field 'startRevision' is required.");
  const cities = citiesOf(context, body, true);
  const now = context.clock.now();
  if (now - start > REVISION_LAG_MS) throw new Refusal(400, 'Passed revision is too old.');
  const passes = sourceFilter(body);
  const groups = cities.map((city) => {
    const changed = start >= now ? [] : context.book.changedBetween(city, start, now);
    const orders = show(context, changed.filter(passes));
    orders.sort((a, b) => a.info.timestamp - b.info.timestamp);
    return { organizationId: city.id, orders };
  });
  return { by: 'revision', maxRevision: maxRevision(context, cities), groups };
}

function readIds(body: Body): [string[], 'cloud' | 'pos'] {
  const cloud = readUuids(body, 'orderIds');
  const pos = readUuids(body, 'posOrderIds');
  const ids = cloud ?? pos;
  if (ids === null || (cloud && pos)) {
    throw new Refusal(400, "Exactly one of 'orderIds' and 'posOrderIds' is required.");
  }
  if (ids.length > MAX_IDS) throw new Refusal(400, `At most ${MAX_IDS} ids are allowed.`);
  return [ids, cloud ? 'cloud' : 'pos'];
}

/** `by_id`: what is older than seven days is simply absent. */
export function ordersById(context: ChainContext, body: Body): OrderPage {
  const organizationId = readText(body, 'organizationId');
  const [ids, kind] = readIds(body);
  const keptFrom = context.clock.now() - HISTORY_MS;
  const passes = sourceFilter(body);
  const plans = [...new Set(ids)].flatMap((id) => context.book.find(id, kind) ?? []);
  const shown = context.world.cities.some(({ id }) => id === organizationId);
  const own = plans.filter((plan) => shown && plan.city.id === organizationId && passes(plan));
  const orders = show(
    context,
    own.filter((plan) => plan.promisedAt >= keptFrom),
  );
  const keys = readTexts(body, 'returnExternalDataKeys');
  for (const { info } of orders) {
    if (keys && info.order?.externalData) {
      info.order.externalData = info.order.externalData.filter(({ key }) => keys.includes(key));
    }
  }
  return { by: 'id', maxRevision: null, groups: [{ organizationId, orders }] };
}

function byPhone(context: ChainContext, body: Body, keptMs: number, rows: number): OrderPage {
  const phone = readText(body, 'phone').replaceAll(/\D/g, '');
  const cities = citiesOf(context, body, true);
  const keptFrom = context.clock.now() - keptMs;
  const passes = sourceFilter(body);
  let left = rows;
  const groups = cities.map((city) => {
    const all = promisedIn(context, city, readWindow(city, body, keptFrom));
    const own = all.filter((plan) => passes(plan) && partyOf(plan).phone.slice(1) === phone);
    const orders = show(context, own.slice(0, left));
    left -= orders.length;
    return { organizationId: city.id, orders };
  });
  return { by: 'phone', maxRevision: maxRevision(context, cities), groups };
}

/** `by_delivery_date_and_phone`: the last seven days of one phone. */
export function ordersByPhone(context: ChainContext, body: Body): OrderPage {
  return byPhone(context, body, HISTORY_MS, readWhole(body, 'rowsCount') ?? 10_000);
}

/** `history/by_delivery_date_and_phone`: 90 days of one phone, at most 200 rows. */
export function phoneHistory(context: ChainContext, body: Body): OrderPage {
  const rows = readWhole(body, 'rowsCount');
  if (rows === null || rows > 200) throw new Refusal(400, "Field 'rowsCount' must be up to 200.");
  return byPhone(context, body, PHONE_HISTORY_MS, rows);
}
