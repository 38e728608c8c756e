import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChain } from '../../main/demo/create-chain.ts';
import { manualClock } from '../../main/demo/chain-clock.ts';
import { foldWords } from '../../main/domain/search-words.ts';
import { iikoCloud } from '../../main/sources/iiko-cloud/iiko-cloud.ts';
import { readOrders, type OrderPage } from '../../main/sources/iiko-cloud/read-orders.ts';
import {
  closeDb,
  inTransaction,
  openWritable,
  type WritableDb,
} from '../../main/store/database.ts';
import { saveOrders, type OrganizationPlace } from '../../main/store/save-orders.ts';
import { toVendorKey } from '../../main/store/vendor-key.ts';
import { inTurn, median, spread, type Figure } from './measure.ts';

const PAGE = 50;
const ROUNDS = 5;
const CLOCK = Date.UTC(2026, 10, 20, 20, 0);

type Chain = ReturnType<typeof createChain>;
/** One answer's orders as the vendor sends them. */
type Page = Readonly<{ organizationId: string; zone: string; body: string }>;

/**
 * Ingest (parse, validate, journal, upsert, search index, roll-ups, cursor) against raw prepared
 * inserts of the same final rows into the same tables, without parsing or validation.
 */
export async function benchIngest(): Promise<Figure[]> {
  const chain = createChain({ clock: manualClock(CLOCK), historyDays: 7, seed: 3 });
  const pages = await readPages(chain);
  const folder = mkdtempSync(join(tmpdir(), 'bench-ingest-'));
  const fresh = countingNames(folder);
  const model = openFilled(chain, fresh());
  ingest(model, pages);
  const rows = readFinalRows(model);
  const orders = rows.find(({ table }) => table === 'delivery')?.values.length ?? 0;
  closeDb(model);
  const times = await inTurn(
    ROUNDS,
    () => withStore(chain, fresh(), (db) => ingest(db, pages)),
    () => withStore(chain, fresh(), (db) => insertRaw(db, rows)),
  );
  rmSync(folder, { recursive: true, force: true });
  const ratio = median(times.rival) / median(times.ours);
  return [
    {
      what: `ingest of ${orders} orders (${Math.round(orders / (median(times.ours) / 1000))}/s)`,
      ours: spread(times.ours, 'ms', 0),
      rival: `raw inserts ${spread(times.rival, 'ms', 0)}`,
      goal: `≥ 0.5×: ${ratio.toFixed(2)}×`,
      reached: ratio >= 0.5,
    },
  ];
}

const countingNames = (folder: string) => {
  let made = 0;
  return () => join(folder, `${(made += 1)}.sqlite`);
};

async function readPages(chain: Chain): Promise<Page[]> {
  const source = iikoCloud.open(
    iikoCloud.settings.parse({ host: 'http://127.0.0.1' }),
    { kind: 'api-login', apiLogin: chain.apiLogin },
    {
      fetch: chain.fetch,
      now: chain.clock.now,
      sleep: async () => undefined,
      random: Math.random,
      logRequest: () => undefined,
    },
  );
  const { signal } = new AbortController();
  const zones = new Map(
    chain.truth.venues.map(({ organizationId, zone }) => [organizationId, zone]),
  );
  const pages: Page[] = [];
  for (const [id, zone] of zones) {
    const context = { id, zone, currency: 'RUB' };
    const reads = source.fetchOrdersPromised(
      context,
      '2026-11-14 00:00:00.000',
      '2026-11-20 23:59:59.999',
      signal,
    );
    for await (const read of reads) {
      for (let from = 0; from < read.orders.length; from += PAGE) {
        const part = read.orders.slice(from, from + PAGE).map(({ payload }) => payload);
        pages.push({ organizationId: id, zone, body: `[${part.join(',')}]` });
      }
    }
  }
  return pages;
}

