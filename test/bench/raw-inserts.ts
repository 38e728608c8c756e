import { foldWords } from '../../main/domain/orders/search-words.ts';
import { inTransaction, type WritableDb } from '../../main/store/database.ts';

/** Rows as they ended in one table. */
export type FinalRows = Readonly<{
  table: string;
  columns: readonly string[];
  values: readonly unknown[][];
}>;

const TABLES = [
  'payload_dictionary',
  'product',
  'delivery',
  'delivery_identity',
  'payload_block',
  'delivery_version',
  'attribution_mark',
  'delivery_line',
  'rollup_day',
  'rollup_month',
  'order_fact',
  'order_fact_lines',
  'report_cell',
  'report_product_cell',
  'order_place',
];
const WITH_ROWID = new Set([
  'product',
  'delivery',
  'payload_block',
  'delivery_version',
  'payload_dictionary',
  'attribution_mark',
  'order_fact',
  'order_fact_lines',
  'order_place',
]);

/** The rows as they ended, and the search words again: a contentless index can not be read back. */
export function readFinalRows(db: WritableDb): readonly FinalRows[] {
  return [...TABLES.map((table) => readTable(db, table)), readSearchWords(db)];
}

function readTable(db: WritableDb, table: string): FinalRows {
  const info = db.raw.pragma(`table_info(${table})`) as { name: string }[];
  const columns = info.map(({ name }) => name);
  const order = WITH_ROWID.has(table) ? ' ORDER BY rowid' : '';
  const rows = db.raw.prepare(`SELECT ${columns.join(', ')} FROM ${table}${order}`);
  return { table, columns, values: rows.raw().all() as unknown[][] };
}

function readSearchWords(db: WritableDb): FinalRows {
  const rows = db.raw.prepare(`
SELECT delivery.id, guest, street, house, flat, comment, number, external_number,
       group_concat(product.name, ' ')
  FROM delivery
  LEFT JOIN delivery_line ON delivery_id = delivery.id
  LEFT JOIN product ON product.id = product_id
 GROUP BY delivery.id`);
  const words = rows.raw().all() as unknown[][];
  const values = words.map(([id, ...parts]) => [id, foldWords(parts.join(' '))]);
  return { table: 'delivery_search', columns: ['rowid', 'words'], values };
}

/** Page by page, every table's share of the rows in one transaction: the same commits as ours. */
export function insertRaw(db: WritableDb, tables: readonly FinalRows[], page: number): void {
  const orders = tables.find(({ table }) => table === 'delivery')?.values.length ?? 0;
  const parts = Math.ceil(orders / page);
  const inserts = tables.map(({ table, columns, values }) => ({
    values,
    share: Math.ceil(values.length / parts),
    statement: db.raw.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ),
  }));
  db.raw.pragma('foreign_keys = OFF');
  for (let part = 0; part < parts; part += 1) {
    inTransaction(db, () => {
      for (const { statement, values, share } of inserts) {
        for (const row of values.slice(part * share, (part + 1) * share)) statement.run(...row);
      }
    });
  }
}
