import { assertNever } from '../../domain/assert-never.ts';
import type { FailureData } from '../../domain/failure.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { SyncProgress, SyncState } from '../../contract/sync.ts';

/** What can happen to a connection's sync. */
export type SyncEvent =
  | Readonly<{ type: 'started'; at: Instant; progress: SyncProgress }>
  | Readonly<{ type: 'progressed'; progress: SyncProgress }>
  | Readonly<{ type: 'ended'; nextAt: Instant | null }>
  | Readonly<{ type: 'failed'; failure: FailureData; retryAt: Instant }>
  | Readonly<{ type: 'gave-up'; failure: FailureData }>
  | Readonly<{ type: 'paused' }>
  | Readonly<{ type: 'resumed' }>;

/**
 * The next state; what can not happen in a state changes nothing. `attempt` is how many runs in a
 * row have failed, this one included.
 */
export function nextSyncState(state: SyncState, event: SyncEvent, attempt: number): SyncState {
  switch (event.type) {
    case 'started':
      return state.type === 'running'
        ? state
        : { type: 'running', startedAt: event.at, progress: event.progress, cancellable: true };
    case 'progressed':
      return state.type === 'running' ? { ...state, progress: event.progress } : state;
    case 'ended':
      return state.type === 'paused' ? state : { type: 'idle', nextAt: event.nextAt };
    case 'failed':
      if (state.type === 'paused') return state;
      return { type: 'waiting', retryAt: event.retryAt, failure: event.failure, attempt };
    case 'gave-up':
      return state.type === 'paused' ? state : { type: 'stopped', failure: event.failure };
    case 'paused':
      return { type: 'paused' };
    case 'resumed':
      return state.type === 'paused' || state.type === 'stopped'
        ? { type: 'idle', nextAt: null }
        : state;
    default:
      return assertNever(event);
  }
}

/**
 * Whether waiting can help. A refused login, a missing right or wrong settings need a person; the
 * store's own troubles (a full disk) pass by themselves (quality R6).
 */
export function needsPerson({ kind, code }: FailureData): boolean {
  return (kind === 'refused' || kind === 'invalid') && !code.startsWith('store.');
}

const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** How long to wait after so many failures in a row; `random` in [0, 1) spreads the clients. */
export function waitAfterFailure(attempt: number, random: number): number {
  const whole = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, 10));
  return Math.round(whole * (0.75 + random / 2));
}
