import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  ADD_FACT,
  ADD_FACT_LINES,
  FACT_COLUMNS,
} from '../../main/store/reports/fact-statements.ts';
import { closeDb, openWritable, storePath, type WritableDb } from '../../main/store/database.ts';
import { BENCH_PRODUCTS, BENCH_TEXTS, benchOrders } from './report-rows.ts';

const OUTPUT = resolve(import.meta.dirname, '../../.test-output');

/** A store whose facts are of chance: reports read nothing else. `dispose` deletes it. */
export type ReportStore = Readonly<{ path: string; folder: string; dispose(): void }>;

/** Makes the store anew: some seconds for every hundred thousand orders. */
export function makeReportStore(orders: number): ReportStore {
  const folder = join(OUTPUT, `bench-reports-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const path = storePath(folder);
  const db = openWritable(path);
  // A store of its own that nobody keeps: no log, everything in memory, indexes once at the end.
  db.raw.pragma('journal_mode = OFF');
  db.raw.pragma('synchronous = OFF');
  db.raw.pragma('cache_size = -1000000');
  const indexes = db.raw
    .prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'order_fact'`)
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) db.raw.exec(`DROP INDEX ${name}`);
  db.raw.transaction(() => fill(db, orders)).immediate();
  for (const { sql } of indexes) db.raw.exec(sql);
  db.raw.exec('ANALYZE');
  closeDb(db);
  return { path, folder, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

function fill(db: WritableDb, count: number): void {
  db.raw.exec(STRUCTURE);
  const text = db.raw.prepare('INSERT INTO report_value (id, text) VALUES (?, ?)');
  text.run(1, 'RUB');
  for (const id of BENCH_TEXTS) text.run(id, `Значение ${id}`);
  const product = db.raw.prepare(
    `INSERT INTO product (id, vendor, name) VALUES (?, 'iiko-cloud', ?)`,
  );
  for (let id = 1; id <= BENCH_PRODUCTS; id += 1) product.run(id, `Блюдо ${id}`);
  const fact = db.raw.prepare(ADD_FACT);
  const bare = db.raw.prepare(ADD_FACT_LINES);
  for (const { id, fact: values, lines } of benchOrders(count)) {
    fact.run(id, 1, ...values);
    bare.run(id, JSON.stringify(lines.map(([one, amount, sum]) => [one, amount, sum, 0, 0, 1])));
  }
  for (const statement of rollUps()) db.raw.exec(statement);
}

const STRUCTURE = `
INSERT INTO connection (id, vendor, name, settings, login_hash, history_days, poll_seconds, created_at)
VALUES (1, 'iiko-cloud', 'Проба', '{}', x'00', 7, 30, 0);
INSERT INTO organization (id, vendor, vendor_id, connection_id, name, zone, zone_origin, currency)
VALUES (1, 'iiko-cloud', x'01', 1, 'Проба', 'Europe/Moscow', 'person', 'RUB');
INSERT INTO venue (id, organization_id, vendor_id, name, name_order)
SELECT value, 1, cast(value AS BLOB), 'Точка ' || value, value FROM json_each('[1,2,3,4,5]');
INSERT INTO report_status (id, organization_id, system, status)
VALUES (1, 1, 'iiko-cloud', 'Closed'), (2, 1, 'iiko-cloud', 'Cancelled'), (3, 1, 'iiko-cloud', 'OnWay');
`;

const MONTH = (day: string): string =>
  `cast(strftime('%Y', ${day} * 86400, 'unixepoch') AS INTEGER) * 12 + strftime('%m', ${day} * 86400, 'unixepoch') - 1`;

/** The roll-ups of all facts at once, as keeping them order by order would have made them. */
function* rollUps(): Generator<string> {
  yield* cellsOf('created', 'created_day', 1, 'TRUE');
  for (const saleDate of ['promised', 'closed']) {
    const moved = `${saleDate}_day <> created_day`;
    yield* cellsOf(saleDate, 'created_day', -1, moved);
    yield* cellsOf(saleDate, `${saleDate}_day`, 1, moved);
  }
}

function* cellsOf(saleDate: string, day: string, sign: 1 | -1, where: string): Generator<string> {
  for (const [span, at] of [
    ['day', day],
    ['month', MONTH(day)],
  ]) {
    yield `
INSERT INTO report_cell
SELECT '${span}', '${saleDate}', ${at}, status_id, venue_id, advert, currency, ${sign} * count(*),
       ${sign} * sum(sum_minor), ${sign} * sum(discount_minor), ${sign} * sum(cost_minor),
       ${sign} * sum(lines), ${sign} * sum(costed_lines)
  FROM order_fact WHERE ${where} GROUP BY 3, 4, 5, 6, 7
    ON CONFLICT DO UPDATE SET ${ADDED(['orders', 'sum_minor', 'discount_minor', 'cost_minor', 'lines', 'costed_lines'])}`;
    yield `
INSERT INTO report_product_cell
SELECT '${span}', '${saleDate}', ${at}, status_id, line.value ->> 0, currency, ${sign} * count(*),
       ${sign} * sum(line.value ->> 1), ${sign} * sum(line.value ->> 2), 0, ${sign} * count(*), 0
  FROM order_fact JOIN order_fact_lines AS bare USING (delivery_id) JOIN json_each(bare.lines) AS line
 WHERE ${where} GROUP BY 3, 4, 5, 6
    ON CONFLICT DO UPDATE SET ${ADDED(['orders', 'amount_milli', 'sum_minor', 'lines'])}`;
  }
}

const ADDED = (columns: readonly string[]): string =>
  columns.map((column) => `${column} = ${column} + excluded.${column}`).join(', ');

export { FACT_COLUMNS };
