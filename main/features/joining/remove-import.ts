import type { Announce } from '../../contract/index.ts';
import { OFFICE_VENDOR } from '../../domain/joining/office-order.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { inTransaction, type WritableDb } from '../../store/database.ts';
import { readOnlyImported, removeOrderImport } from '../../store/joining/order-imports.ts';
import { removeTellings } from '../../store/joining/remove-tellings.ts';

const PART = 25;

/** Takes a whole import out, in short transactions; answers how many orders it told alone. */
export async function removeImport(
  db: WritableDb,
  announce: Announce,
  importId: number,
  now: Instant,
): Promise<number> {
  let removed = 0;
  for (;;) {
    const ids = readOnlyImported(db, importId, PART);
    if (ids.length === 0) break;
    inTransaction(db, () => removeTellings(db, OFFICE_VENDOR, ids, now));
    removed += ids.length;
    await new Promise((resolve) => setImmediate(resolve));
    if (!db.raw.open) return removed;
  }
  inTransaction(db, () => removeOrderImport(db, importId));
  announce('orders.changed', { ids: [], created: 0, changed: removed, alarms: [] });
  return removed;
}
