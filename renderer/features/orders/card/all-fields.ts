import type { OrderCard } from '../../../../main/contract/orders.ts';
import type { Named, Order, Stamp } from '../../../../main/domain/orders/order.ts';

/** One more field of an order: the key of its name, and its value as text. */
export type CardField = Readonly<{ field: string; value: string }>;

/** How values become text. */
export type FieldWriting = Readonly<{
  money: (minor: number) => string;
  yes: (flag: boolean) => string;
  stamp: (stamp: Stamp) => string;
}>;

const named = (value: Named | null): string => value?.name || value?.id || '';

function idFields({ order, identities, organization }: OrderCard): CardField[] {
  return [
    { field: 'external-number', value: order.externalNumber },
    { field: 'organization', value: organization },
    { field: 'organization-id', value: order.organizationId },
    { field: 'venue-id', value: order.venueId ?? '' },
    {
      field: 'identities',
      value: identities.map(({ vendor, id }) => `${vendor}: ${id}`).join('\n'),
    },
    { field: 'version', value: String(order.version) },
    { field: 'vendor-status', value: `${order.status.system}: ${order.status.code}` },
  ];
}

function serviceFields(order: Order, { yes }: FieldWriting): CardField[] {
  return [
    { field: 'order-type', value: named(order.orderType) },
    { field: 'asap', value: yes(order.asap) },
    {
      field: 'duration',
      value: order.durationMinutes === null ? '' : String(order.durationMinutes),
    },
    { field: 'guests', value: String(order.guests) },
    { field: 'conception', value: named(order.conception) },
    { field: 'source-key', value: order.sourceKey },
    { field: 'courier-service', value: named(order.courierService) },
    { field: 'deleted', value: order.deleted ? yes(true) : '' },
  ];
}

function moneyFields(order: Order, { money }: FieldWriting): CardField[] {
  const { discountMinor, paidMinor } = order;
  return [
    { field: 'currency', value: order.currency },
    { field: 'discount', value: discountMinor === 0 ? '' : money(discountMinor) },
    { field: 'paid', value: paidMinor === null ? '' : money(paidMinor) },
    { field: 'coupon', value: order.coupon },
  ];
}

function placeFields({ address }: Order): CardField[] {
  if (!address) return [];
  const { latitude, longitude } = address;
  const point = latitude === null || longitude === null ? '' : `${latitude}, ${longitude}`;
  return [
    { field: 'region', value: address.region },
    { field: 'index', value: address.index },
    { field: 'address-line', value: address.line },
    { field: 'point', value: point },
  ];
}

function timeFields({ times }: Order, { stamp }: FieldWriting): CardField[] {
  return Object.entries(times).map(([name, value]) => ({
    field: `time.${name}`,
    value: value === null ? '' : stamp(value),
  }));
}

/** Every field that the rest of the card does not show; empty ones are left out. */
export function allFields(card: OrderCard, writing: FieldWriting): readonly CardField[] {
  const { order } = card;
  return [
    ...idFields(card),
    ...serviceFields(order, writing),
    ...moneyFields(order, writing),
    ...placeFields(order),
    ...timeFields(order, writing),
  ].filter(({ value }) => value !== '');
}
