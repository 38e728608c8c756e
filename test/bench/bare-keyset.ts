import type { OrderColumn, OrderSort } from '../../main/domain/orders/order-filter.ts';
import { closeDb, openReadable, storePath } from '../../main/store/database.ts';

/** The rival: the shortest prepared statement on a plain connection. Times in milliseconds. */
export type Keyset = Readonly<{
  orders: number;
  first(sort: OrderSort, count: number): number;
  /** The row before the position is found beforehand: a keyset query is given it. */
  jump(sort: OrderSort, from: number, count: number): number;
  offset(sort: OrderSort, from: number, count: number): number;
  close(): void;
}>;

const SORTED_BY: Readonly<Record<OrderColumn, string>> = {
  created: 'coalesce(created_at, 0)',
  number: 'number_order',
  status: 'stage_order',
  address: 'address_order',
  guest: 'guest_order',
  phone: 'phone_tail',
  venue: 'venue_order',
  source: 'source_order',
  sum: 'sum_minor',
  promised: 'coalesce(promised_at, 0)',
  remaining: 'due_order',
  courier: 'courier_order',
  zone: 'zone_order',
  operator: 'operator_order',
};

const SHOWN = `
SELECT id, number, external_number, stage, status, venue_id, created_at, promised_at,
       cooking_start_at, city, street, house, flat, address_line, guest, phone, source, source_key,
       sum_minor, currency, courier, operator, delivery_zone, service_type, problem, high_risk,
       comment, time_uncertain
  FROM delivery`;

/** Opens the rival's own connection. */
export function openKeyset(folder: string): Keyset {
  const db = openReadable(storePath(folder));
  const orders = db.raw.prepare('SELECT count(*) FROM delivery').pluck().get() as number;
  const order = ({ column, descending }: OrderSort): string => {
    const way = descending ? 'DESC' : 'ASC';
    return `ORDER BY ${SORTED_BY[column]} ${way}, id ${way}`;
  };
  const time = (text: string, ...values: unknown[]): number => {
    const statement = db.raw.prepare(text);
    const start = performance.now();
    statement.all(...values);
    return performance.now() - start;
  };
  return {
    orders,
    first: (sort, count) => time(`${SHOWN} ${order(sort)} LIMIT ?`, count),
    jump(sort, from, count) {
      const key = SORTED_BY[sort.column];
      const before = db.raw
        .prepare(`SELECT ${key} AS key, id FROM delivery ${order(sort)} LIMIT 1 OFFSET ?`)
        .get(from) as { key: string | number; id: number };
      const behind = `(${key}, id) ${sort.descending ? '<' : '>'} (?, ?)`;
      const text = `${SHOWN} WHERE ${behind} ${order(sort)} LIMIT ?`;
      return time(text, before.key, before.id, count);
    },
    offset: (sort, from, count) => time(`${SHOWN} ${order(sort)} LIMIT ? OFFSET ?`, count, from),
    close: () => closeDb(db),
  };
}
