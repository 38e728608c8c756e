import type { OrderSort } from '../../domain/orders/order-filter.ts';
import type { OrderRow } from '../../domain/orders/order-row.ts';
import type { Stage } from '../../domain/orders/stage.ts';
import type { ReadableDb } from '../database.ts';
import { readBehind, sequenceQuery, type Place } from './order-sequence.ts';
import { readRaw, sql, type Sql, type SqlValue } from '../sql.ts';

/** What an export can tell of an order. */
export type ExportOrder = Pick<
  OrderRow,
  | 'number'
  | 'externalNumber'
  | 'stage'
  | 'status'
  | 'venue'
  | 'zone'
  | 'createdAt'
  | 'promisedAt'
  | 'city'
  | 'street'
  | 'house'
  | 'flat'
  | 'addressLine'
  | 'guest'
  | 'phone'
  | 'source'
  | 'sumMinor'
  | 'currency'
  | 'courier'
  | 'operator'
  | 'deliveryZone'
>;

/** A part of a long list, and the place behind which the next one starts. */
export type ExportPart = Readonly<{ orders: readonly ExportOrder[]; last: Place | null }>;

/** Names that orders point to: few, so that they are read once. */
export type ExportNames = Readonly<{
  venues: ReadonlyMap<number, string>;
  zones: ReadonlyMap<number, string>;
}>;

/** Venues' names and organizations' zones by their numbers. */
export function readExportNames(db: ReadableDb): ExportNames {
  return {
    venues: new Map(readRaw<[number, string]>(db, sql`SELECT id, name FROM venue`)),
    zones: new Map(readRaw<[number, string]>(db, sql`SELECT id, zone FROM organization`)),
  };
}

const COLUMNS = sql`,
       number,
       stage,
       status,
       venue_id,
       organization_id,
       created_at,
       promised_at,
       city,
       street,
       house,
       flat,
       address_line,
       guest,
       phone,
       source,
       sum_minor,
       currency,
       courier,
       operator,
       delivery_zone,
       external_number`;

type Row = readonly [
  id: number,
  key: SqlValue,
  number: string,
  stage: Stage,
  status: string,
  venueId: number | null,
  organizationId: number,
  createdAt: number | null,
  promisedAt: number | null,
  city: string,
  street: string,
  house: string,
  flat: string,
  addressLine: string,
  guest: string,
  phone: string,
  source: string,
  sumMinor: number,
  currency: string,
  courier: string,
  operator: string,
  deliveryZone: string,
  externalNumber: string,
];

/** The next orders of a filtered list in its sorted order, `count` at most: one pass over an index. */
export function readExportPart(
  db: ReadableDb,
  names: ExportNames,
  where: Sql,
  sort: OrderSort,
  after: Place | null,
  count: number,
): ExportPart {
  const rows = readBehind(where, sort, after, count, (condition, most) =>
    readRaw<Row>(db, sequenceQuery(condition, sort, most, COLUMNS)),
  );
  const last = rows.at(-1);
  return {
    orders: rows.map((row) => orderOf(row, names)),
    last: last ? { id: last[0], key: last[1] } : after,
  };
}

const orderOf = (row: Row, { venues, zones }: ExportNames): ExportOrder => ({
  number: row[2],
  stage: row[3],
  status: row[4],
  venue: row[5] === null ? '' : (venues.get(row[5]) ?? ''),
  zone: zones.get(row[6]) ?? 'UTC',
  createdAt: row[7],
  promisedAt: row[8],
  city: row[9],
  street: row[10],
  house: row[11],
  flat: row[12],
  addressLine: row[13],
  guest: row[14],
  phone: row[15],
  source: row[16],
  sumMinor: row[17],
  currency: row[18],
  courier: row[19],
  operator: row[20],
  deliveryZone: row[21],
  externalNumber: row[22],
});
