import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import type { ConnectionSync } from '../../main/contract/sync.ts';
import type { Connection } from '../../main/contract/connections.ts';
import { programFolder } from '../../main/hosts/program-folder.ts';
import { ensureBuilt } from '../../main/hosts/start/ensure-built.ts';
import { startDemo, TOUR } from '../../main/hosts/thread/start-demo.ts';
import { startApplication } from '../support/started-application.ts';
import type { BenchStore } from './bench-store.ts';
import { quantile, type Figure } from './measure.ts';
import { openWebSession, type WebSession } from '../support/web-session.ts';

const MOST_IDLE = 300e6;
const MOST_GROWTH = 150e6;
const IMPORTED = 100_000;
const DAYS = 7;
const SETTLE_MS = 5000;
const NEWEST = { column: 'created', descending: true } as const;

/**
 * Resident memory of the program's process (host, core and readers) with the store open and a list
 * read; then its peak while it imports from a busy chain that lives in this process.
 */
export async function benchMemory(store: BenchStore): Promise<Figure[]> {
  const folder = await store.workingCopy();
  await ensureBuilt(programFolder());
  const application = await startApplication(folder);
  const pid = application.process.pid!;
  const session = await openWebSession(application.address);
  try {
    await session.ask('orders.open', { filter: EVERY_ORDER, sort: NEWEST, count: 200 });
    await wait(SETTLE_MS);
    const idle = residentBytes(pid);
    const wanted = Math.min(IMPORTED, Math.max(20_000, Math.round(store.orders / 10)));
    const imported = await importOrders(session, wanted, () => residentBytes(pid));
    return [idleFigure(store.orders, idle), peakFigure(idle, imported)];
  } finally {
    session.close();
    await application.stop();
  }
}

/** Linux tells it; elsewhere this bench can not be run. */
function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)![1]) * 1024;
}

type Imported = Readonly<{ orders: number; seconds: number; samples: readonly number[] }>;

async function importOrders(
  session: WebSession,
  orders: number,
  look: () => number,
): Promise<Imported> {
  const chain = await startDemo({ ...TOUR, port: 0, seed: 13, ordersPerDay: orders / DAYS });
  const start = performance.now();
  const { id } = await session.ask<Connection>('connections.add', {
    vendor: 'iiko-cloud',
    name: 'bench 13',
    settings: { host: chain.access.address, minIntervalMs: 0 },
    secret: { kind: 'api-login', apiLogin: chain.access.apiLogin },
    historyDays: DAYS,
    zone: null,
  });
  const samples: number[] = [];
  for (;;) {
    samples.push(look());
    await wait(100);
    const all = await session.ask<readonly ConnectionSync[]>('sync.status', {});
    const run = all.find(({ connectionId }) => connectionId === id)?.lastRun;
    if (!run) continue;
    await chain.close();
    return { orders: run.created, seconds: (performance.now() - start) / 1000, samples };
  }
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

const idleFigure = (orders: number, idle: number): Figure => ({
  what: `memory of the idle program with ${orders} orders`,
  ours: megabytes(idle),
  rival: '—',
  goal: `≤ ${megabytes(MOST_IDLE)}`,
  reached: idle <= MOST_IDLE,
});

function peakFigure(idle: number, { orders, seconds, samples }: Imported): Figure {
  const peak = quantile(samples, 1);
  return {
    what: `memory while importing ${orders} orders in ${Math.round(seconds)} s`,
    ours: `peak ${megabytes(peak)}, median ${megabytes(quantile(samples, 0.5))}`,
    rival: `idle ${megabytes(idle)}`,
    goal: `≤ +${megabytes(MOST_GROWTH)}: +${megabytes(peak - idle)}`,
    reached: peak - idle <= MOST_GROWTH,
  };
}
