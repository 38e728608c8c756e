import type { OrderLine } from '../domain/order.ts';
import { remember, type WritableDb } from './database.ts';
import { readFirst, run, sql } from './sql.ts';
import { toVendorKey } from './vendor-key.ts';

/** Replaces the lines of an order that was stored before. */
export function replaceLines(...order: Parameters<typeof saveLines>): void {
  const [db, deliveryId] = order;
  run(db, sql`DELETE FROM delivery_line WHERE delivery_id = ${deliveryId}`);
  saveLines(...order);
}

/** Stores the lines of a new order; modifiers follow their line as lines of their own. */
export function saveLines(
  db: WritableDb,
  deliveryId: number,
  vendor: string,
  lines: readonly OrderLine[],
  validFrom: number,
): void {
  for (const [position, line] of lines.flatMap(withModifiers).entries()) {
    run(
      db,
      sql`
INSERT INTO delivery_line (delivery_id, position, product_id, kind, amount_milli, price_minor, sum_minor, deleted, valid_from)
VALUES (${deliveryId}, ${position}, ${productOf(db, vendor, line.productId, line.name)}, ${line.kind}, ${line.amountMilli},
        ${line.priceMinor}, ${line.sumMinor}, ${Number(line.deleted)}, ${validFrom})`,
    );
  }
}

function withModifiers(line: OrderLine) {
  const modifiers = line.modifiers.map((modifier) => ({
    ...modifier,
    kind: 'modifier',
    deleted: line.deleted || modifier.deleted,
  }));
  return [line, ...modifiers];
}

function productOf(
  db: WritableDb,
  vendor: string,
  vendorId: string | null,
  name: string,
): number | null {
  const key = `product ${vendor} ${vendorId} ${name}`;
  return remember(db, key, () => readOrAddProduct(db, vendor, vendorId, name));
}

function readOrAddProduct(
  db: WritableDb,
  vendor: string,
  vendorId: string | null,
  name: string,
): number {
  const key = vendorId === null ? null : toVendorKey(vendorId);
  const found = readFirst<{ id: number }>(
    db,
    sql`SELECT id FROM product WHERE vendor = ${vendor} AND vendor_id IS ${key} AND name = ${name}`,
  );
  if (found) return found.id;
  return run(
    db,
    sql`INSERT INTO product (vendor, vendor_id, name) VALUES (${vendor}, ${key}, ${name})`,
  ).id;
}
