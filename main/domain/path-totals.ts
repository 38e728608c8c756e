import type { Verdict } from './completeness.ts';
import type { Instant } from './orders/order.ts';

/** Closed deliveries of a venue's business day: how many, and what the guests were asked to pay. */
export type DaySales = Readonly<{ orders: number; sumMinor: number }>;

/**
 * One way to the same sales: every order of the day as a system tells it (`iiko-server`), or the
 * total of a system's own report (`iiko-server-report`). Read whole at `askedAt`.
 */
export type PathTotal = DaySales &
  Readonly<{ path: string; askedAt: Instant; quarantined: number }>;

/** What is held against each other to judge a business day by totals. */
export type PathFacts = Readonly<{
  /** When the business day was over. */
  end: Instant;
  now: Instant;
  /** What is stored. */
  ours: DaySales;
  paths: readonly PathTotal[];
  /** Orders whose sum two systems tell differently. */
  conflicts: number;
  /** Orders that look like another one and stay apart. */
  doubts: number;
}>;

/** Bills are closed and corrected for so long after a day: an earlier answer proves nothing. */
export const SETTLED_MS = 24 * 3_600_000;

/** Fewer ways than that say nothing of each other. */
const FEWEST_PATHS = 2;

type Reasoned = Pick<Verdict, 'state' | 'reason' | 'params'>;

const unproven = (reason: string, params: Reasoned['params'] = {}): Reasoned => ({
  state: 'unproven',
  reason,
  params,
});

/**
 * Why a day can not be complete whatever else proves it: ways that were asked after the day was
 * settled tell other sales than are stored, or systems differ about an order. Null: nothing does.
 */
export function pathObjection({ end, ours, paths, conflicts, doubts }: PathFacts): Reasoned | null {
  const differing = paths.find((told) => told.askedAt >= end + SETTLED_MS && !isSame(told, ours));
  if (differing) {
    const { path, orders, sumMinor } = differing;
    const params = { path, orders, sumMinor, ourOrders: ours.orders, ourSumMinor: ours.sumMinor };
    return unproven('totals-differ', params);
  }
  if (conflicts > 0) return unproven('sums-differ', { count: conflicts });
  return doubts > 0 ? unproven('lookalikes', { count: doubts }) : null;
}

const isSame = (told: DaySales, ours: DaySales): boolean =>
  told.orders === ours.orders && told.sumMinor === ours.sumMinor;

/**
 * Judges a business day by totals alone: `complete` only when at least two independent ways, read
 * whole after the day was settled, tell exactly what is stored, to the kopeck.
 */
export function judgeByTotals(facts: PathFacts): Reasoned {
  const objection = pathObjection(facts);
  if (objection) return objection;
  const { end, now, paths } = facts;
  const stuck = paths.reduce((sum, { quarantined }) => sum + quarantined, 0);
  if (stuck > 0) return unproven('quarantined', { count: stuck });
  if (now < end + SETTLED_MS) return unproven('not-yet-over', { until: end + SETTLED_MS });
  const settled = paths.filter(({ askedAt }) => askedAt >= end + SETTLED_MS);
  if (settled.length >= FEWEST_PATHS) return { state: 'complete', reason: '', params: {} };
  return settled.length === 0 ? unproven('totals-unread') : unproven('one-path');
}

/** Reasons of the live way that mean it is too late to prove a day, not that something is wrong. */
const TOO_LATE: ReadonlySet<string> = new Set([
  'first-import',
  'outside-history',
  'chain-broken',
  'chain-broken-reread',
  'changes-refused',
  'changes-no-clock',
  'changed-later',
]);

/**
 * The live way's verdict held against totals. They can object to what it has proven; what it can no
 * longer prove they may prove, never what it found wrong. `strangers`: orders of the day that the
 * live way does not know.
 */
export function withTotals(live: Verdict, facts: readonly PathFacts[], strangers: number): Verdict {
  const unknown = strangers > 0 ? unproven('only-elsewhere', { count: strangers }) : null;
  if (live.state === 'complete' && unknown) return { ...live, ...unknown };
  const objection = facts.map(pathObjection).find((one) => one !== null);
  if (live.state === 'complete') return objection ? { ...live, ...objection } : live;
  if (live.state === 'healing' || !TOO_LATE.has(live.reason) || facts.length === 0) return live;
  const [proof, ...others] = facts.map(judgeByTotals);
  const whole = [proof!, ...others].every(({ state }) => state === 'complete');
  return whole ? { ...live, ...proof! } : objection ? { ...live, ...objection } : live;
}
