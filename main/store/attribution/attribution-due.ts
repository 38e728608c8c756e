import type { ReadableDb, WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

/** Orders that were written since they were concluded, at most `count`. */
export function readDue(db: ReadableDb, count: number): number[] {
  const rows = readAll<{ id: number }>(
    db,
    sql`SELECT delivery_id AS id FROM attribution_due ORDER BY delivery_id DESC LIMIT ${count}`,
  );
  return rows.map(({ id }) => id);
}

/** Whether the order was written since it was concluded. */
export const isDue = (db: ReadableDb, deliveryId: number): boolean =>
  readFirst(db, sql`SELECT delivery_id FROM attribution_due WHERE delivery_id = ${deliveryId}`) !==
  undefined;

/** The order was concluded as it is now. */
export function removeDue(db: WritableDb, deliveryId: number): void {
  run(db, sql`DELETE FROM attribution_due WHERE delivery_id = ${deliveryId}`);
}

/** The order must be concluded again. */
export function saveDue(db: WritableDb, deliveryId: number): void {
  run(db, sql`INSERT OR IGNORE INTO attribution_due (delivery_id) VALUES (${deliveryId})`);
}

/** Orders that a rebuild under new rules still has before it, from an id on. */
export function readOrdersFrom(db: ReadableDb, from: number, count: number): number[] {
  const rows = readAll<{ id: number }>(
    db,
    sql`
SELECT id
  FROM delivery
 WHERE id >= ${from}
 ORDER BY id
 LIMIT ${count}`,
  );
  return rows.map(({ id }) => id);
}

/** How many orders are not concluded as they are now, and how many there are. */
export function readProgress(db: ReadableDb): { waiting: number; orders: number } {
  const counts = readFirst<{ due: number; orders: number; rebuilt: number }>(
    db,
    sql`
SELECT (SELECT count(*) FROM attribution_due) AS due,
       (SELECT count(*) FROM attribution_order) AS orders,
       coalesce((SELECT next_order FROM attribution_rules ORDER BY version DESC LIMIT 1), 0)
         AS rebuilt`,
  );
  const { due, orders, rebuilt } = counts ?? { due: 0, orders: 0, rebuilt: 0 };
  if (rebuilt === 0) return { waiting: due, orders };
  const left = readFirst<{ left: number }>(
    db,
    sql`SELECT count(*) AS left FROM attribution_order WHERE delivery_id >= ${rebuilt}`,
  );
  return { waiting: due + (left?.left ?? 0), orders };
}

/** Later orders of a number that had no source of their own: this one may be what they inherit. */
export function saveHeirsDue(db: WritableDb, phoneTail: string, after: number): void {
  run(
    db,
    sql`
INSERT OR IGNORE INTO attribution_due (delivery_id)
SELECT delivery.id
  FROM delivery
  JOIN attribution_order AS concluded ON concluded.delivery_id = delivery.id
 WHERE delivery.phone_tail = ${phoneTail}
   AND delivery.created_at > ${after}
   AND concluded.origin IN ('inherited', 'none')`,
  );
}

/** Orders that touches of an import may belong to, for touches with ids in (from, to]. */
export function saveTouchedDue(db: WritableDb, from: number, to: number): void {
  const keys = [
    sql`SELECT delivery.id FROM touch JOIN delivery ON delivery.phone_tail = touch.phone_tail`,
    sql`SELECT mark.delivery_id FROM touch JOIN attribution_mark AS mark ON mark.visit = touch.visit`,
    sql`SELECT mark.delivery_id FROM touch JOIN attribution_mark AS mark ON mark.client = touch.client`,
    sql`SELECT mark.delivery_id FROM touch JOIN attribution_mark AS mark ON mark.email = touch.email`,
    sql`
SELECT delivery.id
  FROM touch
  JOIN delivery ON delivery.number_order = CAST(touch.order_number AS INTEGER)
               AND delivery.number = touch.order_number`,
    sql`
SELECT mark.delivery_id
  FROM touch
  JOIN attribution_mark AS mark ON mark.site_number = touch.order_number`,
  ];
  for (const found of keys) {
    run(
      db,
      sql`
INSERT OR IGNORE INTO attribution_due (delivery_id)
${found}
 WHERE touch.id > ${from}
   AND touch.id <= ${to}`,
    );
  }
}

/** The newest orders with a number (the vendor's or the site's), then the order with that id. */
export function findOrders(db: ReadableDb, text: string): number[] {
  const whole = /^\d{1,15}$/.test(text) ? Number(text) : -1;
  const order = Number.parseInt(text, 10) || 0;
  const rows = readAll<{ id: number }>(
    db,
    sql`
SELECT id
  FROM (SELECT id, created_at FROM delivery WHERE number_order = ${order} AND number = ${text}
        UNION
        SELECT id, -1 FROM delivery WHERE id = ${whole})
 GROUP BY id
 ORDER BY max(created_at) DESC
 LIMIT 10`,
  );
  return rows.map(({ id }) => id);
}

/** Orders made since a moment, newest first, after the one given by its moment and id. */
export function readOrdersSince(
  db: ReadableDb,
  since: number,
  before: readonly [createdAt: number, id: number] | null,
  count: number,
): { id: number; createdAt: number }[] {
  const [at, id] = before ?? [Number.MAX_SAFE_INTEGER, 0];
  return readAll(
    db,
    sql`
SELECT id, coalesce(created_at, 0) AS createdAt
  FROM delivery
 WHERE coalesce(created_at, 0) >= ${since}
   AND (coalesce(created_at, 0), id) < (${at}, ${id})
 ORDER BY coalesce(created_at, 0) DESC, id DESC
 LIMIT ${count}`,
  );
}

/** How many orders were made since a moment. */
export const countOrdersSince = (db: ReadableDb, since: number): number =>
  readFirst<{ count: number }>(
    db,
    sql`SELECT count(*) AS count FROM delivery WHERE coalesce(created_at, 0) >= ${since}`,
  )?.count ?? 0;
