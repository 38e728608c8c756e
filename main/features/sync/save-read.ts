import type { ObservedOrder } from '../../domain/orders/order.ts';
import type { OrderRead } from '../../sources/order-source.ts';
import { saveDayStale, saveStale } from '../../store/sync/stale-statements.ts';
import { inTransaction } from '../../store/database.ts';
import { readUnreadable, removeUnreadable } from '../../store/sync/healing.ts';
import type { ObservationPath } from '../../store/orders/order-journal.ts';
import {
  saveOrders,
  type OrganizationPlace,
  type SavedOrders,
} from '../../store/orders/save-orders.ts';
import { removeQuarantined } from '../../store/orders/quarantine.ts';
import { numberReadings } from '../../store/orders/number-readings.ts';
import { saveDataAt } from '../../store/sync/sync-runs.ts';
import { breathe, vendorNow, type SyncRun } from './sync-run.ts';

/** Orders of one transaction: within 25 ms (`architecture.md` 1). */
const CHUNK = 50;
const IDS_TOLD = 500;

/** Done in the same transaction as the chunk; `last` is true with the answer's last one. */
export type WithChunk = (chunk: readonly ObservedOrder[], last: boolean) => void;

/**
 * Stores an answer in transactions of at most 50 orders. What belongs to the whole answer (cursor,
 * quarantine) goes with the last one, so a kill in between repeats the answer harmlessly.
 */
export async function saveRead(
  run: SyncRun,
  places: ReadonlyMap<string, OrganizationPlace>,
  path: ObservationPath,
  read: Pick<OrderRead, 'orders' | 'quarantined' | 'serverTime'>,
  withChunk: WithChunk,
): Promise<void> {
  const observedAt = vendorNow(run);
  let from = 0;
  do {
    const chunk = read.orders.slice(from, from + CHUNK);
    from += CHUNK;
    const last = from >= read.orders.length;
    const saved = inTransaction(run.db, () => {
      const known = withVersions(run, chunk);
      const result = saveChunk(run, places, path, { ...read, observedAt }, known, last);
      withChunk(known, last);
      if (last) saveDataAt(run.db, run.connection.id, read.serverTime);
      return result;
    });
    count(run, chunk, saved);
    await breathe();
    run.signal.throwIfAborted();
  } while (from < read.orders.length);
  run.counts.quarantined += read.quarantined.length;
}

/** Where the source has no versions, they are counted from what is stored. */
const withVersions = (
  { db, connection, limits }: SyncRun,
  chunk: readonly ObservedOrder[],
): readonly ObservedOrder[] =>
  limits.versions ? chunk : numberReadings(db, connection.vendor, chunk);

function saveChunk(
  { db, connection }: SyncRun,
  places: ReadonlyMap<string, OrganizationPlace>,
  path: ObservationPath,
  read: Pick<OrderRead, 'quarantined'> & { observedAt: number },
  orders: readonly ObservedOrder[],
  last: boolean,
): SavedOrders {
  const ids = orders.map(({ order }) => order.identities[0].id);
  const saved = saveOrders(db, {
    connectionId: connection.id,
    vendor: connection.vendor,
    path,
    organizations: places,
    orders,
    quarantined: last ? read.quarantined : [],
    observedAt: read.observedAt,
  });
  saveStale(db, saved.places);
  for (const { organizationId, day } of saved.loose) saveDayStale(db, organizationId, day);
  removeQuarantined(db, connection.id, ids);
  if (readUnreadable(db, connection.id).length > 0) removeUnreadable(db, connection.id, ids);
  return saved;
}

function count(run: SyncRun, chunk: readonly ObservedOrder[], saved: SavedOrders): void {
  const { counts, announce } = run;
  counts.seen += chunk.length;
  counts.created += saved.created.length;
  counts.changed += saved.changed.length;
  if (saved.created.length + saved.changed.length === 0) return;
  announce('orders.changed', {
    ids: [...saved.created, ...saved.changed].slice(0, IDS_TOLD),
    created: saved.created.length,
    changed: saved.changed.length,
    alarms: saved.alarms,
  });
}
