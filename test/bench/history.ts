import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BackFill } from '../../main/contract/back-fill.ts';
import type { Connection } from '../../main/contract/connections.ts';
import { addDays } from '../../main/domain/local-time.ts';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import { askCore } from '../../main/hosts/connect-demo.ts';
import { nodeCoreOptions } from '../../main/hosts/node/node-core-options.ts';
import { startCore } from '../../main/hosts/thread/start-core.ts';
import { quantile, timed, type Figure } from './measure.ts';

type ChainAccess = Readonly<{ address: string; serverLogin: Record<string, string> }>;
type Desk = Awaited<ReturnType<typeof startCore>>;

const ORDERS_PER_DAY = 2800;
const MOST_MINUTES = 10;
const MOST_MB = 400;
const MOST_LIST_MS = 30;
const MEBI = 1024 * 1024;

/**
 * The back-fill of a restaurant's own server: real threads, real HTTP, the demo chain in a process
 * beside them that takes what time is left: a restaurant's server is another PC. Meanwhile the newest page of the list is asked for all the time.
 */
export async function benchHistory(orders: number): Promise<Figure[]> {
  const days = Math.max(1, Math.round(orders / ORDERS_PER_DAY));
  const historyDays = days + 12;
  const chain = await serveHistory(historyDays);
  const folder = mkdtempSync(join(tmpdir(), 'bench-history-'));
  const desk = await startCore({ ...nodeCoreOptions('test', folder, false), startDemo: null });
  const before = process.memoryUsage.rss();
  try {
    const connectionId = await connect(desk, chain.access);
    const lists = watchLists(desk);
    let filled: BackFill | null = null;
    const cpu = process.cpuUsage();
    const ms = await timed(async () => {
      filled = await fill(desk, connectionId, days);
    });
    const { user, system } = process.cpuUsage(cpu);
    const spent = { ms, cpuMs: (user + system) / 1000 };
    return figuresOf(filled!, spent, await lists.stop(), (lists.peak() - before) / MEBI);
  } finally {
    await desk.close();
    chain.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function serveHistory(days: number) {
  const file = fileURLToPath(import.meta.resolve('./serve-history.ts'));
  const words = [file, String(days), String(ORDERS_PER_DAY)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  setPriority(child.pid!, constants.priority.PRIORITY_LOW);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const access = JSON.parse(line.toString()) as ChainAccess;
  return { access, close: () => child.kill() };
}

async function connect(desk: Desk, { address, serverLogin }: ChainAccess): Promise<number> {
  const connection = await askCore<Connection>(desk, 'connections.add', {
    vendor: 'iiko-server',
    name: '',
    settings: { host: address, minIntervalMs: 0 },
    secret: serverLogin,
    historyDays: 8,
    zone: 'Europe/Moscow',
  });
  return connection.id;
}

async function fill(desk: Desk, connectionId: number, days: number): Promise<BackFill> {
  const [history] = await askCore<readonly BackFill[]>(desk, 'backFill.list', {});
  // Younger days are the sync's.
  const to = addDays(history!.newest, -9);
  const input = { connectionId, from: addDays(to, 1 - days), to, night: null };
  await askCore(desk, 'backFill.start', input);
  return askCore<BackFill>(desk, 'backFill.toEnd', { connectionId });
}

/** Asks for a hundred rows ten times a second, and follows the memory. */
function watchLists(desk: Desk) {
  const took: number[] = [];
  let [peak, over] = [0, false];
  const watch = async (): Promise<void> => {
    while (!over) {
      took.push(await timed(() => askCore(desk, 'orders.open', EVERY)));
      peak = Math.max(peak, process.memoryUsage.rss());
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const watching = watch();
  return {
    peak: () => peak,
    async stop(): Promise<readonly number[]> {
      over = true;
      await watching;
      return took;
    },
  };
}

const EVERY = {
  filter: EVERY_ORDER,
  sort: { column: 'created', descending: true },
  count: 100,
} as const;

function figuresOf(
  { orders, quarantined, state }: BackFill,
  { ms, cpuMs }: Readonly<{ ms: number; cpuMs: number }>,
  lists: readonly number[],
  grownMb: number,
): Figure[] {
  const minutes = (ms / orders) * (1e6 / 60_000);
  const p99 = quantile(lists, 0.99);
  return [
    {
      what: `history of ${orders} orders from iikoServer (${state.type}, ${quarantined} unreadable)`,
      ours: `${Math.round(orders / (ms / 1000))} orders/s, 1,000,000 in ${minutes.toFixed(1)} min; ${Math.round(orders / (cpuMs / 1000))} orders in a second of CPU`,
      rival: '—',
      goal: `≤ ${MOST_MINUTES} min`,
      reached: minutes <= MOST_MINUTES && state.type === 'done',
    },
    {
      what: `a page of the list meanwhile (${lists.length} asked, p99)`,
      ours: `${p99.toFixed(1)} ms`,
      rival: '—',
      goal: `≤ ${MOST_LIST_MS} ms`,
      reached: p99 <= MOST_LIST_MS,
    },
    {
      what: 'memory of the program over its start, readers and all',
      ours: `+${grownMb.toFixed(0)} MB`,
      rival: '—',
      goal: `≤ ${MOST_MB} MB`,
      reached: grownMb <= MOST_MB,
    },
  ];
}
