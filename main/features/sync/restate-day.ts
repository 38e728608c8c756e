import { judgeDay, staysProven, type DayFacts, type Verdict } from '../../domain/completeness.ts';
import { fromEpochDay } from '../../domain/epoch-day.ts';
import { startOfDay } from '../../domain/local-time.ts';
import { withTotals } from '../../domain/path-totals.ts';
import type { OrderFacts } from '../../domain/orders/order-standing.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { SourceLimits } from '../../sources/order-source.ts';
import { saveStatement, type DueStatement } from '../../store/sync/completeness.ts';
import type { StoredConnection } from '../../store/connections.ts';
import type { WritableDb } from '../../store/database.ts';
import {
  countUndated,
  countUnplaced,
  hashOrders,
  isHeardSince,
  readOrderFacts,
} from '../../store/sync/day-facts.ts';
import { countHealed, readUnreadable } from '../../store/sync/healing.ts';
import type { StoredSegment } from '../../store/sync/revision-chains.ts';
import { countStrangers } from '../../store/sync/path-totals.ts';
import { readDayRead } from '../../store/sync/window-reads.ts';
import { calendarDayFacts } from './path-facts.ts';

const DAY_MS = 24 * 3_600_000;

/** What every statement of a connection is made from. */
export type StatementWork = Readonly<{
  db: WritableDb;
  connection: StoredConnection;
  limits: SourceLimits;
  /** The vendor's clock. */
  now: Instant;
  segments: readonly StoredSegment[];
}>;

/** Whether the day became proven, and the orders to ask for by id. */
export type Restated = Readonly<{ proven: boolean; differences: readonly string[] }>;

const UNCHANGED: Restated = { proven: false, differences: [] };

/** Judges a venue's day anew and stores the statement. `wanted`: the venue is still followed. */
export function restateDay(work: StatementWork, due: DueStatement, wanted: boolean): Restated {
  if (due.frozen) return restateFrozen(work, due);
  return wanted ? restateJudged(work, due) : withdraw(work, due);
}

function restateJudged(work: StatementWork, due: DueStatement): Restated {
  const facts = readFacts(work, due);
  const { read, start, historyMs, now } = facts;
  const live = judgeDay(facts);
  const verdict = heldAgainstTotals(work, due, live);
  const chain = work.segments.findLast(({ fromAt }) => fromAt <= start) ?? work.segments.at(-1);
  saveStatement(work.db, {
    ...statementOf(work, due, facts.orders),
    state: verdict.state,
    reason: verdict.reason,
    params: verdict.params,
    asked: {
      readAt: read?.startedAt ?? null,
      readRevision: read?.maxRevision ?? null,
      readOrders: read?.orders ?? null,
      chainFrom: chain?.fromRevision ?? null,
      chainTo: chain?.toRevision ?? null,
    },
    provenRevision: live.state === 'complete' ? (read?.maxRevision ?? null) : null,
    reviewAt: verdict.reviewAt,
    frozen: now >= start + historyMs,
  });
  return {
    proven: verdict.state === 'complete' && due.state !== 'complete',
    differences: now < start + historyMs ? verdict.differences : [],
  };
}

function readFacts({ db, connection, limits, now, segments }: StatementWork, due: DueStatement) {
  const { zone, organizationId, venueId, day } = due;
  const newest = readDayRead(db, organizationId, day);
  // A read in another time zone's name is no read of this day.
  const read = newest?.zone === zone ? newest : null;
  const place = { vendor: connection.vendor, organizationId, venueId, day };
  const start = startOfDay(fromEpochDay(day), zone);
  const end = startOfDay(fromEpochDay(day + 1), zone);
  return {
    start,
    end,
    now,
    historyMs: limits.historyDays * DAY_MS,
    segments,
    read,
    orders: readOrderFacts(db, { ...place, readId: read?.id ?? null }),
    unreadable: readUnreadable(db, connection.id).length,
    unplaced: countUnplaced(db, organizationId, day),
    undated: countUndated(db, { organizationId, venueId, from: start, to: end }),
    heardSince: isHeardSince(db, venueId, end),
  } satisfies DayFacts;
}

function statementOf(
  { db, connection, now }: StatementWork,
  due: DueStatement,
  all: readonly OrderFacts[],
) {
  const { venueId, day, zone } = due;
  const orders = placed(all);
  return {
    venueId,
    day,
    zone,
    connectionId: connection.id,
    statedAt: now,
    orders: orders.length,
    healed: Math.max(due.healed, countHealed(db, connection.vendor, venueId, day)),
    hash: hashOrders(orders),
  };
}

const placed = (orders: readonly OrderFacts[]) =>
  orders.flatMap(({ vendorId, stored }) => (stored?.here ? [{ vendorId, ...stored }] : []));

function readStored({ db, connection }: StatementWork, due: DueStatement): readonly OrderFacts[] {
  const { organizationId, venueId, day } = due;
  return readOrderFacts(db, {
    vendor: connection.vendor,
    organizationId,
    venueId,
    day,
    readId: null,
  });
}

/** A day that can not be read again: only changes that came by revision leave it proven. */
function restateFrozen(work: StatementWork, due: DueStatement): Restated {
  const orders = readStored(work, due);
  const wasProven = due.provenRevision !== null;
  const proven = wasProven && staysProven(placed(orders), due.provenRevision);
  const live = frozenVerdict(due, wasProven, proven);
  const outcome = heldAgainstTotals(work, due, live);
  saveStatement(work.db, {
    ...statementOf(work, due, orders),
    state: outcome.state,
    reason: outcome.reason,
    params: outcome.params,
    asked: { readRevision: due.provenRevision },
    provenRevision: proven ? due.provenRevision : null,
    reviewAt: null,
    frozen: true,
  });
  return UNCHANGED;
}

const heldAgainstTotals = (work: StatementWork, due: DueStatement, live: Verdict): Verdict =>
  withTotals(
    live,
    calendarDayFacts(work.db, due, work.now),
    countStrangers(work.db, work.connection.vendor, due.venueId, due.day),
  );

/** Reasons that totals gave: whatever they say now, the live way can no longer prove the day. */
const TOTALS_SAID: ReadonlySet<string> = new Set([
  '',
  'totals-differ',
  'sums-differ',
  'lookalikes',
  'only-elsewhere',
]);

function frozenVerdict(due: DueStatement, wasProven: boolean, proven: boolean): Verdict {
  const rest = { differences: [], reviewAt: null, params: {} };
  if (proven) return { ...rest, state: 'complete', reason: '' };
  if (wasProven) return { ...rest, state: 'unproven', reason: 'changed-later' };
  if (TOTALS_SAID.has(due.reason)) {
    return { ...rest, state: 'unproven', reason: 'outside-history' };
  }
  return { ...rest, state: due.state, reason: due.reason, params: due.params };
}

/** Nobody follows the venue any more: what was proven of a day that may still change is not. */
function withdraw(work: StatementWork, due: DueStatement): Restated {
  saveStatement(work.db, {
    ...statementOf(work, due, readStored(work, due)),
    state: 'unproven',
    reason: 'not-chosen',
    params: {},
    asked: {},
    provenRevision: null,
    reviewAt: null,
    frozen: false,
  });
  return UNCHANGED;
}
