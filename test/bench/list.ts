import { EVERY_ORDER, ORDER_COLUMNS, type OrderSort } from '../../main/domain/order-filter.ts';
import type { OrderPage } from '../../main/contract/orders.ts';
import { askCore } from '../../main/hosts/connect-demo.ts';
import { startCore } from '../../main/hosts/thread/start-core.ts';
import { startWebHost } from '../../main/hosts/web/start-web-host.ts';
import { quietCoreOptions, type BenchStore } from './bench-store.ts';
import { openKeyset, type Keyset } from './bare-keyset.ts';
import { median, quantile, spread, timedAnswer, type Figure } from './measure.ts';
import { startSyncLoad } from './sync-load.ts';
import { openWebSession } from '../support/web-session.ts';

const PAGE = 100;
const JUMPS = 12;
const GOLDEN = 0.618;
const LONGEST_MS = 16;

/** One way from the client to the core. */
type Way = <Value>(topic: string, input: unknown) => Promise<Value>;

type Times = Readonly<{
  first: number[];
  jump: number[];
  /** To the end straight after sorting, while positions are still being counted. */
  far: number[];
  rivalFirst: number[];
  rivalJump: number[];
  offset: number[];
}>;

/**
 * First page and jumps over every sortable column in both directions, through the threads and
 * through HTTP, while a sync writes into the same store; the rival is a bare keyset query on a
 * plain connection of its own, in turn with ours.
 */
export async function benchList(store: BenchStore): Promise<Figure[]> {
  const folder = await store.workingCopy();
  const options = quietCoreOptions(folder);
  const application = await startCore(options);
  const host = await startWebHost({
    port: 0,
    application,
    dataFolder: folder,
    sendPage: async () => false,
    explain: (failure) => failure.code,
    log: options.log,
  });
  const session = await openWebSession(host.issueStartAddress());
  const keyset = openKeyset(folder);
  const load = await startSyncLoad(application, 11);
  try {
    const direct: Way = (topic, input) => askCore(application, topic, input);
    const threads = await measure(direct, keyset);
    const http = await measure((topic, input) => session.ask(topic, input), keyset);
    return [...figures('threads', threads), ...figures('HTTP', http)];
  } finally {
    console.log(`meanwhile the sync wrote ${(await load.stop()).orders} orders`);
    keyset.close();
    session.close();
    await host.close();
    await application.close();
  }
}

async function measure(ask: Way, keyset: Keyset): Promise<Times> {
  const times: Times = { first: [], jump: [], far: [], rivalFirst: [], rivalJump: [], offset: [] };
  for (const column of ORDER_COLUMNS) {
    for (const descending of [true, false]) {
      await measureSort(ask, keyset, { column, descending }, times);
    }
  }
  return times;
}

async function measureSort(ask: Way, keyset: Keyset, sort: OrderSort, times: Times): Promise<void> {
  const open = { filter: EVERY_ORDER, sort, count: PAGE };
  const [firstMs, { snapshot, rows }] = await timedAnswer(() =>
    ask<OrderPage>('orders.open', open),
  );
  const pageAt = (from: number) =>
    timedAnswer(() => ask<OrderPage>('orders.page', { snapshot, from, count: PAGE }));
  const last = keyset.orders - PAGE;
  times.first.push(firstMs);
  times.far.push((await pageAt(last))[0]);
  await ask('orders.position', { snapshot, orderId: rows[0]!.id });
  times.rivalFirst.push(keyset.first(sort, PAGE));
  for (let jump = 0; jump < JUMPS; jump += 1) {
    const from = Math.floor(last * ((jump * GOLDEN + 0.11) % 1));
    times.jump.push((await pageAt(from))[0]);
    times.rivalJump.push(keyset.jump(sort, from, PAGE));
  }
  if (sort.column === 'sum') times.offset.push(keyset.offset(sort, last, PAGE));
}

function figures(way: string, times: Times): Figure[] {
  return [
    ratioFigure(`first page through ${way}`, times.first, times.rivalFirst),
    ratioFigure(`jump through ${way}`, times.jump, times.rivalJump, times.offset),
    lateFigure(`jump to the end straight after sorting, through ${way}`, times.far),
  ];
}

function ratioFigure(
  what: string,
  ours: readonly number[],
  rival: readonly number[],
  offset: readonly number[] = [],
): Figure {
  const ratio = median(ours) / median(rival);
  const p99 = quantile(ours, 0.99);
  const beside = offset.length === 0 ? '' : `; OFFSET ${spread(offset)}`;
  return {
    what,
    ours: `${spread(ours)}, p99 ${p99.toFixed(1)} ms`,
    rival: `bare keyset ${spread(rival)}, p99 ${quantile(rival, 0.99).toFixed(1)} ms${beside}`,
    goal: `≤ 2×: ${ratio.toFixed(2)}×; p99 ≤ ${LONGEST_MS} ms`,
    reached: ratio <= 2 && p99 <= LONGEST_MS,
  };
}

function lateFigure(what: string, ours: readonly number[]): Figure {
  const p99 = quantile(ours, 0.99);
  return {
    what,
    ours: `${spread(ours)}, p99 ${p99.toFixed(1)} ms`,
    rival: '—',
    goal: `p99 ≤ ${LONGEST_MS} ms`,
    reached: p99 <= LONGEST_MS,
  };
}
