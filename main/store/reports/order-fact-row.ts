import { customerKey } from '../../domain/reports/customer-key.ts';
import { businessEpochDayOf, offsetAt, type Zone } from '../../domain/local-time.ts';
import { hash53 } from '../../domain/hash53.ts';
import type { Instant, Order, OrderTimes, Stamp } from '../../domain/orders/order.ts';
import { STAGES, type Stage } from '../../domain/orders/stage.ts';
import type { WritableDb } from '../database.ts';
import { statusId, valueId } from './report-values.ts';

/** Where and by which clock an order is counted. */
export type FactPlace = Readonly<{
  organizationId: number;
  venueId: number | null;
  zone: Zone;
  closingHour: number;
}>;

/** What an order's lines add to its fact. */
export type LineTotals = Readonly<{ cost_minor: number; lines: number; costed_lines: number }>;

/** Columns of table `order_fact` but the id and the version. */
export type FactRow = Readonly<
  ReturnType<typeof whereColumns> &
    ReturnType<typeof dateColumns> &
    ReturnType<typeof moneyColumns> &
    LineTotals &
    ReturnType<typeof nameColumns> &
    ReturnType<typeof lifeColumns>
>;

/** The fact of an order; null for one that counts nowhere or has no date at all. */
export function toFactRow(
  db: WritableDb,
  order: Order,
  place: FactPlace,
  lines: LineTotals,
): FactRow | null {
  if (!order.created || order.deleted || order.links.movedTo !== null) return null;
  const dates = saleDates(order.times);
  if (dates === null) return null;
  return {
    ...whereColumns(db, order, place),
    ...dateColumns(dates, place),
    ...moneyColumns(db, order),
    ...lines,
    ...nameColumns(db, order),
    ...lifeColumns(order, dates.created),
  };
}

const at = (stamp: Stamp | null): Instant | null => stamp?.instant ?? null;

type Dates = Readonly<{ created: Instant; promised: Instant; closed: Instant }>;

/** An order is dated under every rule, so that a change of rule moves orders and loses none. */
function saleDates(times: OrderTimes): Dates | null {
  const promised = at(times.promised);
  const created = at(times.created) ?? promised ?? at(times.closed);
  if (created === null) return null;
  const closed = at(times.closed) ?? at(times.cancelled) ?? promised ?? created;
  return { created, promised: promised ?? created, closed };
}

function whereColumns(db: WritableDb, order: Order, place: FactPlace) {
  const { system, code } = order.status;
  return {
    organization_id: place.organizationId,
    venue_id: place.venueId ?? 0,
    status_id: statusId(db, place.organizationId, system, code),
  };
}

const hourOf = (instant: Instant, zone: Zone): number =>
  Math.floor((instant + offsetAt(instant, zone)) / 3_600_000) % 24;

function dateColumns(dates: Dates, { zone, closingHour }: FactPlace) {
  return {
    created_day: businessEpochDayOf(dates.created, zone, closingHour),
    promised_day: businessEpochDayOf(dates.promised, zone, closingHour),
    closed_day: businessEpochDayOf(dates.closed, zone, closingHour),
    created_hour: hourOf(dates.created, zone),
    promised_hour: hourOf(dates.promised, zone),
    closed_hour: hourOf(dates.closed, zone),
  };
}

const moneyColumns = (db: WritableDb, order: Order) => ({
  currency: valueId(db, order.currency),
  sum_minor: order.sumMinor,
  discount_minor: order.discountMinor,
});

/** Several payments are one value of their own: an order stands in one row only. */
const paymentNames = (order: Order): string =>
  [...new Set(order.payments.map(({ type, kind }) => type.name || kind))].sort().join(' + ');

function nameColumns(db: WritableDb, order: Order) {
  return {
    advert: valueId(db, order.marketingSource?.name ?? ''),
    conception: valueId(db, order.conception?.name ?? ''),
    city: valueId(db, order.address?.city ?? ''),
    zone: valueId(db, order.zone),
    service_type: valueId(db, order.serviceType),
    order_type: valueId(db, order.orderType?.name ?? ''),
    courier: valueId(db, order.courier?.name ?? order.courierService?.name ?? ''),
    operator: valueId(db, order.operator?.name ?? ''),
    source_key: valueId(db, order.sourceKey),
    payment_type: valueId(db, paymentNames(order)),
    cancel_cause: valueId(db, order.cancelCause?.name ?? ''),
    customer_id: customerOf(order),
  };
}

/** A hash tells customers apart and names nobody. */
function customerOf(order: Order): number {
  const key = customerKey(order);
  return key === null ? 0 : hash53(key);
}

function lifeColumns(order: Order, created: Instant) {
  const { times } = order;
  const since = (stamp: Stamp | null): number | null => {
    const moment = at(stamp);
    return moment === null ? null : Math.round((moment - created) / 1000);
  };
  const taken = order.serviceType === 'pickup' ? at(times.closed) : null;
  const [handed, promised] = [at(times.delivered) ?? taken, at(times.promised)];
  return {
    stage: STAGES.indexOf(order.stage),
    cancel_stage: order.stage === 'cancelled' ? STAGES.indexOf(lastStage(times)) : -1,
    created_s: Math.floor(created / 1000),
    confirmed_s: since(times.confirmed),
    cooking_s: since(times.printed),
    cooked_s: since(times.cookingCompleted),
    sent_s: since(times.sent),
    delivered_s: since(times.delivered),
    closed_s: since(times.closed),
    cancelled_s: since(times.cancelled),
    late_s: handed === null || promised === null ? null : Math.round((handed - promised) / 1000),
  };
}

/** The last stage an order had reached when it was cancelled, as far as its times tell. */
function lastStage(times: OrderTimes): Stage {
  if (at(times.delivered) !== null) return 'delivered';
  if (at(times.sent) !== null) return 'on-way';
  if (at(times.cookingCompleted) !== null) return 'cooked';
  if (at(times.printed) !== null) return 'cooking';
  return at(times.confirmed) === null ? 'unconfirmed' : 'new';
}
