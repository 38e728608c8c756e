import { z } from 'zod';
import type { Completeness, CompletenessState } from '../domain/completeness.ts';
import type { FailureData } from '../domain/failure.ts';
import type { Day } from '../domain/local-time.ts';
import type { Instant } from '../domain/orders/order.ts';
import type { SyncLogEntry } from '../domain/sync-log-entry.ts';
import { announcement, ask } from './define.ts';

export type { Completeness, CompletenessState, SyncLogEntry };

const connectionId = z.int().positive();
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** What is being done now; `total` and `etaMs` are null where nobody can know. */
export type SyncProgress = Readonly<{
  phase: 'structure' | 'dictionaries' | 'windows' | 'revisions' | 'healing';
  done: number;
  total: number | null;
  etaMs: number | null;
  orders: number;
}>;

/**
 * What a connection does now; `waiting` tries again by itself, `stopped` needs somebody to act (one
 * that has worked before looks once an hour whether somebody did, at the vendor's end perhaps).
 */
export type SyncState =
  | Readonly<{ type: 'idle'; nextAt: Instant | null }>
  | Readonly<{ type: 'running'; startedAt: Instant; progress: SyncProgress; cancellable: true }>
  | Readonly<{ type: 'waiting'; retryAt: Instant; failure: FailureData; attempt: number }>
  | Readonly<{ type: 'stopped'; failure: FailureData }>
  | Readonly<{ type: 'paused' }>;

/** How many venues of a day stand where: a cell of the year's calendar. */
export type DayProof = Readonly<Record<CompletenessState, number>> & Readonly<{ day: Day }>;

/** Closed deliveries of a venue's business day as every way tells them. */
export type DayPaths = Readonly<{
  currency: string;
  /** What is stored. */
  orders: number;
  sumMinor: number;
  /** A system (`iiko-server`) or its own report (`iiko-server-report`). */
  paths: readonly Readonly<{
    path: string;
    orders: number;
    sumMinor: number;
    askedAt: Instant;
  }>[];
}>;

/** How a connection’s sync stands. */
export type ConnectionSync = Readonly<{
  connectionId: number;
  name: string;
  state: SyncState;
  /** The vendor's clock at the last answer that was stored. */
  dataAt: Instant | null;
  lastRun: SyncSummary | null;
}>;

/** What a run that is over did: requests sent, orders seen, made, changed and set aside. */
export type SyncSummary = Readonly<{
  runId: number;
  startedAt: Instant;
  finishedAt: Instant;
  outcome: 'done' | 'cancelled' | 'failed';
  requests: number;
  seen: number;
  created: number;
  changed: number;
  quarantined: number;
  failure: FailureData | null;
  /** Days by state over the venues this run stated. */
  statement: Readonly<Record<CompletenessState, number>>;
}>;

/**
 * Something that could not be read (texts under `failure.quarantine.<reason>`), with its payload
 * as it came.
 */
export type Quarantine = Readonly<{
  id: number;
  at: Instant;
  organization: string;
  vendorId: string | null;
  reason: string;
  payload: string;
}>;

/** Which lines of the log; nulls do not restrict. An export is searched in what it writes, the list in codes and values. */
const logFilter = {
  connectionId: connectionId.nullable(),
  level: z.enum(['info', 'warning', 'error']).nullable(),
  search: z.string().max(200),
};

/** Fetching from outside systems and the proof that nothing is missing. */
export const sync = {
  status: ask('core', z.strictObject({})).gives<readonly ConnectionSync[]>(),
  /** Starts a run at once; `busy` `sync.running` when one is under way. */
  now: ask('core', z.strictObject({ connectionId: connectionId.nullable() })).gives<null>(),
  /** Runs to completion and answers its summary: for the command line. */
  runToEnd: ask('core', z.strictObject({ connectionId: connectionId.nullable() })).gives<
    readonly SyncSummary[]
  >(),
  reread: ask('core', z.strictObject({ connectionId, from: day, to: day })).gives<null>(),
  cancel: ask('core', z.strictObject({ connectionId })).gives<null>(),
  setPaused: ask('core', z.strictObject({ connectionId, paused: z.boolean() })).gives<null>(),
  completeness: ask('list', z.strictObject({ from: day, to: day })).gives<
    readonly Completeness[]
  >(),
  /** The days of a period, of one venue or of all. Days that nobody stated are absent. */
  days: ask(
    'list',
    z.strictObject({ from: day, to: day, venueId: z.int().positive().nullable() }),
  ).gives<readonly DayProof[]>(),
  /** What every way tells of a venue's day. */
  paths: ask('list', z.strictObject({ venueId: z.int().positive(), day })).gives<DayPaths>(),
  /** The statements of a period as a table or as JSON; answers a handle for `transfer`. */
  exportStatement: ask(
    'report',
    z.strictObject({
      from: day,
      to: day,
      format: z.enum(['csv', 'json']),
      language: z.enum(['ru', 'en']),
    }),
  ).gives<Readonly<{ handle: string; fileName: string; rows: number }>>(),
  log: ask(
    'list',
    z.strictObject({
      ...logFilter,
      beforeId: z.int().positive().nullable(),
      count: z.int().min(1).max(500),
    }),
  ).gives<readonly SyncLogEntry[]>(),
  exportLog: ask('report', z.strictObject({ ...logFilter, language: z.enum(['ru', 'en']) })).gives<
    Readonly<{ handle: string; fileName: string; rows: number }>
  >(),
  quarantine: ask('list', z.strictObject({ count: z.int().min(1).max(500) })).gives<
    readonly Quarantine[]
  >(),
  /** Integrity of the file, roll-ups against a scan, statements against the journal. */
  verify: ask('report', z.strictObject({})).gives<
    readonly Readonly<{ check: string; passed: boolean; detail: string }>[]
  >(),
  progressed: announcement<readonly ConnectionSync[]>(),
  completenessChanged: announcement<Readonly<{ days: number }>>(),
};
