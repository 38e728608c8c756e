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
