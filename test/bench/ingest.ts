import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChain } from '../../main/demo/create-chain.ts';
import { manualClock } from '../../main/demo/chain-clock.ts';
import { closeDb, type WritableDb } from '../../main/store/database.ts';
import { ingestPages } from './ingest-pages.ts';
import { openFilled, type Chain } from './ingest-store.ts';
import { inTurn, median, spread, type Figure } from './measure.ts';
import { insertRaw, readFinalRows } from './raw-inserts.ts';
import { PAGE, readPages } from './vendor-pages.ts';

const ROUNDS = 5;
const CLOCK = Date.UTC(2026, 10, 20, 20, 0);
const DAYS = { from: '2026-11-14 00:00:00.000', to: '2026-11-20 23:59:59.999' };

/**
 * Ingest (parse, validate, journal, upsert, search index, roll-ups, cursor) against raw prepared
 * inserts of the same final rows into the same tables, without parsing or validation.
 */
export async function benchIngest(): Promise<Figure[]> {
  const chain = createChain({ clock: manualClock(CLOCK), historyDays: 7, seed: 3 });
  const pages = await readPages(chain, DAYS);
  const folder = mkdtempSync(join(tmpdir(), 'bench-ingest-'));
  const fresh = countingNames(folder);
  const model = openFilled(chain, fresh());
  ingestPages(model, pages, CLOCK);
  const rows = readFinalRows(model);
  const orders = rows.find(({ table }) => table === 'delivery')?.values.length ?? 0;
  closeDb(model);
  const times = await inTurn(
    ROUNDS,
    () => withStore(chain, fresh(), (db) => ingestPages(db, pages, CLOCK)),
    () => withStore(chain, fresh(), (db) => insertRaw(db, rows, PAGE)),
  );
  rmSync(folder, { recursive: true, force: true });
  return [figureOf(orders, times)];
}

function figureOf(orders: number, times: Readonly<{ ours: number[]; rival: number[] }>): Figure {
  const ratio = median(times.rival) / median(times.ours);
  return {
    what: `ingest of ${orders} orders (${Math.round(orders / (median(times.ours) / 1000))}/s)`,
    ours: spread(times.ours, 'ms', 0),
    rival: `raw inserts ${spread(times.rival, 'ms', 0)}`,
    goal: `≥ 0.5×: ${ratio.toFixed(2)}×`,
    reached: ratio >= 0.5,
  };
}

const countingNames = (folder: string) => {
  let made = 0;
  return () => join(folder, `${(made += 1)}.sqlite`);
};

function withStore(chain: Chain, path: string, work: (db: WritableDb) => void): void {
  const db = openFilled(chain, path);
  work(db);
  closeDb(db);
}
