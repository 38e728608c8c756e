import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { applyMigration } from '../../main/store/migrate.ts';

type Value = string | number | Buffer;
type Column = Readonly<{
  name: string;
  type: string;
  notnull: 0 | 1;
  dflt_value: unknown;
  pk: number;
}>;

/** Orders that a store of any version is filled with. */
export const KEPT_ORDERS = 3;

/** Which rows each table had, by the table's name. */
export type RowCounts = ReadonlyMap<string, number>;

/** What the checks of the tables ask for beyond zero and nothing. */
const FITTING: Readonly<Record<string, Value>> = {
  settings: '{"host":"https://example.org"}',
  zone: 'Asia/Omsk',
  zone_origin: 'person',
  history_days: 7,
  poll_seconds: 45,
  currency: 'RUB',
  stage: 'new',
  service_type: 'courier',
  version: 1,
  valid_from: 1_700_000_000_000,
};

/** A store as the program of that schema left it: every migration up to the number, and some rows. */
export function makeStoreOfVersion(path: string, version: number): void {
  mkdirSync(dirname(path), { recursive: true });
  const raw = new Database(path);
  raw.pragma('journal_mode = WAL');
  raw.pragma('foreign_keys = ON');
  for (let step = 0; step < version; step += 1) applyMigration(raw, step);
  fill(raw, 'connection', { id: 1, name: 'Суши «Маркет»', vendor: 'iiko-cloud' });
  fill(raw, 'organization', { id: 1, connection_id: 1, name: 'Омск', vendor: 'iiko-cloud' });
  fill(raw, 'venue', { id: 1, organization_id: 1, name: 'Ленина' });
  for (let id = 1; id <= KEPT_ORDERS; id += 1) {
    const places = { organization_id: 1, venue_id: 1, connection_id: 1 };
    fill(raw, 'delivery', { id, ...places, number: `№ ${id}`, number_order: id });
  }
  raw.close();
}

/** The tables of a store that hold rows of their own; indexes for searching keep theirs by themselves. */
const TABLES = `
SELECT name, sql
  FROM sqlite_schema
 WHERE type = 'table'
   AND name NOT LIKE 'sqlite_%'
   AND sql NOT LIKE 'CREATE VIRTUAL%'
   AND name NOT LIKE '%_search_%'`;

/** Puts a row into every table that has none yet, each pointing at the first row of the others. */
export function fillEveryTable(path: string): RowCounts {
  const raw = new Database(path);
  // Rows may point at such as come later; all are there in the end, which the upgrade checks.
  raw.pragma('foreign_keys = OFF');
  const tables = raw.prepare(TABLES).all() as readonly { name: string; sql: string }[];
  for (const { name, sql } of tables) if (countIn(raw, name) === 0) fillAny(raw, name, sql);
  const counts = countRows(raw);
  raw.close();
  return counts;
}

/** How many rows each table has. */
export const countRows = (raw: Database.Database): RowCounts =>
  new Map(
    (raw.prepare(TABLES).all() as readonly { name: string }[]).map(({ name }) => [
      name,
      countIn(raw, name),
    ]),
  );

const countIn = (raw: Database.Database, table: string): number =>
  raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;

/** The first word of a closed set, so many bytes, else ones: a row by the table's own rules, with one of its optional columns where they ask for one. */
function fillAny(raw: Database.Database, table: string, definition: string): void {
  const columns = raw.pragma(`table_info(${table})`) as Column[];
  const isNeeded = ({ notnull, dflt_value: otherwise, pk }: Column): boolean =>
    pk > 0 || (notnull === 1 && otherwise === null);
  const needed = columns.filter(isNeeded);
  const optional = columns.filter((column) => !isNeeded(column)).map((column) => [column]);
  const isTaken = [[], ...optional].some((more) =>
    tryRow(raw, table, definition, [...needed, ...more]),
  );
  if (!isTaken) throw new Error(`No row fits ${table}`);
}

function tryRow(
  raw: Database.Database,
  table: string,
  definition: string,
  columns: readonly Column[],
): boolean {
  const names = columns.map(({ name }) => name);
  const places = names.map(() => '?').join(', ');
  const insert = raw.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`);
  try {
    insert.run(...columns.map((column) => lawfulValue(column, definition)));
    return true;
  } catch {
    return false;
  }
}

function lawfulValue({ name, type }: Column, definition: string): Value {
  const word = new RegExp(String.raw`\b${name}\s+IN\s*\(\s*'([^']*)'`).exec(definition)?.[1];
  if (word !== undefined) return word;
  const length = Number(
    new RegExp(String.raw`length\(${name}\) = (\d+)`).exec(definition)?.[1] ?? 16,
  );
  if (type === 'BLOB') return Buffer.alloc(length, 1);
  if (type !== 'TEXT') return 1;
  return definition.includes(`length(${name})`) ? 'f'.repeat(length) : '{}';
}

function fill(raw: Database.Database, table: string, given: Readonly<Record<string, Value>>): void {
  const columns = raw.pragma(`table_info(${table})`) as Column[];
  const row = Object.fromEntries(
    columns.flatMap((column) => {
      const value = given[column.name] ?? valueOf(column);
      return value === undefined ? [] : [[column.name, value]];
    }),
  );
  const names = Object.keys(row);
  const places = names.map((name) => `@${name}`).join(', ');
  raw.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`).run(row);
}

function valueOf({ name, type, notnull, dflt_value: otherwise, pk }: Column): Value | undefined {
  if (notnull === 0 || otherwise !== null || pk > 0) return undefined;
  const fitting = FITTING[name];
  if (fitting !== undefined) return fitting;
  if (type === 'BLOB') return Buffer.from('x');
  return type === 'TEXT' ? '' : 0;
}
