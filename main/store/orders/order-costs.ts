import type { Order, ProductCost } from '../../domain/orders/order.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { readAll, sql, statementOf } from '../sql.ts';
import { toVendorKey } from '../vendor-key.ts';

const ID_BYTES = 16;
const ENTRY_BYTES = 24;

const SAVE = /* sql */ `
INSERT INTO order_cost (delivery_id, preliminary, costs)
VALUES (?, ?, ?)
ON CONFLICT (delivery_id) DO UPDATE
   SET preliminary = excluded.preliminary,
       costs = excluded.costs`;

/**
 * Keeps what the products of orders cost, for those whose vendor tells it. Call it in the orders'
 * transaction, before their facts are counted: what another vendor says of an order leaves its
 * costs as they are.
 */
export function saveOrderCosts(
  db: WritableDb,
  orders: readonly Readonly<{ id: number; order: Order }>[],
): void {
  for (const { id, order } of orders) {
    if (order.costs === undefined) continue;
    const preliminary = order.costs.some((cost) => cost.preliminary);
    statementOf(db, SAVE).run(id, Number(preliminary), packCosts(order.costs));
  }
}

function packCosts(costs: readonly ProductCost[]): Buffer {
  const bytes = Buffer.alloc(costs.length * ENTRY_BYTES);
  let end = 0;
  for (const { productId, costE4 } of costs) {
    const key = toVendorKey(productId);
    if (key.length !== ID_BYTES) continue;
    key.copy(bytes, end);
    bytes.writeBigInt64BE(BigInt(costE4), end + ID_BYTES);
    end += ENTRY_BYTES;
  }
  return bytes.subarray(0, end);
}

/** Costs of an order's products in 1/10,000, by the product's key as hex. */
export type OrderCosts = ReadonlyMap<string, number>;

function unpackCosts(costs: Uint8Array): OrderCosts {
  const bytes = Buffer.from(costs.buffer, costs.byteOffset, costs.byteLength);
  const byProduct = new Map<string, number>();
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const key = bytes.toString('hex', at, at + ID_BYTES);
    const cost = Number(bytes.readBigInt64BE(at + ID_BYTES));
    byProduct.set(key, (byProduct.get(key) ?? 0) + cost);
  }
  return byProduct;
}

/** Costs of several orders, of those that have any. */
export function readOrderCosts(
  db: ReadableDb,
  ids: readonly number[],
): ReadonlyMap<number, OrderCosts> {
  const rows = readAll<{ id: number; costs: Uint8Array }>(
    db,
    sql`
SELECT delivery_id AS id, costs
  FROM order_cost
 WHERE delivery_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
  return new Map(rows.map(({ id, costs }) => [id, unpackCosts(costs)]));
}
