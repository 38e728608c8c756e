import { createHash } from 'node:crypto';
import type { Instant } from '../../domain/orders/order.ts';
import type { WindowRead } from '../../sources/order-source.ts';
import { saveConnectionStale, saveDayStale } from '../../store/sync/stale-statements.ts';
import { inTransaction } from '../../store/database.ts';
import { saveUnreadableLocated } from '../../store/sync/healing.ts';
import type { StoredOrganization } from '../../store/organizations.ts';
import {
  readOpenSegment,
  saveSegmentBegun,
  saveSegmentBroken,
} from '../../store/sync/revision-chains.ts';
import {
  saveWindowBegun,
  saveWindowFinished,
  saveWindowOrders,
} from '../../store/sync/window-reads.ts';
import { limitsNow } from './limits-now.ts';
import type { WindowTask } from './plan-windows.ts';
import { saveRead } from './save-read.ts';
import type { SyncRun } from './sync-run.ts';
import { contextOf, type SyncScope } from './sync-scope.ts';

/** Where no revision limits what an answer's clock may say: no reading of a window takes longer. */
const LONGEST_READ_MS = 3_600_000;

type Reading = {
  id: number;
  startedAt: Instant;
  /**
   * How far the chain had come before anything was asked. The window must show all of that, whatever
   * the vendor's `maxRevision` means: «of all orders» may be those of this answer alone.
   */
  knownRevision: number;
  finishedAt: Instant;
  maxRevision: number;
  orders: number;
  quarantined: number;
  parts: number;
  hash: ReturnType<typeof createHash>;
};

/**
 * Reads one window to its end and keeps what it showed. Without an open chain the first part's
 * revision begins one: whatever changes from then on comes by revision, where the source has any.
 */
export async function readWindow(
  run: SyncRun,
  scope: SyncScope,
  organization: StoredOrganization,
  task: WindowTask,
): Promise<void> {
  const { fromLocal, toLocal } = task;
  const context = contextOf(organization);
  let reading: Reading | null = null;
  const parts = run.source.fetchOrdersPromised(context, fromLocal, toLocal, run.signal);
  for await (const part of parts) {
    reading ??= begin(run, scope, organization, task, part);
    await savePart(run, organization, task, reading, part);
  }
  if (reading) finish(run, organization, task, reading);
  run.counts.windows += 1;
}

function begin(
  run: SyncRun,
  scope: SyncScope,
  organization: StoredOrganization,
  task: WindowTask,
  part: WindowRead,
): Reading {
  const open = readOpenSegment(run.db, run.connection.id);
  // The chain's end was checked step by step; a single answer's clock was not.
  const startedAt = open?.toAt ?? part.serverTime;
  const id = inTransaction(run.db, () => {
    if (!open && limitsNow(run).revisionLagMs !== null) beginChain(run, scope, part);
    const place = { organizationId: organization.id, runId: run.runId, zone: organization.zone };
    return saveWindowBegun(run.db, { ...task, ...place, startedAt });
  });
  const counts = { maxRevision: 0, orders: 0, quarantined: 0, parts: 0 };
  const knownRevision = open?.toRevision ?? 0;
  return {
    id,
    startedAt,
    knownRevision,
    finishedAt: startedAt,
    ...counts,
    hash: createHash('sha256'),
  };
}

/**
 * A chain is dated by the vendor's clock: without one it would prove what this PC's clock says, so it
 * ends where it begins.
 */
function beginChain(run: SyncRun, scope: SyncScope, part: WindowRead): void {
  const { db, connection } = run;
  const { serverTime, correlationId } = part;
  const id = saveSegmentBegun(db, connection.id, scope.text, part.maxRevision, serverTime);
  saveConnectionStale(db, connection.id);
  if (run.source.serverNow() !== null) {
    return run.log({ level: 'info', code: 'chain-begun', correlationId });
  }
  saveSegmentBroken(db, id, 'no-clock', serverTime);
  run.log({ level: 'warning', code: 'chain-broken-no-clock', correlationId });
}

async function savePart(
  run: SyncRun,
  organization: StoredOrganization,
  task: WindowTask,
  reading: Reading,
  part: WindowRead,
): Promise<void> {
  note(run, reading, part);
  const places = new Map([[organization.vendorId, organization]]);
  await saveRead(run, places, 'window', part, (chunk, last) => {
    if (task.kind === 'day') {
      const shown = chunk.map(({ order }) => ({
        vendorId: order.identities[0].id,
        organizationId: organization.id,
        venueVendorId: order.venueId,
        version: order.version,
      }));
      saveWindowOrders(run.db, reading.id, revisionOf(reading, part), shown);
    }
    if (last) locate(run, part);
  });
}

/** Up to where a part shows every change; what is above came later. */
const revisionOf = ({ knownRevision }: Reading, { maxRevision }: WindowRead): number =>
  Math.max(knownRevision, maxRevision);

function note(run: SyncRun, reading: Reading, part: WindowRead): void {
  const latest = reading.startedAt + (run.limits.revisionLagMs ?? LONGEST_READ_MS);
  reading.finishedAt = Math.max(reading.finishedAt, Math.min(part.serverTime, latest));
  reading.maxRevision = Math.max(reading.maxRevision, revisionOf(reading, part));
  reading.orders += part.orders.length;
  reading.quarantined += part.quarantined.length;
  reading.parts += 1;
  for (const { order } of part.orders) {
    reading.hash.update(`${order.identities[0].id}:${order.version}\n`);
  }
}

function locate(run: SyncRun, part: WindowRead): void {
  for (const { vendorId } of part.quarantined) {
    if (vendorId) saveUnreadableLocated(run.db, run.connection.id, vendorId);
  }
}

function finish(
  run: SyncRun,
  organization: StoredOrganization,
  task: WindowTask,
  { id, hash, knownRevision: _, ...finished }: Reading,
): void {
  inTransaction(run.db, () => {
    saveWindowFinished(run.db, id, { ...finished, hash: hash.digest('hex') });
    if (task.day !== null) saveDayStale(run.db, organization.id, task.day);
  });
}
