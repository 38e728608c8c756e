import { describe, expect, it } from 'vitest';
import {
  needsPerson,
  nextSyncState,
  waitAfterFailure,
  type SyncEvent,
} from '../../main/features/sync/sync-state.ts';
import type { SyncProgress, SyncState } from '../../main/contract/sync.ts';
import { breakOf, type ChainSegment } from '../../main/domain/revision-chain.ts';

const failure = { kind: 'unreachable', code: 'iiko-cloud.timeout', params: {} } as const;
const progress: SyncProgress = { phase: 'windows', done: 1, total: 2, etaMs: null, orders: 3 };
const states: readonly SyncState[] = [
  { type: 'idle', nextAt: 5 },
  { type: 'running', startedAt: 1, progress, cancellable: true },
  { type: 'waiting', retryAt: 9, failure, attempt: 1 },
  { type: 'stopped', failure },
  { type: 'paused' },
];
const events: readonly SyncEvent[] = [
  { type: 'started', at: 7, progress },
  { type: 'progressed', progress },
  { type: 'ended', nextAt: 8 },
  { type: 'failed', failure, retryAt: 9 },
  { type: 'gave-up', failure },
  { type: 'paused' },
  { type: 'resumed' },
];

describe('the state of a sync', () => {
  it('goes from every state by every event where the table says', () => {
    const table = states.map((state) =>
      events.map((event) => nextSyncState(state, event, 2).type).join(' '),
    );
    expect(table).toEqual([
      'running idle idle waiting stopped paused idle',
      'running running idle waiting stopped paused running',
      'running waiting idle waiting stopped paused waiting',
      'running stopped idle waiting stopped paused idle',
      'running paused paused paused paused paused idle',
    ]);
  });

  it('stops for what a person must mend, and waits for what mends itself', () => {
    expect(needsPerson({ kind: 'refused', code: 'iiko-cloud.login-refused', params: {} })).toBe(
      true,
    );
    expect(needsPerson({ kind: 'refused', code: 'store.disk-full', params: {} })).toBe(false);
    expect(needsPerson(failure)).toBe(false);
  });

  it('waits longer after each failure, spread, never over twenty minutes', () => {
    expect(waitAfterFailure(1, 0)).toBeLessThan(waitAfterFailure(2, 0));
    expect(waitAfterFailure(1, 0)).not.toBe(waitAfterFailure(1, 0.9));
    expect(waitAfterFailure(1000, 0.999)).toBeLessThanOrEqual(20 * 60_000);
  });
});

describe('a chain of revisions', () => {
  const open: ChainSegment = {
    fromRevision: 1,
    fromAt: 0,
    toRevision: 10,
    toAt: 1e6,
    broken: null,
  };
  const lagMs = 3 * 3_600_000;
  const next = { maxRevision: 10, serverTime: 1e6, nameless: false };
  it.each([
    ['goes on with the same revision', next, null],
    ['goes on although servers differ by a minute', { ...next, serverTime: 1e6 - 60_000 }, null],
    ['goes on at the limit of the lag', { ...next, serverTime: 1e6 + lagMs }, null],
    ['breaks beyond the lag', { ...next, serverTime: 1e6 + lagMs + 1 }, 'behind'],
    ['breaks when the clock steps back', { ...next, serverTime: 1e6 - 200_000 }, 'server-clock'],
    ['breaks when revisions step back', { ...next, maxRevision: 9 }, 'revision-back'],
    ['breaks at an entry without a name', { ...next, nameless: true }, 'unreadable'],
  ])('%s', (_, answer, expected) => {
    expect(breakOf(open, answer, lagMs)).toBe(expected);
  });
});
