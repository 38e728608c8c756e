import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock } from '../../main/demo/chain-clock.ts';
import { createChain } from '../../main/demo/create-chain.ts';
import {
  CARRYING_FAULTS,
  HIDING_FAULTS,
  ORDER_FAULTS,
  REFUSING_FAULTS,
  SEQUENCE_FAULTS,
  type FaultKind,
} from '../../main/demo/faults/fault-kinds.ts';
import type { FaultRule } from '../../main/demo/faults/fault-plan.ts';
import { Dice } from '../../main/demo/seeded.ts';
import { dayOf } from '../../main/domain/local-time.ts';
import { iikoCloud } from '../../main/sources/iiko-cloud/iiko-cloud.ts';
import { chainSource, createSyncWorld } from '../support/sync-world.ts';
import { falseStatements, wrongOrders } from './truth-check.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** Faults that need wall time or much memory: tried one by one elsewhere. */
const NOT_HERE: ReadonlySet<FaultKind> = new Set<FaultKind>(['drip', 'huge', '401-right']);
/** Faults that change an order without changing its version: its sum may rightly differ. */
const CHANGES_CONTENT: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'order-text-for-number',
  'order-nulls',
  'wrong-encoding',
]);
const KINDS: readonly FaultKind[] = [
  ...REFUSING_FAULTS,
  ...CARRYING_FAULTS,
  ...ORDER_FAULTS,
  ...SEQUENCE_FAULTS,
  ...HIDING_FAULTS,
].filter((kind) => !NOT_HERE.has(kind));

/** What one seed came to. Everything but the counts must be empty. */
export type Simulated = Readonly<{
  seed: number;
  story: readonly string[];
  runs: number;
  complete: number;
  falseComplete: readonly string[];
  wrongAtEnd: readonly string[];
  bugs: readonly string[];
}>;

/**
 * Plays one life of a PC beside a chain with faults, on clocks moved by hand: nights off, a month
 * off, kills, jumps of the PC's clock, refusals, cut answers, wrong dates, wrong sets of orders.
 * After every run each `complete` is compared with the truth; at the end, once the faults are over,
 * the stored orders too. The same seed plays the same life.
 */
