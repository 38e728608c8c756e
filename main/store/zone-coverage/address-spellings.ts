import type { Position } from '../../domain/zones/delivery-zone.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { readAll, readFirst, readRaw, run, sql } from '../sql.ts';

/** An address as an order writes it. */
export type WrittenAddress = Readonly<{
  city: string;
  street: string;
  house: string;
  line: string;
  /** Sort key of the orders' list: finds the other orders to the same address. */
  addressOrder: string;
}>;

/** An address learnt from orders, with the keys that are the same for every way of writing it. */
export type LearntAddress = Readonly<{
  city: string;
  street: string;
  house: string;
  cityKey: string;
  streetKey: string;
  houseKey: string;
  at: Position;
  orders: number;
  outliers: number;
  spreadM: number;
}>;

/** More orders to one house than this add nothing to its median. */
const MOST_ORDERS = 60;

/** Addresses of orders whose ids are given. */
export const readWrittenAddresses = (db: ReadableDb, ids: readonly number[]): WrittenAddress[] =>
  readAll(
    db,
    sql`
SELECT DISTINCT delivery.city,
       delivery.street,
       delivery.house,
       delivery.address_line AS line,
       delivery.address_order AS addressOrder
  FROM delivery
 WHERE delivery.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
   AND (delivery.street <> '' OR delivery.address_line <> '')`,
  );

const spellingOf = ({ city, street, house, line }: WrittenAddress): string =>
  [city, street, house, line].join('\n');

/** Whether as many orders as count were learnt from: a further one changes nothing. */
export const isLearntWhole = (db: ReadableDb, written: WrittenAddress): boolean =>
  readFirst(
    db,
    sql`
SELECT orders
  FROM address_spelling
 WHERE spelling = ${spellingOf(written)}
   AND orders >= ${MOST_ORDERS}`,
  ) !== undefined;

/** Ids and positions of the orders to an address written like this, those stored first. */
export const readPositions = (
  db: ReadableDb,
  { city, street, house, line, addressOrder }: WrittenAddress,
): [id: number, longitude: number, latitude: number][] =>
  readRaw(
    db,
    sql`
SELECT delivery.id, place.longitude, place.latitude
  FROM delivery
  JOIN order_place AS place ON place.delivery_id = delivery.id
 WHERE delivery.address_order = ${addressOrder}
   AND delivery.city = ${city}
   AND delivery.street = ${street}
   AND delivery.house = ${house}
   AND delivery.address_line = ${line}
   AND place.longitude IS NOT NULL
 ORDER BY delivery.id
 LIMIT ${MOST_ORDERS}`,
  );

/** Keeps what was learnt; null: nothing is known of the place any more. */
export function saveSpelling(
  db: WritableDb,
  written: WrittenAddress,
  learnt: LearntAddress | null,
): void {
  const spelling = spellingOf(written);
  run(db, sql`DELETE FROM address_spelling WHERE spelling = ${spelling}`);
  if (learnt === null) return;
  run(
    db,
    sql`
INSERT INTO address_spelling
       (spelling, city_key, street_key, house_key, city, street, house, longitude, latitude, orders,
        outliers, spread_m)
VALUES (${spelling}, ${learnt.cityKey}, ${learnt.streetKey}, ${learnt.houseKey}, ${learnt.city},
        ${learnt.street}, ${learnt.house}, ${learnt.at[0]}, ${learnt.at[1]}, ${learnt.orders},
        ${learnt.outliers}, ${learnt.spreadM})`,
  );
}

/** The next ids that addresses have not been learnt from. */
export const readUnlearntIds = (db: ReadableDb, count: number): number[] =>
  readAll<{ id: number }>(
    db,
    sql`
SELECT delivery_id AS id
  FROM order_place
 WHERE delivery_id > (SELECT learnt_id FROM address_learning)
 ORDER BY delivery_id
 LIMIT ${count}`,
  ).map(({ id }) => id);

/** Goes on behind this order the next time. */
export const saveLearntTo = (db: WritableDb, id: number): void =>
  void run(db, sql`UPDATE address_learning SET learnt_id = ${id}`);

/** Whether an order was already learnt from. */
export const readLearntTo = (db: ReadableDb): number =>
  readFirst<{ id: number }>(db, sql`SELECT learnt_id AS id FROM address_learning`)?.id ?? 0;

type Row = Omit<LearntAddress, 'at'> & Readonly<{ longitude: number; latitude: number }>;

/** What was learnt of streets by their keys; all houses where `houseKey` is null. */
export function readLearnt(
  db: ReadableDb,
  streetKeys: readonly string[],
  houseKey: string | null,
): LearntAddress[] {
  const rows = readAll<Row>(
    db,
    sql`
SELECT city,
       street,
       house,
       city_key AS cityKey,
       street_key AS streetKey,
       house_key AS houseKey,
       longitude,
       latitude,
       orders,
       outliers,
       spread_m AS spreadM
  FROM address_spelling
 WHERE street_key IN (SELECT value FROM json_each(${JSON.stringify(streetKeys)}))
   AND ${houseKey === null ? sql`TRUE` : sql`house_key = ${houseKey}`}
 ORDER BY orders DESC
 LIMIT 2000`,
  );
  return rows.map(({ longitude, latitude, ...row }) => ({ ...row, at: [longitude, latitude] }));
}

/** A street of a city that orders were delivered to. */
export type LearntStreet = Readonly<{
  streetKey: string;
  cityKey: string;
  city: string;
  street: string;
  orders: number;
}>;

/** Every street, the busiest first. */
export const readLearntStreets = (db: ReadableDb): LearntStreet[] =>
  readAll(
    db,
    sql`
SELECT street_key AS streetKey,
       city_key AS cityKey,
       max(city) AS city,
       max(street) AS street,
       sum(orders) AS orders
  FROM address_spelling
 GROUP BY street_key, city_key
 ORDER BY orders DESC`,
  );
