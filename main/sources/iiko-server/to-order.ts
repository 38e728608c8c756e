import type { Zone } from '../../domain/local-time.ts';
import type { Currency } from '../../domain/money.ts';
import type { Named, Order, OrderTimes, ServiceType } from '../../domain/orders/order.ts';
import { EMPTY_ADDRESS, NOBODY, NO_TIMES } from '../../domain/orders/untold.ts';
import { minorOf, textOf, Unreadable, uuidOf, wholeOf } from '../lenient-json.ts';
import type { OrganizationContext } from '../order-source.ts';
import { readToldDate, requireDate } from '../told-date.ts';
import { isCancelled } from './gather-orders.ts';
import { GROSS, NET } from './olap-parts.ts';
import { readStatus, VENDOR } from './statuses.ts';
import { toCosts, toLines, toPayments } from './to-lines.ts';
import type { WireOlapRow, WireServerOrder } from './wire.ts';

/** The vendor under which the register's own id of an order is an identity; Cloud calls it posId. */
const POS_VENDOR = 'iiko-pos';

const SERVICE_TYPES: ReadonlyMap<string, ServiceType> = new Map([
  ['COURIER', 'courier'],
  ['PICKUP', 'pickup'],
]);

/**
 * Reads one order that was put together from narrow reports (`iiko-api.md` 3.3). `Unreadable` is
 * thrown for one without a date, and for money that is no number or too large to be kept exactly.
 */
export function toOrder(wire: WireServerOrder, organization: OrganizationContext): Order {
  const id = uuidOf(wire.id);
  if (id === null) throw new Unreadable('bad-id');
  const { order } = wire;
  const cancelled = isCancelled(order);
  const times = toTimes(order, cancelled, organization.zone);
  requireDate(times);
  const lines = toLines(wire.lines, organization.currency);
  return {
    identities: [
      { vendor: VENDOR, id },
      { vendor: POS_VENDOR, id },
    ],
    organizationId: organization.id,
    venueId: uuidOf(order['Department.Id']),
    // The server counts no versions: a later reading is a newer one.
    version: 0,
    ...readStatus(statusOf(times, cancelled)),
    created: true,
    creationError: '',
    ...moneyOf(wire, lines, cancelled, organization.currency),
    ...originOf(order),
    ...placeOf(order),
    ...peopleOf(order),
    ...NOT_TOLD,
    times,
    lines,
    costs: toCosts(wire, organization.currency),
  };
}

/** What OLAP tells nothing of. */
const NOT_TOLD = {
  durationMinutes: null,
  asap: false,
  coupon: '',
  externalData: [],
  courierService: null,
  phoneExtension: '',
  guests: 0,
  comment: '',
  problem: null,
  links: { movedFrom: null, movedTo: null, parent: null },
  deleted: false,
  discounts: [],
  orderType: null,
} as const;

function statusOf({ delivered, sent, closed }: OrderTimes, cancelled: boolean): string {
  if (cancelled) return 'Cancelled';
  if (closed !== null) return 'Closed';
  if (delivered !== null) return 'Delivered';
  return sent === null ? 'New' : 'OnWay';
}

function moneyOf(
  { order, payments }: WireServerOrder,
  lines: Order['lines'],
  cancelled: boolean,
  currency: Currency,
) {
  const sumMinor = wholeOf(lines.reduce((sum, line) => sum + line.sumMinor, 0));
  const gross = cancelled ? null : minorOf(order[GROSS], currency);
  const net = cancelled ? null : minorOf(order[NET], currency);
  return {
    currency,
    sumMinor,
    discountMinor: gross === null || net === null ? 0 : wholeOf(gross - net),
    paidMinor: cancelled ? 0 : sumMinor,
    payments: toPayments(payments, currency),
  };
}

const named = (value: unknown): Named | null => {
  const name = textOf(value).trim();
  return name === '' ? null : { id: null, name };
};

const originOf = (order: WireOlapRow) => ({
  number: textOf(order['Delivery.Number']),
  externalNumber: textOf(order['ExternalNumber']),
  serviceType: SERVICE_TYPES.get(textOf(order['Delivery.ServiceType'])) ?? ('unknown' as const),
  marketingSource: named(order['Delivery.MarketingSource']),
  // Old servers have no source key; the origin's name says the same in words.
  sourceKey: textOf(order['Delivery.SourceKey']) || textOf(order['OriginName']),
  conception: named(order['Conception']),
});

function placeOf(order: WireOlapRow) {
  const [city, street] = [textOf(order['Delivery.City']), textOf(order['Delivery.Street'])];
  const address = city === '' && street === '' ? null : { ...EMPTY_ADDRESS, city, street };
  return { zone: textOf(order['Delivery.Zone']), address };
}

function peopleOf(order: WireOlapRow) {
  const name = textOf(order['Delivery.CustomerName']);
  return {
    phone: textOf(order['Delivery.CustomerPhone']),
    customer: { ...NOBODY, kind: name === '' ? ('none' as const) : ('regular' as const), name },
    operator: named(order['Delivery.DeliveryOperator']),
    courier: named(order['Delivery.Courier']),
    cancelCause: named(order['Delivery.CancelCause']),
    cancelComment: textOf(order['Delivery.CancelComment']),
  };
}

function toTimes(order: WireOlapRow, cancelled: boolean, zone: Zone): OrderTimes {
  const local = (field: string) => readToldDate(order[field], zone);
  const ended = local('CloseTime');
  return {
    ...NO_TIMES,
    created: local('OpenTime'),
    confirmed: local('Delivery.ConfirmTime'),
    sent: local('Delivery.SendTime'),
    delivered: local('Delivery.ActualTime'),
    closed: cancelled ? null : ended,
    cancelled: cancelled ? ended : null,
    promised: local('Delivery.ExpectedTime'),
  };
}
