import { statSync } from 'node:fs';
import { closeDb, openReadable, storePath } from '../../main/store/database.ts';
import type { BenchStore } from './bench-store.ts';
import type { Figure } from './measure.ts';

const MOST_BYTES = 4e9;
const SHOWN_TABLES = 8;

/** Bytes of the store with journal, lines and search, per million orders; the largest parts named. */
export async function benchDisk(store: BenchStore): Promise<Figure[]> {
  const path = storePath(store.folder);
  const files = [path, `${path}-wal`].map(
    (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0,
  );
  const bytes = files.reduce((sum, size) => sum + size, 0);
  const perMillion = (bytes / store.orders) * 1e6;
  return [
    {
      what: `disk for ${store.orders} orders: ${gigabytes(bytes)}, ${versionsPerOrder(path)} journal entries an order`,
      ours: `${gigabytes(perMillion)} per 1,000,000 (${largestParts(path, store.orders)})`,
      rival: '—',
      goal: `≤ ${gigabytes(MOST_BYTES)} per 1,000,000`,
      reached: perMillion <= MOST_BYTES,
    },
  ];
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`;

function versionsPerOrder(path: string): string {
  const db = openReadable(path);
  const ratio = db.raw
    .prepare(
      `SELECT 1.0 * (SELECT count(*) FROM delivery_version) / (SELECT count(*) FROM delivery)`,
    )
    .pluck()
    .get() as number;
  closeDb(db);
  return ratio.toFixed(1);
}

/** The largest tables in bytes an order. */
export function largestParts(path: string, orders: number): string {
  const db = openReadable(path);
  const rows = db.raw
    .prepare(`
SELECT CASE WHEN name LIKE 'delivery_by%' OR name LIKE 'delivery_running%' THEN 'list indexes'
            WHEN name LIKE 'delivery_search%' THEN 'search'
            ELSE name END AS part,
       sum(pgsize) AS bytes
  FROM dbstat
 WHERE aggregate = TRUE
 GROUP BY part
 ORDER BY bytes DESC
 LIMIT ${SHOWN_TABLES}`)
    .all() as { part: string; bytes: number }[];
  closeDb(db);
  return rows.map(({ part, bytes }) => `${part} ${Math.round(bytes / orders)} B`).join(', ');
}
