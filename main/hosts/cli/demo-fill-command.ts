import type { Application } from '../../application.ts';
import type { Connection } from '../../contract/connections.ts';
import type { SyncSummary } from '../../contract/sync.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import { nodeCoreOptions } from '../node/node-core-options.ts';
import { startCore } from '../thread/start-core.ts';
import { sharedClock, type SharedClock } from '../thread/shared-clock.ts';
import { startDemo, TOUR } from '../thread/start-demo.ts';
import { wholeNumber, type Command, type CommandContext } from './command.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** The chain, like its vendor, shows the last seven days to whoever comes first. */
const FIRST_DAYS = 7;
/** The vendor forgets after seven days: half a day is read twice, so that every order is seen closed. */
const LONG_STEP_HOURS = 156;
/** Changes are told for three hours only: the end is followed closely, so that its days are proven. */
const SHORT_STEP_HOURS = 2;
const CLOSE_DAYS = 3;

type Fill = Readonly<{ orders: number; days: number; stepHours: number; seed: number }>;
type Filled = { seen: number; created: number; changed: number; requests: number; runs: number };

/** Fills a data folder by a real sync that follows the chain's running clock through its history. */
export const demoFillCommand: Command = {
  name: ['demo'],
  usage: 'demo --orders N --days D [--step-hours H] [--seed S]',
  options: ['orders', 'days', 'step-hours', 'seed'],
  sample: { orders: 50_012, days: 42, seconds: 61, ordersPerSecond: 820 },
  run: async (context) => {
    const { options } = context;
    if (options['orders'] === undefined) throw new Failure('invalid', 'cli.demo-words');
    const days = wholeNumber(options, 'days', FIRST_DAYS, [1, 3650]);
    const document = await fill(context, {
      orders: wholeNumber(options, 'orders', 0, [1, 10_000_000]),
      days,
      stepHours: wholeNumber(options, 'step-hours', LONG_STEP_HOURS, [1, LONG_STEP_HOURS]),
      seed: wholeNumber(options, 'seed', TOUR.seed, [0, 0xffff_ffff]),
    });
    return { document, reached: true };
  },
};

async function fill(context: CommandContext, wanted: Fill): Promise<unknown> {
  const clock = sharedClock();
  const end = clock.now();
  clock.set(end - Math.max(0, wanted.days - FIRST_DAYS) * DAY_MS);
  const ordersPerDay = wanted.orders / wanted.days;
  const { seed } = wanted;
  const chain = await startDemo({
    ...TOUR,
    port: 0,
    seed,
    clock: clock.shift,
    ordersPerDay,
    historyDays: Math.min(FIRST_DAYS, wanted.days),
  });
  const options = nodeCoreOptions('command-line', context.dataFolder, false);
  const startTour = async (): Promise<typeof chain.access> => chain.access;
  const started = performance.now();
  const application = await startCore({ ...options, startDemo: startTour, clock: clock.shift });
  try {
    const total = await follow(application, clock, end, wanted, context);
    const seconds = (performance.now() - started) / 1000;
    const [kept] = await askCore<readonly Connection[]>(application, 'connections.list', {});
    return {
      orders: kept?.orders ?? 0,
      days: wanted.days,
      seconds: Math.round(seconds * 10) / 10,
      ordersPerSecond: Math.round(total.created / seconds),
      ...total,
    };
  } finally {
    await application.close();
    await chain.close();
  }
}

/** Moves the clock step by step and lets one whole run follow each step. */
async function follow(
  application: Application,
  clock: SharedClock,
  end: number,
  wanted: Fill,
  context: CommandContext,
): Promise<Filled> {
  const { id } = await askCore<Connection>(application, 'connections.addDemo', {});
  const total: Filled = { seen: 0, created: 0, changed: 0, requests: 0, runs: 0 };
  for (;;) {
    add(total, await askCore(application, 'sync.runToEnd', { connectionId: id }));
    const at = new Date(clock.now()).toISOString().slice(0, 16);
    context.say(`${at}  ${total.created}  ${Math.round(process.memoryUsage.rss() / 1e6)} MB`);
    if (clock.now() >= end) return total;
    clock.set(nextStop(clock.now(), end, wanted.stepHours));
  }
}

function nextStop(now: number, end: number, stepHours: number): number {
  const closeFrom = end - CLOSE_DAYS * DAY_MS;
  const step = now < closeFrom ? stepHours : Math.min(stepHours, SHORT_STEP_HOURS);
  const stop = now + step * HOUR_MS;
  return Math.min(Date.now(), now < closeFrom ? Math.min(stop, closeFrom) : stop);
}

function add(total: Filled, runs: readonly SyncSummary[]): void {
  for (const run of runs) {
    if (run.failure) throw Failure.fromData(run.failure);
    total.runs += 1;
    total.seen += run.seen;
    total.created += run.created;
    total.changed += run.changed;
    total.requests += run.requests;
  }
}
