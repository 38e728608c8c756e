import { cutLists } from '../../main/sources/http/cut-lists.ts';
import { readOrders, type OrderPage } from '../../main/sources/iiko-cloud/read-orders.ts';
import { inTransaction, type WritableDb } from '../../main/store/database.ts';
import { saveOrders } from '../../main/store/orders/save-orders.ts';
import { toVendorKey } from '../../main/store/vendor-key.ts';
import type { Page } from './vendor-pages.ts';

/** What a sync does with its answers: parse, validate and store, one transaction a page. */
export function ingestPages(db: WritableDb, pages: readonly Page[], observedAt: number): void {
  const cursor = db.raw.prepare(`UPDATE connection SET contact_at = ? WHERE id = 1`);
  const ids = db.raw.prepare(`SELECT id FROM organization WHERE vendor_id = ?`).pluck();
  for (const { organizationId, zone, body } of pages) {
    const id = ids.get(toVendorKey(organizationId)) as number;
    const page: OrderPage = { orders: [], quarantined: [] };
    const { value, pieces } = cutLists(body, 'orders');
    const { orders } = value as { orders: unknown };
    readOrders(page, orders, pieces, () => ({ id: organizationId, zone, currency: 'RUB' }));
    inTransaction(db, () => {
      saveOrders(db, {
        connectionId: 1,
        vendor: 'iiko-cloud',
        path: 'window',
        organizations: new Map([[organizationId, { id, zone, closingHour: 5 }]]),
        ...page,
        observedAt,
      });
      cursor.run(observedAt);
    });
  }
}
