import type { Announce } from '../../contract/index.ts';
import { readPayloadAgain, sourceKindOf } from '../../sources/catalogue.ts';
import { inTransaction, type WritableDb } from '../../store/database.ts';
import { readViewsOf } from '../../store/joining/order-views.ts';
import { regroupOrders } from '../../store/joining/regroup-orders.ts';
import { readPayload } from '../../store/orders/order-journal.ts';
import {
  readDeliveryIds,
  readOrganizationFacts,
  rederiveOrder,
  type OrganizationFacts,
} from '../../store/orders/rederive-order.ts';
import { fromVendorKey } from '../../store/vendor-key.ts';

const PART = 100;

/**
 * Reads every order of an organization again from the journal, after its zone or closing hour was
 * changed (trap T5). Works in short transactions and lets others in between.
 */
export async function rederiveOrders(
  db: WritableDb,
  announce: Announce,
  organizationId: number,
): Promise<void> {
  const facts = readOrganizationFacts(db, organizationId);
  if (!facts) return;
  for (let behind = 0; ;) {
    const ids = readDeliveryIds(db, organizationId, behind, PART);
    if (ids.length === 0) break;
    inTransaction(db, () => {
      // What several systems tell is put together anew.
      const told = ids.filter((id) => readViewsOf(db, id).length > 0);
      regroupOrders(db, told, readPayloadAgain, true);
      for (const id of ids) if (!told.includes(id)) rederive(db, id, facts);
    });
    behind = ids.at(-1) ?? behind;
    announce('orders.changed', { ids, created: 0, changed: ids.length, alarms: [] });
    await new Promise((resolve) => setImmediate(resolve));
    if (!db.raw.open) return;
  }
}

function rederive(db: WritableDb, deliveryId: number, facts: OrganizationFacts): void {
  const payload = readPayload(db, facts.vendor, deliveryId, null);
  if (payload === null) return;
  const context = {
    id: fromVendorKey(facts.vendorKey),
    zone: facts.zone,
    currency: facts.currency,
  };
  const order = sourceKindOf(facts.vendor).readPayload(payload, context);
  if (order) rederiveOrder(db, deliveryId, order, payload, facts);
}
