import type { Completeness, ConnectionSync, SyncProgress } from '../../../main/contract/sync.ts';
import type { FailureData } from '../../../main/domain/failure.ts';
import type { Instant } from '../../../main/domain/orders/order.ts';

const FRESH_MS = 3 * 60_000;
const STALE_MS = 15 * 60_000;

/** How far the data can be trusted by its age alone. */
export type Freshness = 'fresh' | 'ageing' | 'stale';

export type DataAge = Readonly<{ at: Instant; ageMs: number; freshness: Freshness }>;

/**
 * Age of one connection's data. It is counted from the end of the last good run by this PC's clock:
 * the vendor's clock, by which the data itself is dated, may differ.
 */
function ageOf({ dataAt, lastRun }: ConnectionSync, now: Instant): number | null {
  if (dataAt === null) return null;
  const since = lastRun?.outcome === 'done' ? lastRun.finishedAt : dataAt;
  return Math.max(0, now - since);
}

/**
 * The oldest data of all connections that are followed, of all where every one is paused; null while
 * there is none.
 */
export function dataAge(connections: readonly ConnectionSync[], now: Instant): DataAge | null {
  const followed = connections.filter(({ state }) => state.type !== 'paused');
  let oldest: DataAge | null = null;
  for (const connection of followed.length > 0 ? followed : connections) {
    const ageMs = ageOf(connection, now);
    if (ageMs === null || connection.dataAt === null) continue;
    if (oldest && oldest.ageMs >= ageMs) continue;
    const freshness = ageMs < FRESH_MS ? 'fresh' : ageMs < STALE_MS ? 'ageing' : 'stale';
    oldest = { at: connection.dataAt, ageMs, freshness };
  }
  return oldest;
}

/** What sync does now, in order of what a person must know first. */
export type Activity =
  | Readonly<{ type: 'none' }>
  | Readonly<{ type: 'running'; runs: readonly ConnectionSync[]; progress: SyncProgress }>
  | Readonly<{ type: 'failing'; name: string; failure: FailureData; retryAt: Instant | null }>
  | Readonly<{ type: 'paused' }>
  | Readonly<{ type: 'idle'; nextAt: Instant | null }>;

const plus = (left: number | null, right: number | null): number | null =>
  left === null || right === null ? null : left + right;

/** Several runs as one: counts add up, the estimate is the longest. */
function together(all: readonly SyncProgress[]): SyncProgress {
  return all.reduce((sum, one) => ({
    phase: sum.phase,
    done: sum.done + one.done,
    total: plus(sum.total, one.total),
    etaMs: sum.etaMs === null || one.etaMs === null ? null : Math.max(sum.etaMs, one.etaMs),
    orders: sum.orders + one.orders,
  }));
}

/** The one activity the status line names. */
export function activityOf(connections: readonly ConnectionSync[]): Activity {
  const progress: SyncProgress[] = [];
  const runs: ConnectionSync[] = [];
  let failing: Activity | null = null;
  let nextAt: Instant | null = null;
  let paused = 0;
  for (const connection of connections) {
    const { state, name } = connection;
    if (state.type === 'running') {
      runs.push(connection);
      progress.push(state.progress);
    } else if (state.type === 'paused') paused += 1;
    else if (state.type === 'idle') nextAt = earlier(nextAt, state.nextAt);
    else {
      const retryAt = state.type === 'waiting' ? state.retryAt : null;
      failing ??= { type: 'failing', name, failure: state.failure, retryAt };
    }
  }
  if (runs.length > 0) return { type: 'running', runs, progress: together(progress) };
  if (failing) return failing;
  if (connections.length === 0) return { type: 'none' };
  return paused === connections.length ? { type: 'paused' } : { type: 'idle', nextAt };
}

const earlier = (left: Instant | null, right: Instant | null): Instant | null =>
  left === null || right === null ? (left ?? right) : Math.min(left, right);

/** The only reason without a gap behind it: a day cannot be proven before it is over. */
const NOT_YET = 'not-yet-over';

/** Today's statements in one word; `so-far`: nothing is missing yet, the proof comes after the day's end. */
export type TodayState = Readonly<{
  state: 'complete' | 'so-far' | 'healing' | 'unproven';
  orders: number;
  /** Venues whose day has a gap. */
  unproven: number;
  /** What the first of them stated, for the hover. */
  cause: Completeness | null;
}>;

/** Complete only when every venue's day is; null when nothing was stated yet. */
export function todayState(today: readonly Completeness[]): TodayState | null {
  if (today.length === 0) return null;
  const orders = today.reduce((sum, one) => sum + one.orders, 0);
  const gaps = today.filter(({ state, reason }) => state === 'unproven' && reason !== NOT_YET);
  const found = (state: TodayState['state'], cause: Completeness | null = null): TodayState => ({
    state,
    orders,
    unproven: gaps.length,
    cause,
  });
  const healing = today.find(({ state }) => state === 'healing');
  if (healing) return found('healing', healing);
  if (gaps.length > 0) return found('unproven', gaps[0]);
  return found(today.every(({ state }) => state === 'complete') ? 'complete' : 'so-far');
}
