import type { Outside } from '../../outside.ts';
import { workInBackground } from '../../domain/background-work.ts';
import { stackOf } from '../../domain/stack-of.ts';
import { sourceKindOf } from '../../sources/catalogue.ts';
import { inTransaction, type WritableDb } from '../../store/database.ts';
import { pauseOfPouring } from '../../store/orders-pouring.ts';
import { readPayload } from '../../store/orders/order-journal.ts';
import { fromVendorKey } from '../../store/vendor-key.ts';
import {
  readDuePlaces,
  removeDuePlaces,
  type DuePlace,
} from '../../store/zone-coverage/due-places.ts';
import { removeOrderPlaces, saveOrderPlaces } from '../../store/zone-coverage/order-places.ts';
import { learnFrom, learnNew } from './learn-addresses.ts';

/** Few enough that no other writing waits (`architecture.md` 1). */
const SLICE = 50;
/** While orders pour in they come first: a slice in so long, the rest in the pauses. */
const MOST_PAUSE_MS = 2000;

/** Keeps places and addresses up to date with the orders. */
export type PlaceKeeper = Readonly<{
  /** Orders were stored; these may have gone elsewhere than before. */
  nudge(changedIds: readonly number[]): void;
  /** Resolves once nothing is due. */
  settled(): Promise<void>;
}>;

/**
 * Reads the places of orders that were stored before places were kept, then learns addresses. Goes
 * on after a restart where it stopped, in short transactions.
 */
export function keepPlaces(db: WritableDb, log: Outside['log'] = () => undefined): PlaceKeeper {
  const changed = new Set<number>();
  const { wake, settled } = workInBackground(
    () => work(db, changed),
    (error) => log({ level: 'error', code: 'zone-coverage.stopped', stack: stackOf(error) }),
  );
  return {
    nudge(ids) {
      for (const id of ids) changed.add(id);
      wake();
    },
    settled,
  };
}

async function work(db: WritableDb, changed: Set<number>): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve));
    if (!db.raw.open) return;
    if (!inTransaction(db, () => fillDue(db) || learnNew(db) || learnChanged(db, changed))) return;
    await pauseOfPouring(db, MOST_PAUSE_MS);
  }
}

/** Reads places of a few orders again; false when none was due. */
function fillDue(db: WritableDb): boolean {
  const due = readDuePlaces(db, SLICE);
  for (const one of due) {
    const order = readOrder(db, one);
    if (order) saveOrderPlaces(db, [{ id: one.id, order, place: one.place }]);
    else removeOrderPlaces(db, [one.id]);
  }
  removeDuePlaces(
    db,
    due.map(({ id }) => id),
  );
  return due.length > 0;
}

function readOrder(db: WritableDb, due: DuePlace) {
  const payload = readPayload(db, due.vendor, due.id, null);
  if (payload === null) return null;
  const { zone } = due.place;
  const context = { id: fromVendorKey(due.organizationKey), zone, currency: due.currency };
  return sourceKindOf(due.vendor).readPayload(payload, context);
}

function learnChanged(db: WritableDb, changed: Set<number>): boolean {
  const ids = [...changed].slice(0, SLICE);
  for (const id of ids) changed.delete(id);
  learnFrom(db, ids);
  return ids.length > 0;
}
