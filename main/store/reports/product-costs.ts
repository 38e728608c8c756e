import type { ReadableDb, WritableDb } from '../database.ts';
import { readAll, run, sql } from '../sql.ts';

/** Products by their name as files write them: a name may stand for several. */
export function readProductsByName(db: ReadableDb): ReadonlyMap<string, readonly number[]> {
  const rows = readAll<{ id: number; name: string }>(
    db,
    sql`SELECT id, name FROM product ORDER BY id`,
  );
  const byName = Map.groupBy(rows, ({ name }) => foldName(name));
  return new Map([...byName].map(([name, products]) => [name, products.map(({ id }) => id)]));
}

/** Case and spaces do not tell products apart. */
export const foldName = (name: string): string =>
  name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('ru');

/** Sets the cost of a piece (1/10,000) from a day on; answers whether one was replaced. */
export function saveProductCost(
  db: WritableDb,
  productId: number,
  fromDay: number,
  costE4: number,
): boolean {
  const { changes } = run(
    db,
    sql`
UPDATE product_cost
   SET cost_e4 = ${costE4}
 WHERE product_id = ${productId}
   AND from_day = ${fromDay}`,
  );
  if (changes > 0) return true;
  run(
    db,
    sql`
INSERT INTO product_cost (product_id, from_day, cost_e4)
VALUES (${productId}, ${fromDay}, ${costE4})`,
  );
  return false;
}

/** Puts a product into a category from a version of the data on. */
export function saveProductCategory(
  db: WritableDb,
  productId: number,
  category: string,
  version: number,
): void {
  const { changes } = run(
    db,
    sql`
UPDATE product_category
   SET until_version = ${version}
 WHERE product_id = ${productId}
   AND until_version IS NULL
   AND category <> ${category}`,
  );
  run(
    db,
    sql`
INSERT INTO product_category (product_id, category, from_version)
SELECT ${productId}, ${category}, ${version}
 WHERE ${changes} > 0
    OR NOT EXISTS (SELECT 1 FROM product_category WHERE product_id = ${productId} AND until_version IS NULL)`,
  );
}

/** Every order with one of the products must be counted again. */
export const markProductsDue = (db: WritableDb, productIds: readonly number[]): number =>
  run(
    db,
    sql`
INSERT OR IGNORE INTO report_due (delivery_id)
SELECT DISTINCT delivery_id
  FROM delivery_line
 WHERE product_id IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))`,
  ).changes;
