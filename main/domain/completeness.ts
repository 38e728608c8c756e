import type { Day } from './local-time.ts';
import type { Instant } from './orders/order.ts';
import {
  standingOf,
  type DayRead,
  type OrderFacts,
  type Standing,
} from './orders/order-standing.ts';
import { isUntold, segmentOver, type ChainSegment } from './revision-chain.ts';

/** Changes are followed by revision for so long after a day's end before it can be proven. */
export const FOLLOW_MS = 24 * 3_600_000;

/** After so many vain tries a difference is called what it is. */
export const HEALING_ATTEMPTS = 3;

/** Everything that a statement about one venue and one local day rests on. */
export type DayFacts = Readonly<{
  start: Instant;
  end: Instant;
  /** The vendor's clock. */
  now: Instant;
  /** How long after its start a day can be read whole. */
  historyMs: number;
  /** Oldest first. */
  segments: readonly ChainSegment[];
  read: DayRead | null;
  orders: readonly OrderFacts[];
  /** Orders that came by revision, could not be read, and may belong to this day. */
  unreadable: number;
  /** Orders of the organization and day without a venue. */
  unplaced: number;
  /** Orders taken on the day that name no promised time: nobody knows which day is theirs. */
  undated: number;
  /** Whether the till has answered since the day ended; true where nobody can ask. */
  heardSince: boolean;
}>;

/** `complete`: two independent ways agree. `healing`: a difference is being fetched. `unproven`: says why. */
export type CompletenessState = 'complete' | 'healing' | 'unproven';

/** What the live way asked for: the whole read of the day, and the changes (revisions) it followed. */
export type AskedFor = Readonly<{
  readAt?: Instant | null;
  chainFrom?: number | null;
  chainTo?: number | null;
}>;

/** What is said of one venue and one local day. */
export type Completeness = Readonly<{
  venueId: number;
  venue: string;
  day: Day;
  state: CompletenessState;
  /** Key under `sync.reason.`; '' when complete. */
  reason: string;
  params: Readonly<Record<string, string | number>>;
  orders: number;
  /** Orders that only one of the two ways had shown and that were then fetched. */
  healed: number;
  /** Empty for a day that rests on totals, and for one that was withdrawn. */
  asked: AskedFor;
  hash: string;
  statedAt: Instant;
  /** The live way with its windows and revisions, or totals of several ways for a day of history. */
  restsOn: 'chain' | 'totals';
}>;

/** What is concluded of one venue and day, and what to do next. */
export type Verdict = Readonly<{
  state: CompletenessState;
  /** Key under `sync.reason.`; '' when complete. */
  reason: string;
  params: Readonly<Record<string, string | number>>;
  /** Orders to ask for by id. */
  differences: readonly string[];
  /** When, by the vendor's clock, the verdict may change by itself; null: never. */
  reviewAt: Instant | null;
}>;

type Reasoned = Pick<Verdict, 'state' | 'reason' | 'params'>;

/**
 * Judges one venue and day. `complete` only when an unbroken chain of revisions reaches from before
 * the day's first order to 24 hours after its end, a whole read of the day was made after that, and
 * every order's newest version is told by both ways or explained as a later change, and the till has
 * answered since.
 */
export function judgeDay(facts: DayFacts): Verdict {
  const chain = coveringChain(facts);
  const standings = facts.orders.map((order) => ({ order, standing: standingOf(order, facts) }));
  const differing = standings.filter(
    ({ standing }) => standing === 'different' || (standing === 'gap' && chain !== undefined),
  );
  const differences = differing.map(({ order }) => order.vendorId);
  const count = (wanted: Standing): number =>
    standings.filter(({ standing }) => standing === wanted).length;
  const reasoned =
    unreadable(facts) ??
    different(
      facts,
      differing.map(({ order }) => order),
    ) ??
    unsettled(facts, count) ??
    unchained(facts, chain, count('one-way')) ??
    unread(facts, chain!, count('behind')) ??
    unheard(facts);
  const verdict = reasoned ?? { state: 'complete' as const, reason: '', params: {} };
  return { ...verdict, differences, reviewAt: reviewAt(facts, verdict) };
}

/** The stretch of revisions that the day's proof rests on. */
function coveringChain({ segments, orders, start, end }: DayFacts): ChainSegment | undefined {
  return segmentOver(segments, firstCreated(orders) ?? start, end + FOLLOW_MS);
}

function firstCreated(orders: readonly OrderFacts[]): Instant | null {
  let first: Instant | null = null;
  for (const { stored } of orders) {
    const at = stored?.here ? stored.createdAt : null;
    if (at !== null && (first === null || at < first)) first = at;
  }
  return first;
}

const unproven = (reason: string, params: Reasoned['params'] = {}): Reasoned => ({
  state: 'unproven',
  reason,
  params,
});

