import { businessEpochDayOf, epochDayOf, type Zone } from '../../domain/local-time.ts';
import { hash53 } from '../../domain/hash53.ts';
import type { Order, Stamp } from '../../domain/orders/order.ts';
import { normalisePhone, phoneTail } from '../../domain/phone.ts';
import { isHandedOver, STAGES } from '../../domain/orders/stage.ts';
import { addressOrder, textOrder } from '../../domain/orders/text-order.ts';
import { payloadHash } from './payload-hash.ts';
import { toVendorKey } from '../vendor-key.ts';

/** Sorts after every promise that still runs. */
const NO_LONGER_DUE = 8_640_000_000_000_000;

/** Where and when an order belongs: what its row needs beside the order itself. */
export type RowPlace = Readonly<{
  organizationId: number;
  connectionId: number;
  venueId: number | null;
  venueName: string;
  zone: Zone;
  closingHour: number;
  observedAt: number;
}>;

/**
 * Columns of table `delivery` but the id, by what they tell of, in the order in which they are bound:
 * one object of them all costs more to make than everything else of a row.
 */
export type DeliveryColumns = Readonly<{
  place: ReturnType<typeof placeColumns>;
  status: ReturnType<typeof statusColumns>;
  times: ReturnType<typeof timeColumns>;
  money: ReturnType<typeof moneyColumns>;
  guest: ReturnType<typeof guestColumns>;
  address: ReturnType<typeof addressColumns>;
  staff: ReturnType<typeof staffColumns>;
  links: ReturnType<typeof linkColumns>;
  hashes: Readonly<{ payload_hash: number; lines_hash: number; words_hash: number }>;
}>;

/** The same columns by name, as they are read. */
export type DeliveryRow = DeliveryColumns['place'] &
  DeliveryColumns['status'] &
  DeliveryColumns['times'] &
  DeliveryColumns['money'] &
  DeliveryColumns['guest'] &
  DeliveryColumns['address'] &
  DeliveryColumns['staff'] &
  DeliveryColumns['links'] &
  DeliveryColumns['hashes'];

/** Flattens an order into the columns of its row. */
export function toDeliveryColumns(
  order: Order,
  place: RowPlace,
  payload: Uint8Array | string,
  words: string,
): DeliveryColumns {
  return {
    place: placeColumns(order, place),
    status: statusColumns(order),
    times: timeColumns(order, place),
    money: moneyColumns(order),
    guest: guestColumns(order),
    address: addressColumns(order),
    staff: staffColumns(order, place.venueName),
    links: linkColumns(order),
    hashes: {
      payload_hash: payloadHash(payload),
      lines_hash: hash53(JSON.stringify(order.lines)),
      words_hash: hash53(words),
    },
  };
}

/** The row of an order, by name. */
export function toDeliveryRow(columns: DeliveryColumns): DeliveryRow {
  const { place, status, times, money, guest, address, staff, links, hashes } = columns;
  return {
    ...place,
    ...status,
    ...times,
    ...money,
    ...guest,
    ...address,
    ...staff,
    ...links,
    ...hashes,
  };
}

function placeColumns(order: Order, place: RowPlace) {
  return {
    organization_id: place.organizationId,
    connection_id: place.connectionId,
    venue_id: place.venueId,
    version: order.version,
    valid_from: place.observedAt,
  };
}

/** A moved, deleted or never created order stays visible but is nobody's sale (`iiko-api.md` 1.4). */
const isCounted = (order: Order): boolean =>
  order.created && !order.deleted && order.links.movedTo === null;

/** Somebody waits for it: also for one that could not be created, which its problem says. */
const isWaited = (order: Order): boolean => order.created || order.problem !== null;

function statusColumns(order: Order) {
  return {
    system: order.status.system,
    status: order.status.code,
    stage: order.stage,
    stage_order: STAGES.indexOf(order.stage),
    running: Number(isWaited(order) && !order.deleted && !isHandedOver(order.stage)),
    counted: Number(isCounted(order)),
    number: order.number,
    number_order: Number.parseInt(order.number, 10) || 0,
    external_number: order.externalNumber,
    service_type: order.serviceType,
    problem: order.problem,
  };
}

const at = (stamp: Stamp | null): number | null => stamp?.instant ?? null;

function timeColumns(order: Order, place: RowPlace) {
  const promised = at(order.times.promised);
  const created = at(order.times.created);
  // Without a promise it belongs to the day on which it was taken.
  const dated = promised ?? created;
  const runs = promised !== null && !isHandedOver(order.stage);
  return {
    created_at: created,
    promised_at: promised,
    promised_day: promised === null ? null : epochDayOf(promised, place.zone),
    business_day: dated === null ? null : businessEpochDayOf(dated, place.zone, place.closingHour),
    cooking_start_at: at(order.times.cookingStart),
    closed_at: at(order.times.closed),
    due_order: runs ? promised : NO_LONGER_DUE,
    time_uncertain: Number(isUncertain(order)),
  };
}

const isUncertain = (order: Order): boolean =>
  Object.values(order.times).some((stamp) => stamp !== null && stamp.certainty !== 'exact');

function moneyColumns(order: Order) {
  return {
    currency: order.currency,
    sum_minor: order.sumMinor,
    discount_minor: order.discountMinor,
  };
}

function guestColumns(order: Order) {
  const { customer } = order;
  const guest = [customer.name, customer.surname].filter(Boolean).join(' ');
  const phone = order.phone === '' ? '' : normalisePhone(order.phone);
  return {
    phone,
    phone_tail: phoneTail(phone),
    guest,
    guest_order: textOrder(guest),
    customer_id: customer.id === null ? null : toVendorKey(customer.id),
    high_risk: Number(customer.highRisk),
  };
}

function addressColumns(order: Order) {
  const { address } = order;
  const house = [address?.house, address?.building && `к. ${address.building}`];
  const houseText = house.filter(Boolean).join(' ');
  const street = address?.street ?? '';
  return {
    city: address?.city ?? '',
    street,
    house: houseText,
    flat: address?.flat ?? '',
    address_line: address?.line ?? '',
    address_order: street === '' ? textOrder(address?.line ?? '') : addressOrder(street, houseText),
    delivery_zone: order.zone,
    zone_order: textOrder(order.zone),
  };
}

function staffColumns(order: Order, venueName: string) {
  const source = order.marketingSource?.name ?? '';
  const courier = order.courier?.name ?? order.courierService?.name ?? '';
  const operator = order.operator?.name ?? '';
  return {
    venue_order: textOrder(venueName),
    source,
    source_order: textOrder(source),
    source_key: order.sourceKey,
    conception: order.conception?.name ?? '',
    courier,
    courier_order: textOrder(courier),
    operator,
    operator_order: textOrder(operator),
    comment: order.comment,
  };
}

function linkColumns(order: Order) {
  const key = (id: string | null): Buffer | null => (id === null ? null : toVendorKey(id));
  return {
    moved_from: key(order.links.movedFrom),
    moved_to: key(order.links.movedTo),
    parent: key(order.links.parent),
  };
}
