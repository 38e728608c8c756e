import { stackOf } from '../../domain/stack-of.ts';
import type { BackFillState } from '../../contract/back-fill.ts';
import { Failure, type FailureData } from '../../domain/failure.ts';
import { backOffMs } from '../../sources/http/back-off.ts';
import { readBackFill, saveBackFillState } from '../../store/back-fill/back-fills.ts';
import { asStoreFailure } from '../../store/database.ts';
import { readConnection } from '../../store/connections.ts';
import type { BackFillParts } from './back-fill-parts.ts';
import { fillHistory, type FillEnd } from './fill-history.ts';

/** The back-fill of one connection: one reading at a time, its pauses and its waits. */
export type Filler = Readonly<{
  state(): BackFillState;
  /** Milliseconds a day took on average since the last start; null before the first. */
  dayMs(): number | null;
  /** Takes up what the store says is wanted; does nothing while it is at it already. */
  wake(): void;
  /** Ends the reading at its next transaction. */
  stop(): Promise<void>;
  /** Resolves when nothing runs or waits by itself any more; a failure ends the wait too. */
  ended(): Promise<void>;
}>;

const FIRST_WAIT_MS = 15_000;
/** The clock may be set, the PC may sleep: nobody waits blindly for a whole day. */
const LONGEST_SLEEP_MS = 10 * 60_000;
/** Averaged over so many of the last days. */
const DAYS_TIMED = 20;

type Inside = {
  live: Exclude<BackFillState, { type: 'none' | 'done' }> | null;
  running: { abort: AbortController; ended: Promise<void> } | null;
  failures: number;
  lastFailure: FailureData | null;
  took: number[];
  dayBegunAt: number;
};

type Work = Readonly<{
  parts: BackFillParts;
  connectionId: number;
  inside: Inside;
  tell(urgent: boolean): void;
}>;

/** Creates the filler of one connection; nothing is asked before `wake`. */
export function createFiller(
  parts: BackFillParts,
  connectionId: number,
  tell: (urgent: boolean) => void,
): Filler {
  const inside: Inside = {
    live: null,
    running: null,
    failures: 0,
    lastFailure: null,
    took: [],
    dayBegunAt: 0,
  };
  const work: Work = { parts, connectionId, inside, tell };
  return {
    state: () => stateOf(work),
    dayMs: () => average(inside.took),
    wake() {
      if (inside.running || !isWanted(work)) return;
      const abort = new AbortController();
      inside.took = [];
      const ended = keepFilling(work, abort.signal).finally(() => {
        inside.running = null;
        tell(true);
      });
      inside.running = { abort, ended };
    },
    async stop() {
      inside.running?.abort.abort(new Failure('conflict', 'back-fill.stopped'));
      await inside.running?.ended;
      inside.live = null;
    },
    async ended() {
      await inside.running?.ended;
    },
  };
}

function stateOf({ parts, connectionId, inside }: Work): BackFillState {
  const stored = readBackFill(parts.db, connectionId);
  if (!stored) return { type: 'none' };
  if (stored.state === 'done') return { type: 'done', at: stored.finishedAt };
  if (stored.state === 'paused') return { type: 'paused', failure: inside.lastFailure };
  return inside.live ?? { type: 'running', day: null };
}

const average = (took: readonly number[]): number | null =>
  took.length === 0 ? null : took.reduce((sum, one) => sum + one, 0) / took.length;

/** Whether there is something to read, and nobody has paused it or the connection. */
function isWanted({ parts: { db }, connectionId }: Work): boolean {
  const connection = readConnection(db, connectionId);
  if (!connection || connection.removed || connection.paused) return false;
  return readBackFill(db, connectionId)?.state === 'running';
}

async function keepFilling(work: Work, signal: AbortSignal): Promise<void> {
  const { parts, inside } = work;
  inside.failures = 0;
  inside.lastFailure = null;
  while (isWanted(work) && !signal.aborted) {
    const waitMs = await fillOnce(work, signal);
    if (waitMs === null || signal.aborted) return;
    const slept = parts.outside.sleep(Math.min(waitMs, LONGEST_SLEEP_MS), signal);
    await slept.catch(() => undefined);
  }
}

/** Reads as far as it goes; answers how long to wait before the next try, null when it is over. */
async function fillOnce(work: Work, signal: AbortSignal): Promise<number | null> {
  const { parts, connectionId, inside } = work;
  try {
    const plan = readBackFill(parts.db, connectionId)!;
    inside.live = { type: 'running', day: null };
    const end = await fillHistory(parts, plan, newsOf(work), signal);
    return settle(work, end);
  } catch (error) {
    if (signal.aborted) return null;
    return fail(work, asStoreFailure(error));
  }
}

function newsOf({ parts, inside, tell }: Work) {
  return {
    dayBegun(day: string): void {
      inside.live = { type: 'running', day };
      inside.dayBegunAt = parts.outside.now();
      tell(false);
    },
    dayRead(): void {
      inside.failures = 0;
      inside.took.push(Math.max(0, parts.outside.now() - inside.dayBegunAt));
      if (inside.took.length > DAYS_TIMED) inside.took.shift();
    },
  };
}

function settle({ parts, connectionId, inside, tell }: Work, end: FillEnd): number | null {
  const now = parts.outside.now();
  if (end.type === 'night') {
    inside.live = { type: 'waiting', why: 'night', until: now + end.waitMs };
    tell(true);
    return end.waitMs;
  }
  saveBackFillState(parts.db, connectionId, 'done', now);
  inside.live = null;
  return null;
}

function fail({ parts, connectionId, inside, tell }: Work, error: unknown): number | null {
  const { outside, db } = parts;
  const failure = asFailure(parts, error).toData();
  inside.lastFailure = failure;
  if (needsPerson(failure)) {
    saveBackFillState(db, connectionId, 'paused', outside.now());
    inside.live = null;
    return null;
  }
  inside.failures += 1;
  const waitMs = backOffMs(inside.failures, FIRST_WAIT_MS, outside.random());
  inside.live = { type: 'waiting', why: 'failure', until: outside.now() + waitMs, failure };
  tell(true);
  // The command line tells the failure and ends; what is wanted stays wanted.
  return outside.scheduled ? waitMs : null;
}

/** Waiting does not give back a right, a login or a wrong address; a full disk may pass. */
const needsPerson = ({ kind, code }: FailureData): boolean =>
  (kind === 'refused' || kind === 'invalid' || kind === 'not-found') && !code.startsWith('store.');

function asFailure({ outside }: BackFillParts, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const stack = stackOf(error);
  outside.log({ level: 'error', code: 'back-fill.unexpected', stack });
  return new Failure('unexpected', 'back-fill.unexpected');
}