function unreadable({ read, unreadable: unknown, unplaced, undated }: DayFacts): Reasoned | null {
  const count = unknown + (read?.quarantined ?? 0);
  if (count > 0) return unproven('quarantined', { count });
  if (unplaced > 0) return unproven('venue-unknown', { count: unplaced });
  return undated > 0 ? unproven('undated', { count: undated }) : null;
}

function different(facts: DayFacts, orders: readonly OrderFacts[]): Reasoned | null {
  if (orders.length === 0) return null;
  const params = { count: orders.length };
  const tried = orders.every(({ confirmed }) => (confirmed?.attempts ?? 0) >= HEALING_ATTEMPTS);
  if (tried || !isReadable(facts)) return unproven('paths-disagree', params);
  return { state: 'healing', reason: 'difference', params };
}

function unsettled(facts: DayFacts, count: (standing: Standing) => number): Reasoned | null {
  if (count('gone') > 0) return unproven('vanished', { count: count('gone') });
  if (count('confirming') === 0) return null;
  const params = { count: count('confirming') };
  if (!isReadable(facts)) return unproven('paths-disagree', params);
  return { state: 'healing', reason: 'confirming', params };
}

const isReadable = ({ now, start, historyMs }: DayFacts): boolean => now < start + historyMs;

/** Why no chain proves the day; null when one does and knows every order. */
function unchained(
  facts: DayFacts,
  chain: ChainSegment | undefined,
  oneWay: number,
): Reasoned | null {
  const { segments, now, end, orders, start } = facts;
  const firstAt = firstCreated(orders) ?? start;
  if (chain) return oneWay > 0 ? unproven('first-import') : null;
  const [first, last] = [segments[0], segments.at(-1)];
  if (last && isUntold(last)) return unproven(`changes-${last.broken}`);
  if (!first || !last || first.fromAt > firstAt) return unproven('first-import');
  if (last.broken === null && last.fromAt <= firstAt) {
    if (now < end + FOLLOW_MS) return unproven('not-yet-over', { until: end + FOLLOW_MS });
    return unproven('chain-behind');
  }
  return brokenChain(facts, firstAt);
}

function brokenChain({ segments, read, start, now, historyMs }: DayFacts, firstAt: Instant) {
  const hole = segments.findLast(({ fromAt, broken }) => broken !== null && fromAt <= firstAt);
  const at = hole?.toAt ?? firstAt;
  const resumed = segments.at(-1)!;
  const params = { at, why: hole?.broken ?? 'behind' };
  if (read && resumed.broken === null && read.startedAt >= resumed.fromAt) {
    return unproven('chain-broken-reread', { ...params, rereadAt: read.startedAt });
  }
  if (now >= start + historyMs) return unproven('outside-history', params);
  return unproven('chain-broken', params);
}

/** Why the window does not prove the day although a chain would; null when it does. */
function unread(facts: DayFacts, chain: ChainSegment, behind: number): Reasoned | null {
  const { read, end, start, historyMs, segments } = facts;
  if (behind > 0) return unproven('chain-behind');
  const pending = (): Reasoned =>
    isReadable(facts) ? unproven('window-pending') : unproven('outside-history');
  const whole = read !== null && read.finishedAt <= start + historyMs;
  if (!whole || read.startedAt < end + FOLLOW_MS) return pending();
  if (chain.broken === null && chain.toRevision < read.maxRevision) return unproven('chain-behind');
  const last = segments.at(-1)!;
  const followed = chain === last && chain.broken === null;
  if (followed || chain.toAt >= start + historyMs) return null;
  // A later hole: only a read after it shows what changed meanwhile.
  return last.broken === null && read.startedAt >= last.fromAt ? null : pending();
}

/** A till that was cut off keeps its orders to itself, and both ways agree that there are none (4.11). */
const unheard = ({ heardSince }: DayFacts): Reasoned | null =>
  heardSince ? null : unproven('till-silent');

function reviewAt(facts: DayFacts, { state, reason }: Reasoned): Instant | null {
  const { now, end, start, historyMs } = facts;
  if (state === 'healing' || reason === 'chain-behind' || reason === 'paths-disagree') return now;
  const next = [end + FOLLOW_MS, start + historyMs].filter((at) => at > now);
  return next.length === 0 ? null : Math.min(...next);
}

/**
 * Judges again a day that left the vendor's history, after an order of it changed: a proven day
 * stays proven while every later change came by revision.
 */
export function staysProven(
  orders: readonly Pick<NonNullable<OrderFacts['stored']>, 'version' | 'seenByChain'>[],
  provenRevision: number,
): boolean {
  return orders.every(
    ({ version, seenByChain }) => version <= provenRevision || seenByChain === version,
  );
}
