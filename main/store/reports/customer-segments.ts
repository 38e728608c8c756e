import type { ReadableDb, WritableDb } from '../database.ts';
import { readAll, run, sql } from '../sql.ts';

/** A saved choice of customers; `rule` is JSON. */
export type StoredSegment = Readonly<{ id: number; name: string; rule: string }>;

/** Saved segments by name. */
export const readSegments = (db: ReadableDb): StoredSegment[] =>
  readAll(db, sql`SELECT id, name, rule FROM customer_segment ORDER BY name, id LIMIT 500`);

/** Stores a segment, a new one when `id` is null; null when there is none of this id. */
export function saveSegment(
  db: WritableDb,
  segment: Omit<StoredSegment, 'id'> & Readonly<{ id: number | null }>,
  author: string,
  at: number,
): number | null {
  const { id, name, rule } = segment;
  if (id === null) {
    return run(
      db,
      sql`
INSERT INTO customer_segment (name, rule, author, changed_at)
VALUES (${name}, ${rule}, ${author}, ${at})`,
    ).id;
  }
  const { changes } = run(
    db,
    sql`
UPDATE customer_segment
   SET name = ${name},
       rule = ${rule},
       author = ${author},
       changed_at = ${at}
 WHERE id = ${id}`,
  );
  return changes === 0 ? null : id;
}

/** Deletes a segment; answers whether there was one. */
export const removeSegment = (db: WritableDb, id: number): boolean =>
  run(db, sql`DELETE FROM customer_segment WHERE id = ${id}`).changes > 0;

/** The newest order of each customer: who they are. */
export const readCustomerContacts = (
  db: ReadableDb,
  customerIds: readonly number[],
): { customerId: number; guest: string; phone: string }[] =>
  readAll(
    db,
    sql`
WITH newest AS (
  SELECT customer_id, max(delivery_id) AS delivery_id
    FROM order_fact INDEXED BY order_fact_by_customer
   WHERE customer_id <> 0
     AND customer_id IN (SELECT value FROM json_each(${JSON.stringify(customerIds)}))
   GROUP BY customer_id
)
SELECT newest.customer_id AS customerId,
       delivery.guest,
       delivery.phone
  FROM newest
  JOIN delivery ON delivery.id = newest.delivery_id
 ORDER BY newest.customer_id`,
  );
