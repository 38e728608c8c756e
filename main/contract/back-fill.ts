import { z } from 'zod';
import type { FailureData } from '../domain/failure.ts';
import type { Day } from '../domain/local-time.ts';
import type { Instant } from '../domain/orders/order.ts';
import { announcement, ask } from './define.ts';

const connectionId = z.int().positive();
const day = z.iso.date();
const minute = z.int().min(0).max(1439);

/** What a back-fill does now. `waiting` goes on by itself. */
export type BackFillState =
  | Readonly<{ type: 'none' }>
  | Readonly<{ type: 'running'; day: Day | null }>
  | Readonly<{ type: 'waiting'; why: 'night'; until: Instant }>
  | Readonly<{ type: 'waiting'; why: 'failure'; until: Instant; failure: FailureData }>
  | Readonly<{ type: 'paused'; failure: FailureData | null }>
  | Readonly<{ type: 'done'; at: Instant | null }>;

/** The history of one connection: what is wanted, how far it is, what it does. */
export type BackFill = Readonly<{
  connectionId: number;
  name: string;
  /** The newest and the oldest day that can be asked for now. */
  newest: Day;
  oldest: Day;
  /** What is wanted; null before anything was. */
  from: Day | null;
  to: Day | null;
  /** Minutes after midnight of the venue's clock; null: at any time. */
  night: Readonly<{ from: number; to: number }> | null;
  state: BackFillState;
  daysDone: number;
  daysTotal: number;
  orders: number;
  /** Orders that could not be read and wait in the quarantine. */
  quarantined: number;
  /** By the days read since the last start; null while nobody can know. */
  etaMs: number | null;
}>;

/** Reading history in the background, newest first, in steps that survive everything. */
export const backFill = {
  /** Every connection that can give history. */
  list: ask('core', z.strictObject({})).gives<readonly BackFill[]>(),
  /**
   * Begins, or widens what is wanted; days that were read stay read. `invalid`
   * `back-fill.wrong-period` when the period is none or reaches further than the vendor does.
   */
  start: ask(
    'core',
    z.strictObject({
      connectionId,
      from: day,
      to: day,
      night: z.strictObject({ from: minute, to: minute }).nullable(),
    }),
  ).gives<BackFill>(),
  pause: ask('core', z.strictObject({ connectionId })).gives<BackFill>(),
  resume: ask('core', z.strictObject({ connectionId })).gives<BackFill>(),
  /** Answers when everything wanted was read, or a failure ended it: for the command line. */
  toEnd: ask('core', z.strictObject({ connectionId })).gives<BackFill>(),
  progressed: announcement<readonly BackFill[]>(),
};
