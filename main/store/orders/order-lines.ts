import type { Instant, OrderLine, OrderModifier } from '../../domain/orders/order.ts';
import { remember, type WritableDb } from '../database.ts';
import type { CountedLine } from '../reports/order-fact-lines.ts';
import { addRows, readFirst, run, sql, type SqlValue } from '../sql.ts';
import { toVendorKey } from '../vendor-key.ts';

/** What lines are stored with: whose products they name, and when they were seen. */
type Seen = Readonly<{ vendor: string; observedAt: Instant }>;

/** An order that is stored, with the lines it has now. */
type OrderWithLines = Readonly<{ deliveryId: number; lines: readonly OrderLine[] }>;

/** Replaces the lines of an order that was stored before. */
export function replaceLines(db: WritableDb, seen: Seen, order: OrderWithLines): void {
  run(db, sql`DELETE FROM delivery_line WHERE delivery_id = ${order.deliveryId}`);
  saveLines(db, seen, [order]);
}

const ADD_LINE = /* sql */ `
INSERT INTO delivery_line (delivery_id, position, product_id, kind, amount_milli, price_minor,
                           sum_minor, deleted, valid_from)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/**
 * Stores the lines of new orders, and answers those of each that count; modifiers follow their line
 * as lines of their own.
 */
export function saveLines(
  db: WritableDb,
  seen: Seen,
  orders: readonly OrderWithLines[],
): readonly (readonly CountedLine[])[] {
  const rows: SqlValue[][] = [];
  const counted = orders.map((order) => collectLines(db, seen, order, rows));
  addRows(db, ADD_LINE, rows);
  return counted;
}

function collectLines(
  db: WritableDb,
  { vendor, observedAt }: Seen,
  { deliveryId, lines }: OrderWithLines,
  rows: SqlValue[][],
): readonly CountedLine[] {
  const products = productsOf(db, vendor);
  const counted: CountedLine[] = [];
  let position = 0;
  const collect = (line: OrderLine | OrderModifier, kind: string, deleted: boolean): void => {
    const { productId, name, amountMilli, priceMinor, sumMinor } = line;
    const product = products.get(productId)?.get(name) ?? addProduct(db, vendor, productId, name);
    rows.push([
      deliveryId,
      position,
      product,
      kind,
      amountMilli,
      priceMinor,
      sumMinor,
      Number(deleted),
      observedAt,
    ]);
    position += 1;
    if (!deleted) counted.push([product, amountMilli, sumMinor]);
  };
  for (const line of lines) {
    collect(line, line.kind, line.deleted);
    for (const modifier of line.modifiers) {
      collect(modifier, 'modifier', line.deleted || modifier.deleted);
    }
  }
  return counted;
}

/** By the vendor's id and then by name: joining them into one key costs more than the look-up. */
type Products = Map<string | null, Map<string, number>>;

function addProduct(db: WritableDb, vendor: string, vendorId: string | null, name: string): number {
  const products = productsOf(db, vendor);
  const named = products.get(vendorId) ?? new Map<string, number>();
  const id = readOrAddProduct(db, vendor, vendorId, name);
  products.set(vendorId, named.set(name, id));
  return id;
}

function productsOf(db: WritableDb, vendor: string): Products {
  const none: Products = new Map();
  return remember<Products>(db, `products ${vendor}`, () => none) ?? none;
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
