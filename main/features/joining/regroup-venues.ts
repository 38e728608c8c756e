import type { Announce } from '../../contract/index.ts';
import { inTransaction, type WritableDb } from '../../store/database.ts';
import {
  readOrdersOfVenue,
  regroupOrders,
  type PayloadReader,
} from '../../store/joining/regroup-orders.ts';
import { readRegrouping, saveRegrouping } from '../../store/joining/venue-joins.ts';

/** Within 25 ms (`architecture.md` 1). */
const PART = 25;

/**
 * Looks through the orders of venues that were joined or parted, in short transactions; one that was
 * cut off goes on from where it was.
 */
export async function regroupVenues(
  db: WritableDb,
  announce: Announce,
  read: PayloadReader,
): Promise<void> {
  let changed = false;
  for (;;) {
    if (!db.raw.open) return;
    const next = readRegrouping(db);
    if (!next) break;
    changed = true;
    const ids = readOrdersOfVenue(db, next.venueId, next.afterId, PART);
    inTransaction(db, () => {
      regroupOrders(db, ids, read, false);
      saveRegrouping(db, next.venueId, ids.at(-1) ?? null);
    });
    if (ids.length > 0)
      announce('orders.changed', { ids, created: 0, changed: ids.length, alarms: [] });
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (changed) announce('joining.changed', null);
}
