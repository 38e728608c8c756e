import { openReader } from '../../main/application.ts';
import {
  EVERY_ORDER,
  ORDER_COLUMNS,
  type OrderSort,
} from '../../main/domain/orders/order-filter.ts';
import type { OrderPage } from '../../main/contract/orders.ts';
import { askCore } from '../../main/hosts/connect-demo.ts';
import { startKeyset, type KeysetThread } from './keyset-thread.ts';
import { startCore } from '../../main/hosts/thread/start-core.ts';
import { startApplication } from '../support/started-application.ts';
import { openWebSession } from '../support/web-session.ts';
import { quietCoreOptions, type BenchStore } from './bench-store.ts';
import { median, quantile, spread, timedAnswer, type Figure } from './measure.ts';
import { startSyncLoad, type Ask } from './sync-load.ts';

const PAGE = 100;
/** So that a hundredth of the first pages is three of them: two waits of the machine decide nothing. */
const ROUNDS = 12;
const JUMPS = 4;
const GOLDEN = 0.618;
const LONGEST_MS = 16;

/** Milliseconds in the rival's own thread, and until its client, our process, had the answer. */
type RivalTimes = Readonly<{ own: number[]; waited: number[] }>;

type Times = Readonly<{
  first: number[];
  jump: number[];
  /** To the end straight after sorting, while positions are still being counted. */
  far: number[];
  rivalFirst: RivalTimes;
  rivalJump: RivalTimes;
  offset: number[];
}>;

/**
 * First page and jumps over every sortable column in both directions while a sync writes into the
 * same store. What the list's reader does for an answer is compared, in turn, with a
 * bare keyset query on a plain connection in a thread of its own; what a client waits is measured
 * through the threads, then through HTTP from the program in its own process, beside what the same
 * rival's client waits.
 */
export async function benchList(store: BenchStore): Promise<Figure[]> {
  const folder = await store.workingCopy();
  const keyset = await startKeyset(folder);
  try {
    return [...(await measureThreads(folder, keyset)), ...(await measureProgram(folder, keyset))];
  } finally {
    await keyset.close();
  }
}

async function measureThreads(folder: string, keyset: KeysetThread): Promise<Figure[]> {
  const options = quietCoreOptions(folder);
  const application = await startCore(options);
  const reader = openReader({ ...options, now: Date.now }, 'list');
  const ask: Ask = (topic, input) => askCore(application, topic, input);
  const load = await startSyncLoad(ask, 11);
  try {
    const alone = await measure((topic, input) => askCore(reader, topic, input), keyset);
    const threads = await measure(ask, keyset);
    return [
      ratioFigure('first page', alone.first, alone.rivalFirst),
      ratioFigure('jump', alone.jump, alone.rivalJump, alone.offset),
      ...clientFigures('threads', threads),
    ];
  } finally {
    console.log(`meanwhile the sync wrote ${await load.stop()} orders`);
    await reader.close();
    await application.close();
  }
}

async function measureProgram(folder: string, keyset: KeysetThread): Promise<Figure[]> {
  const program = await startApplication(folder);
  const session = await openWebSession(program.address);
  const ask: Ask = (topic, input) => session.ask(topic, input);
  const load = await startSyncLoad(ask, 13);
  try {
    return clientFigures('HTTP', await measure(ask, keyset));
  } finally {
    console.log(`meanwhile the sync wrote ${await load.stop()} orders`);
    session.close();
    await program.stop();
  }
}

async function measure(ask: Ask, keyset: KeysetThread): Promise<Times> {
  const rival = (): RivalTimes => ({ own: [], waited: [] });
  const ours = { first: [], jump: [], far: [] };
  const times: Times = { ...ours, rivalFirst: rival(), rivalJump: rival(), offset: [] };
  const sorts = ORDER_COLUMNS.flatMap((column) =>
    [true, false].map((descending): OrderSort => ({ column, descending })),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const sort of sorts) await measureSort(ask, keyset, sort, times);
  }
  return times;
}

async function measureSort(
  ask: Ask,
  keyset: KeysetThread,
  sort: OrderSort,
  times: Times,
): Promise<void> {
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
  await timeRival(times.rivalFirst, () => keyset.first(sort, PAGE));
  for (let jump = 0; jump < JUMPS; jump += 1) {
    const from = Math.floor(last * ((jump * GOLDEN + 0.11) % 1));
    times.jump.push((await pageAt(from))[0]);
    await timeRival(times.rivalJump, () => keyset.jump(sort, from, PAGE));
  }
  if (sort.column === 'sum') times.offset.push(await keyset.offset(sort, last, PAGE));
}

async function timeRival(times: RivalTimes, read: () => Promise<number>): Promise<void> {
  const [waited, own] = await timedAnswer(read);
  times.own.push(own);
  times.waited.push(waited);
}

function ratioFigure(
  what: string,
  ours: readonly number[],
  { own: rival }: RivalTimes,
  offset: readonly number[] = [],
): Figure {
  const ratio = median(ours) / median(rival);
  const beside = offset.length === 0 ? '' : `; OFFSET ${spread(offset)}`;
  return {
    what: `${what}, answered by the list's reader`,
    ours: spread(ours),
    rival: `bare keyset ${spread(rival)}${beside}`,
    goal: `≤ 2×: ${ratio.toFixed(2)}×`,
    reached: ratio <= 2,
  };
}

function clientFigures(way: string, times: Times): Figure[] {
  return [
    clientFigure(`first page at the client, through ${way}`, times.first, times.rivalFirst),
    clientFigure(`jump at the client, through ${way}`, times.jump, times.rivalJump),
    clientFigure(
      `jump to the end straight after sorting, through ${way}`,
      times.far,
      times.rivalJump,
    ),
  ];
}

function clientFigure(what: string, ours: readonly number[], { waited }: RivalTimes): Figure {
  const [p99, rivals] = [ours, waited].map((times) => quantile(times, 0.99));
  return {
    what,
    ours: `${spread(ours)}, p99 ${p99!.toFixed(1)} ms`,
    rival: `bare keyset in a thread of ours ${spread(waited)}, p99 ${rivals!.toFixed(1)} ms`,
    goal: `p99 ≤ ${LONGEST_MS} ms`,
    reached: p99! <= LONGEST_MS,
  };
}