function openFilled(chain: Chain, path: string): WritableDb {
  const db = openWritable(path);
  db.raw
    .exec(`INSERT INTO connection (id, vendor, name, settings, login_hash, history_days, poll_seconds, created_at)
               VALUES (1, 'iiko-cloud', '', '{}', x'00', 7, 30, 0)`);
  const organization = db.raw
    .prepare(`INSERT INTO organization (vendor, vendor_id, connection_id, name, zone, zone_origin, currency)
               VALUES ('iiko-cloud', ?, 1, '', ?, 'vendor', 'RUB')`);
  const venue = db.raw.prepare(`INSERT INTO venue (organization_id, vendor_id, name, name_order)
               VALUES ((SELECT id FROM organization WHERE vendor_id = ?), ?, ?, ?)`);
  const seen = new Set<string>();
  for (const { id, organizationId, name, zone } of chain.truth.venues) {
    if (!seen.has(organizationId)) organization.run(toVendorKey(organizationId), zone);
    seen.add(organizationId);
    venue.run(toVendorKey(organizationId), toVendorKey(id), name, name);
  }
  return db;
}

function withStore(chain: Chain, path: string, work: (db: WritableDb) => void): void {
  const db = openFilled(chain, path);
  work(db);
  closeDb(db);
}

function ingest(db: WritableDb, pages: readonly Page[]): void {
  const cursor = db.raw.prepare(`UPDATE connection SET contact_at = ? WHERE id = 1`);
  const ids = db.raw.prepare(`SELECT id FROM organization WHERE vendor_id = ?`).pluck();
  for (const { organizationId, zone, body } of pages) {
    const id = ids.get(toVendorKey(organizationId)) as number;
    const organizations = new Map<string, OrganizationPlace>([
      [organizationId, { id, zone, closingHour: 5 }],
    ]);
    const page: OrderPage = { orders: [], quarantined: [] };
    readOrders(page, JSON.parse(body), () => ({ id: organizationId, zone, currency: 'RUB' }));
    inTransaction(db, () => {
      saveOrders(db, {
        connectionId: 1,
        vendor: 'iiko-cloud',
        path: 'window',
        organizations,
        ...page,
        observedAt: CLOCK,
      });
      cursor.run(CLOCK);
    });
  }
}

type FinalRows = Readonly<{ table: string; columns: readonly string[]; values: unknown[][] }>;

const TABLES = [
  'payload_dictionary',
  'product',
  'delivery',
  'delivery_identity',
  'delivery_version',
  'delivery_line',
  'rollup_day',
  'rollup_month',
];

/** The rows as they ended, and the search words again: a contentless index can not be read back. */
function readFinalRows(db: WritableDb): FinalRows[] {
  const tables = TABLES.map((table) => {
    const columns = (db.raw.pragma(`table_info(${table})`) as { name: string }[]).map(
      ({ name }) => name,
    );
    const values = db.raw
      .prepare(
        `SELECT ${columns.join(', ')} FROM ${table} ORDER BY rowid`.replace(
          / ORDER BY rowid$/,
          hasRowid(table) ? ' ORDER BY rowid' : '',
        ),
      )
      .raw()
      .all() as unknown[][];
    return { table, columns, values };
  });
  const words = db.raw
    .prepare(`
    SELECT delivery.id, guest, street, house, flat, comment, number, external_number, group_concat(product.name, ' ')
      FROM delivery
      LEFT JOIN delivery_line ON delivery_id = delivery.id
      LEFT JOIN product ON product.id = product_id
     GROUP BY delivery.id`)
    .raw()
    .all() as unknown[][];
  const search = words.map(([id, ...parts]) => [id, foldWords(parts.join(' '))]);
  return [...tables, { table: 'delivery_search', columns: ['rowid', 'words'], values: search }];
}

const hasRowid = (table: string): boolean =>
  ['product', 'delivery', 'delivery_version', 'payload_dictionary'].includes(table);

/** Page by page, every table's share of the rows in one transaction: the same commits as ours. */
function insertRaw(db: WritableDb, tables: readonly FinalRows[]): void {
  const orders = tables.find(({ table }) => table === 'delivery')?.values.length ?? 0;
  const parts = Math.ceil(orders / PAGE);
  const inserts = tables.map(({ table, columns, values }) => ({
    values,
    statement: db.raw.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ),
  }));
  db.raw.pragma('foreign_keys = OFF');
  for (let part = 0; part < parts; part += 1) {
    inTransaction(db, () => {
      for (const { statement, values } of inserts) {
        const share = Math.ceil(values.length / parts);
        for (const row of values.slice(part * share, (part + 1) * share)) statement.run(...row);
      }
    });
  }
}
