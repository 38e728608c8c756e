import type { Identity, Order, OrderLinks, ServiceType, Stamp } from '../../domain/orders/order.ts';
import { NO_TIMES } from '../../domain/orders/untold.ts';
import type { OrganizationContext } from '../order-source.ts';
import * as lenient from '../lenient-json.ts';
import { readStatus, VENDOR } from './statuses.ts';
import { toAddress } from './to-address.ts';
import { toCustomer } from './to-customer.ts';
import { toLines } from './to-lines.ts';
import { toDiscounts, toPayments } from './to-payments.ts';
import { toTimes } from './to-times.ts';
import type { WireOrder, WireOrderInfo } from './wire.ts';

const { minorOf, namedOf, numberOf, objectOf, objectsOf, textOf, uuidOf, wholeOf } = lenient;

/** The vendor under which the cash register's own id of an order is an identity. */
export const POS_VENDOR = 'iiko-pos';

const SERVICE_TYPES: ReadonlyMap<unknown, ServiceType> = new Map<unknown, ServiceType>([
  ['Common', 'common'],
  ['DeliveryByCourier', 'courier'],
  ['DeliveryByClient', 'pickup'],
  ['DeliveryPickUp', 'pickup'],
]);

/**
 * Reads one order (`iiko-api.md` 1.4). Absent, null and unknown values pass; `Unreadable` is thrown
 * for an order without identity, version or body, and for numbers too large to be kept exactly.
 */
export function toOrder(info: WireOrderInfo, organization: OrganizationContext): Order {
  const id = uuidOf(info.id);
  if (id === null) throw new lenient.Unreadable(info.id ? 'bad-id' : 'no-id');
  const version = info.timestamp;
  if (!Number.isSafeInteger(version) || version < 0) throw new lenient.Unreadable('bad-timestamp');
  const body = objectOf(info.order);
  const creation = textOf(info.creationStatus) || 'Success';
  if (!body && creation === 'Success') throw new lenient.Unreadable('no-order');
  const status = typeof body?.status === 'string' ? body.status : body ? '' : creation;
  return {
    identities: identitiesOf(id, uuidOf(info.posId)),
    organizationId: organization.id,
    version,
    ...readStatus(status),
    created: creation === 'Success',
    creationError: creation === 'Success' ? '' : creationError(info),
    externalNumber: textOf(info.externalNumber),
    currency: organization.currency,
    ...deliveryOf(body ?? NO_BODY),
    ...(creation === 'Error' ? { problem: creationError(info) } : {}),
    ...moneyOf(body ?? NO_BODY, organization.currency),
    ...originOf(body ?? NO_BODY),
    ...peopleOf(body ?? NO_BODY),
    times: body ? toTimes(body, organization.zone) : { ...NO_TIMES, created: changedAt(version) },
    lines: toLines(body?.items, organization.currency),
  };
}

/** A version is the millisecond of the change (`iiko-api.md` 1.3): all that is told of an order without a body. */
function changedAt(version: number): Stamp | null {
  if (version < EARLIEST_CHANGE) return null;
  return { text: String(version), instant: version, certainty: 'exact' };
}

/** In 2001; a version below it is no moment. */
const EARLIEST_CHANGE = 1_000_000_000_000;

/** What an order is read from while the vendor has not accepted it. */
const NO_BODY: WireOrder = { number: 0, status: '' };

function identitiesOf(id: string, posId: string | null): readonly [Identity, ...Identity[]] {
  const own = { vendor: VENDOR, id };
  return posId === null ? [own] : [own, { vendor: POS_VENDOR, id: posId }];
}

function creationError(info: WireOrderInfo): string {
  const error = objectOf(info.errorInfo);
  if (!error) return '';
  const words = [error.code, error.message || error.description, error.errorReason];
  return words
    .map((word) => textOf(word).replace(/\.$/, ''))
    .filter(Boolean)
    .join(': ');
}

function deliveryOf(order: WireOrder) {
  const orderType = objectOf(order.orderType);
  const duration = numberOf(order.deliveryDuration);
  const problem = objectOf(order.problem);
  return {
    venueId: uuidOf(order.terminalGroupId),
    number: order === NO_BODY ? '' : textOf(order.number),
    serviceType: SERVICE_TYPES.get(orderType?.orderServiceType) ?? 'unknown',
    orderType: namedOf(orderType),
    address: toAddress(order.deliveryPoint),
    zone: textOf(order.deliveryZone),
    durationMinutes: duration === null ? null : wholeOf(Math.round(duration)),
    asap: order.isAsap === true,
    comment: textOf(order.comment),
    problem: problem && problem.hasProblem !== false ? textOf(problem.description) : null,
    cancelCause: namedOf(objectOf(order.cancelInfo)?.cause),
    cancelComment: textOf(objectOf(order.cancelInfo)?.comment),
    links: linksOf(order),
    deleted: order.isDeleted === true,
  };
}

function linksOf(order: WireOrder): OrderLinks {
  return {
    movedFrom: uuidOf(order.movedFromDeliveryId),
    movedTo: uuidOf(order.movedToDeliveryId),
    parent: uuidOf(order.parentDeliveryId),
  };
}

function moneyOf(order: WireOrder, currency: string) {
  const discounts = toDiscounts(order.discounts, currency);
  return {
    sumMinor: minorOf(order.sum, currency) ?? 0,
    discountMinor: wholeOf(discounts.reduce((sum, discount) => sum + discount.sumMinor, 0)),
    paidMinor: minorOf(order.processedPaymentsSum, currency),
    payments: toPayments(order.payments, currency),
    discounts,
  };
}

function originOf(order: WireOrder) {
  const external = objectsOf(order.externalData);
  return {
    marketingSource: namedOf(order.marketingSource),
    sourceKey: textOf(order.sourceKey),
    coupon: textOf(objectOf(order.loyaltyInfo)?.coupon),
    externalData: external.map(({ key, value }) => ({ key: textOf(key), value: textOf(value) })),
    conception: namedOf(order.conception),
  };
}

function peopleOf(order: WireOrder) {
  const guests = numberOf(objectOf(order.guestsInfo)?.count);
  return {
    phone: textOf(order.phone),
    phoneExtension: textOf(order.phoneExtension),
    customer: toCustomer(order.customer),
    operator: namedOf(order.operator),
    courier: namedOf(objectOf(order.courierInfo)?.courier),
    courierService: namedOf(order.externalCourierService),
    guests: wholeOf(Math.round(guests ?? 0)),
  };
}