export async function simulate(
  seed: number,
  kinds = KINDS,
  look: (life: Life) => void = () => {},
): Promise<Simulated> {
  const folder = mkdtempSync(join(tmpdir(), 'sync-simulator-'));
  const life = beginLife(seed, join(folder, 'store.sqlite'), kinds);
  try {
    const days = 3 + life.dice.below(4);
    const until = life.clock.now() + days * DAY;
    while (life.clock.now() < until) await step(life);
    await settle(life);
    look(life);
    return {
      seed,
      story: life.story,
      runs: life.runs,
      complete: life.world.statements().filter(({ state }) => state === 'complete').length,
      falseComplete: life.falseComplete,
      wrongAtEnd: wrongOrders(life.world.db, life.chain.truth, life.clock.now(), life.checksSums),
      bugs: life.world.bugs,
    };
  } finally {
    await life.world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Life = ReturnType<typeof beginLife>;

function beginLife(seed: number, path: string, kinds: readonly FaultKind[]) {
  const dice = new Dice(seed * 2_654_435_761);
  const clock = manualClock(Date.UTC(2026, 2 + dice.below(8), 1 + dice.below(27), dice.below(24)));
  const rules = chooseFaults(dice, kinds);
  const options = { clock, seed: 1 + dice.below(9), ordersPerDay: 12 + dice.below(24) };
  const chain = createChain({ ...options, faults: { seed, rules } });
  const pc = { offsetMs: 0 };
  const pcNow = (): number => clock.now() + pc.offsetMs;
  const limits = { ...iikoCloud.limits, preOrderDays: 1 };
  const world = createSyncWorld({
    path,
    seed,
    now: pcNow,
    open: () => ({ source: chainSource(chain, clock, pcNow), limits }),
  });
  const story = [`faults ${rules.map(({ kind, probability }) => `${kind}:${probability}`).join()}`];
  const falseComplete: string[] = [];
  const checksSums = !rules.some(({ kind }) => CHANGES_CONTENT.has(kind));
  return { dice, clock, rules, chain, pc, world, story, falseComplete, checksSums, runs: 0 };
}

function chooseFaults(dice: Dice, kinds: readonly FaultKind[]): FaultRule[] {
  const rules: FaultRule[] = Array.from({ length: dice.below(5) }, () => ({
    kind: dice.pick(kinds),
    probability: dice.pick([0.005, 0.02, 0.05, 0.2]),
  }));
  // One way mostly down, so that the other must not pass for both.
  const down = dice.pick(['by_delivery_date', 'by_revision', 'by_id', '', '', '', '', '']);
  if (down !== '') rules.push({ kind: '500', probability: 0.9, paths: [down] });
  return rules;
}

/** So many whole milliseconds. */
const some = (dice: Dice, from: number, to: number, unit: number): number =>
  Math.floor(dice.between(from, to) * unit);

type Act = (life: Life) => Promise<void> | void;

const ACTS: readonly (readonly [readonly [name: string, act: Act], number])[] = [
  [['poll', ({ clock, dice }) => clock.advance(some(dice, 1, 20, MINUTE))], 30],
  [['quiet hours', ({ clock, dice }) => clock.advance(some(dice, 20, 170, MINUTE))], 45],
  [['night off', ({ clock, dice }) => clock.advance(some(dice, 3, 12, HOUR))], 1],
  [['month off', ({ clock, dice }) => clock.advance(some(dice, 5, 30, DAY))], 0.15],
  [['kill', killedRun], 4],
  [['PC clock jumps', ({ pc, dice }) => void (pc.offsetMs = some(dice, -10, 10, YEAR))], 2],
  [['PC clock right', ({ pc }) => void (pc.offsetMs = 0)], 2],
  [['restart', ({ world }) => world.restart()], 2],
];

async function step(life: Life): Promise<void> {
  const [name, act] = life.dice.weighted(ACTS);
  if (name !== 'poll' && name !== 'quiet hours') {
    life.story.push(`${new Date(life.clock.now()).toISOString()} ${name}`);
  }
  await act(life);
  await run(life);
}

async function run(life: Life): Promise<void> {
  life.runs += 1;
  const summary = await life.world.run();
  if (summary.failure) life.story.push(`  ${summary.failure.code}`);
  compare(life);
}

function compare({ world, chain, clock, falseComplete }: Life): void {
  const at = new Date(clock.now()).toISOString();
  for (const text of falseStatements(world, chain.truth)) falseComplete.push(`${at} ${text}`);
}

/** The program ends after some transaction of a run, wherever that is, and begins again. */
async function killedRun(life: Life): Promise<void> {
  const { world, dice } = life;
  const bugsBefore = world.bugs.length;
  const running = world.sync.handlers.runToEnd({ connectionId: world.connectionId });
  for (let turns = dice.below(60); turns > 0; turns -= 1) await turn();
  world.db.raw.close();
  await Promise.resolve(running).catch(() => {});
  world.bugs.length = bugsBefore;
  world.reopen();
  compare(life);
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * No more faults, a day for the proof to be made, and a person who has everything read again: an
 * order that a day's only window left out would else wait for that day's last read.
 */
async function settle(life: Life): Promise<void> {
  life.rules.length = 0;
  life.pc.offsetMs = 0;
  for (let turns = 0; turns < 10; turns += 1) {
    life.clock.advance(2.5 * HOUR);
    await run(life);
  }
  const { world, clock } = life;
  const [from, to] = [clock.now() - 6 * DAY, clock.now()].map((at) => dayOf(at, 'UTC'));
  await world.sync.handlers.reread({
    connectionId: world.connectionId,
    from: from ?? '',
    to: to ?? '',
  });
  await world.idle();
  await run(life);
}
