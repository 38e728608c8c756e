import type { Outside } from '../../outside.ts';
import { workInBackground, type BackgroundWork } from '../../domain/background-work.ts';
import { stackOf } from '../../domain/stack-of.ts';
import type { Announce } from '../../contract/index.ts';
import type { Order } from '../../domain/orders/order.ts';
import { sourceKindOf } from '../../sources/catalogue.ts';
import { inTransaction, type WritableDb } from '../../store/database.ts';
import { readToldOrder } from '../../store/joining/read-joined.ts';
import { readPayload } from '../../store/orders/order-journal.ts';
import { readDueOrders, type DueOrder } from '../../store/reports/report-due.ts';
import {
  removeReportFacts,
  saveReportFacts,
  type FactOrder,
} from '../../store/reports/report-facts.ts';
import { fromVendorKey } from '../../store/vendor-key.ts';

/** Few enough that no other writing waits (`architecture.md` 1). */
const SLICE = 50;

/**
 * Fills the facts of orders that were stored before reports were, re-read for another zone, or
 * deleted. Goes on after a restart where it stopped, in short transactions.
 */
export function keepFacts(
  db: WritableDb,
  announce: Announce,
  log: Outside['log'] = () => undefined,
): BackgroundWork {
  return workInBackground(
    () => fillDue(db, announce),
    (error) => log({ level: 'error', code: 'reports.stopped', stack: stackOf(error) }),
  );
}

async function fillDue(db: WritableDb, announce: Announce): Promise<void> {
  let filled = false;
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve));
    if (!db.raw.open) return;
    const due = readDueOrders(db, SLICE);
    if (due.length === 0) break;
    inTransaction(db, () => fillSlice(db, due));
    filled = true;
  }
  if (filled) announce('reports.changed', null);
}

function fillSlice(db: WritableDb, due: readonly DueOrder[]): void {
  const readable: FactOrder[] = [];
  const gone: number[] = [];
  for (const one of due) {
    const order = readOrder(db, one);
    if (order) readable.push({ id: one.id, order, place: one.place });
    else gone.push(one.id);
  }
  saveReportFacts(db, readable);
  removeReportFacts(db, gone);
}

function readOrder(db: WritableDb, due: DueOrder): Order | null {
  const told = readToldOrder(db, due.id);
  if (told || due.vendor === null) return told;
  const payload = readPayload(db, due.vendor, due.id, null);
  if (payload === null) return null;
  const { zone } = due.place;
  const context = { id: fromVendorKey(due.organizationKey), zone, currency: due.currency };
  return sourceKindOf(due.vendor).readPayload(payload, context);
}
