import type { Identity, Order, OrderTimes, ServiceType } from '../../domain/orders/order.ts';
import type { Zone } from '../../domain/local-time.ts';
import type { Stage } from '../../domain/orders/stage.ts';
import * as lenient from '../lenient-json.ts';
import type { OrganizationContext } from '../order-source.ts';
import { readToldDate, requireDate } from '../told-date.ts';
import { readStatus, VENDOR } from './statuses.ts';
import { toLines } from './to-lines.ts';
import { toDiscounts, toPayments } from './to-payments.ts';
import { toAddress, toCustomer } from './to-people.ts';
import type { BizOrder } from './wire.ts';

const { minorOf, namedOf, numberOf, objectOf, textOf, uuidOf, wholeOf } = lenient;

/** An order of iiko.biz is read from the restaurant's own server, so its id is the register's. */
const POS_VENDOR = 'iiko-pos';

const SERVICE_TYPES: ReadonlyMap<string, ServiceType> = new Map<string, ServiceType>([
  ['COMMON', 'common'],
  ['DELIVERY_BY_COURIER', 'courier'],
  ['DELIVERY_BY_CLIENT', 'pickup'],
  ['DELIVERY_PICKUP', 'pickup'],
]);

/**
 * Reads one order (`iiko-api.md` 2.3). Absent, null and unknown values pass; `Unreadable` is thrown
 * for one without an identity or a date, of another organization, and for numbers too large to be
 * exact.
 * `version` is counted by whoever stores it: iiko.biz has none.
 */
export function toOrder(info: BizOrder, organization: OrganizationContext, version: number): Order {
  const id = uuidOf(info.orderId);
  if (id === null) throw new lenient.Unreadable(info.orderId ? 'bad-id' : 'no-id');
  const owner = uuidOf(info.organization) ?? uuidOf(info.restaurantId) ?? organization.id;
  if (owner !== organization.id.toLowerCase()) throw new lenient.Unreadable('unknown-organization');
  const times = toTimes(info, organization.zone);
  requireDate(times);
  const { status, stage } = readStatus(info.statusCode, info.status);
  return {
    identities: identitiesOf(id),
    organizationId: organization.id,
    version,
    status,
    stage,
    created: true,
    creationError: '',
    externalNumber: '',
    currency: organization.currency,
    ...deliveryOf(info, stage),
    ...moneyOf(info, organization.currency),
    ...originOf(info),
    ...peopleOf(info),
    times,
  };
}

const identitiesOf = (id: string): readonly [Identity, ...Identity[]] => [
  { vendor: VENDOR, id },
  { vendor: POS_VENDOR, id },
];

function deliveryOf(info: BizOrder, stage: Stage) {
  const orderType = objectOf(info.orderType);
  const service = textOf(orderType?.orderServiceType).toUpperCase();
  const duration = numberOf(info.durationInMinutes);
  const problem = objectOf(info.problem);
  const moved = uuidOf(info.movedDeliveryId);
  const cancelled = stage === 'cancelled';
  return {
    venueId: uuidOf(objectOf(info.deliveryTerminal)?.deliveryTerminalId),
    number: textOf(info.number).trim(),
    serviceType: SERVICE_TYPES.get(service) ?? 'unknown',
    orderType: namedOf(orderType),
    address: toAddress(info),
    zone: '',
    durationMinutes: duration === null ? null : wholeOf(Math.round(duration)),
    asap: false,
    comment: textOf(info.comment),
    problem: problem && problem.hasProblem !== false ? textOf(problem.problem) : null,
    cancelCause: namedOf(info.deliveryCancelCause),
    cancelComment: textOf(info.deliveryCancelComment),
    // A transfer cancels the old order and makes a new one: the one id leads either way.
    links: { movedFrom: cancelled ? null : moved, movedTo: cancelled ? moved : null, parent: null },
    deleted: false,
  };
}

function moneyOf(info: BizOrder, currency: string) {
  const discounts = toDiscounts(info.discounts, currency);
  const summed = discounts.reduce((sum, discount) => sum + discount.sumMinor, 0);
  const discountMinor = minorOf(info.discount, currency) ?? wholeOf(summed);
  return {
    sumMinor: minorOf(info.sum, currency) ?? 0,
    discountMinor,
    paidMinor: null,
    payments: toPayments(info.payments, currency),
    discounts,
    lines: toLines(info.items, discountMinor, currency),
  };
}

/** No source key exists here (`iiko-api.md` 2.3): an aggregator shows in other fields only. */
function originOf(info: BizOrder) {
  const custom = textOf(info.customData);
  return {
    marketingSource: namedOf(info.marketingSource),
    sourceKey: '',
    coupon: textOf(info.iikoCard5Coupon),
    externalData: custom === '' ? [] : [{ key: 'customData', value: custom }],
    conception: namedOf(info.conception),
  };
}

function peopleOf(info: BizOrder) {
  const operator = objectOf(info.operator);
  const courier = objectOf(info.courierInfo);
  const courierId = textOf(courier?.courierId);
  return {
    phone: textOf(info.customerPhone) || textOf(objectOf(info.customer)?.phone),
    phoneExtension: '',
    customer: toCustomer(info),
    operator: operator && namedOf({ id: operator.id, name: operator.displayName }),
    courier: courierId === '' ? null : { id: courierId, name: textOf(courier?.displayName) },
    courierService: null,
    guests: wholeOf(Math.round(numberOf(info.personsCount) ?? 0)),
  };
}

function toTimes(info: BizOrder, zone: Zone): OrderTimes {
  const local = (text: unknown) => readToldDate(text, zone);
  return {
    created: local(info.createdTime),
    confirmed: local(info.confirmTime),
    cookingStart: null,
    printed: local(info.printTime),
    cookingCompleted: null,
    packed: null,
    billPrinted: local(info.billTime),
    sent: local(info.sendTime),
    delivered: local(info.actualTime),
    closed: local(info.closeTime),
    cancelled: local(info.cancelTime),
    promised: local(info.deliveryDate),
    estimated: null,
    receivedByApi: null,
    receivedFromFront: null,
  };
}
