import type { OrderColumn, OrderSort } from '../../domain/orders/order-filter.ts';
import type { ReadableDb } from '../database.ts';
import { allOf, readFirst, sql, type Sql, type SqlValue } from '../sql.ts';

/** The last row of what was read so far: the next part starts behind it. */
export type Place = Readonly<{ id: number; key: SqlValue }>;

/** Ids of a part, and the place behind which the next one starts. */
export type SequencePart = Readonly<{ ids: readonly number[]; last: Place | null }>;

/**
 * The column each list column is sorted by; every one has its index (migration 1) and is
 * never NULL, so that a row value compares. */
const KEYS: Readonly<Record<OrderColumn, Sql>> = {
  created: sql`coalesce(created_at, 0)`,
  number: sql`number_order`,
  status: sql`stage_order`,
  address: sql`address_order`,
  guest: sql`guest_order`,
  phone: sql`phone_tail`,
  venue: sql`venue_order`,
  source: sql`source_order`,
  sum: sql`sum_minor`,
  promised: sql`coalesce(promised_at, 0)`,
  remaining: sql`due_order`,
  courier: sql`courier_order`,
  zone: sql`zone_order`,
  operator: sql`operator_order`,
};

/**
 * The next ids of a filtered list in its sorted order, `count` at most, behind `after` (null: from
 * the beginning). Keyset, never OFFSET: the cost does not depend on the position.
 */
export function readSequence(
  db: ReadableDb,
  where: Sql,
  sort: OrderSort,
  after: Place | null,
  count: number,
): SequencePart {
  let key: SqlValue = null;
  const ids = readBehind(where, sort, after, count, (condition, most) => {
    const part = readIds(db, condition, sort, most);
    if (part.ids.length > 0) ({ key } = part);
    return part.ids;
  });
  const last = ids.at(-1);
  return { ids, last: last === undefined ? after : { id: last, key } };
}

/** As one text: a million rows made one by one cost four times as much. `key` is the last one's. */
function readIds(db: ReadableDb, where: Sql, sort: OrderSort, count: number) {
  const furthest = sort.descending ? sql`min(key)` : sql`max(key)`;
  const { ids, key } = readFirst<{ ids: string; key: SqlValue }>(
    db,
    sql`
SELECT json_group_array(id) AS ids, ${furthest} AS key
  FROM (${sequenceQuery(where, sort, count)})`,
  )!;
  return { ids: JSON.parse(ids) as number[], key };
}

/**
 * Rows behind a place, `count` at most: the rest of the same key, then the other keys, each read from
 * its own beginning in the index. One row value instead would begin at the first of all orders of
 * that key, and of an expression's index at the first of all (SQLite 3.51).
 */
export function readBehind<Row>(
  where: Sql,
  { column, descending }: OrderSort,
  after: Place | null,
  count: number,
  read: (condition: Sql, most: number) => readonly Row[],
): readonly Row[] {
  if (after === null) return read(where, count);
  const key = KEYS[column];
  const beyond = descending ? sql`id < ${after.id}` : sql`id > ${after.id}`;
  const rest = read(allOf([where, sql`${key} = ${after.key}`, beyond]), count);
  if (rest.length === count) return rest;
  const others = descending ? sql`${key} < ${after.key}` : sql`${key} > ${after.key}`;
  return [...rest, ...read(allOf([where, others]), count - rest.length)];
}

/** The statement itself, for tests of its plan; `more` names further columns, each after a comma. */
export function sequenceQuery(
  where: Sql,
  { column, descending }: OrderSort,
  count: number,
  more: Sql = sql``,
): Sql {
  const direction = descending ? sql`DESC` : sql`ASC`;
  return sql`
SELECT id, ${KEYS[column]} AS key${more}
  FROM delivery
 WHERE ${where}
 ORDER BY key ${direction}, id ${direction}
 LIMIT ${count}`;
}
