import { openWritable, type WritableDb } from '../../main/store/database.ts';
import { inTransaction } from '../../main/store/database.ts';
import { saveOrders, type SavedOrders } from '../../main/store/orders/save-orders.ts';
import { run, sql } from '../../main/store/sql.ts';
import { toVendorKey } from '../../main/store/vendor-key.ts';
import { iikoCloud } from '../../main/sources/iiko-cloud/iiko-cloud.ts';
import type { WireOrderInfo } from '../../main/sources/iiko-cloud/wire.ts';
import { ORGANIZATION_ID, VENUE_ID } from '../fixtures/iiko-cloud-order.ts';
import { payloadOf, payloadText } from './payload-text.ts';

export const ZONE = 'Asia/Yekaterinburg';
const CLOSING_HOUR = 5;

/** A store with one connection, organization and venue; `:memory:` unless a path is given. */
export function emptyStore(path = ':memory:'): WritableDb {
  const db = openWritable(path);
  run(
    db,
    sql`
INSERT INTO connection (id, vendor, name, settings, login_hash, history_days, poll_seconds, created_at)
VALUES (1, 'iiko-cloud', 'Проба', '{}', ${Buffer.from('x')}, 7, 30, 0)`,
  );
  run(
    db,
    sql`
INSERT INTO organization (id, vendor, vendor_id, connection_id, name, zone, zone_origin, closing_hour, currency)
VALUES (1, 'iiko-cloud', ${toVendorKey(ORGANIZATION_ID)}, 1, 'Екатеринбург', ${ZONE}, 'person', ${CLOSING_HOUR}, 'RUB')`,
  );
  run(
    db,
    sql`
INSERT INTO venue (id, organization_id, vendor_id, name, name_order)
VALUES (1, 1, ${toVendorKey(VENUE_ID)}, 'Центральная', 'центральная')`,
  );
  return db;
}

/** Saves vendor's orders as one answer of the given path. */
export const save = (
  db: WritableDb,
  infos: readonly WireOrderInfo[],
  path: 'revision' | 'window' | 'id' = 'revision',
  observedAt = 1_795_000_000_000,
): SavedOrders => savePayloads(db, infos.map(payloadOf), path, observedAt);

/** Saves orders to the letter, as the vendor wrote them. */
export function savePayloads(
  db: WritableDb,
  payloads: readonly Uint8Array[],
  path: 'revision' | 'window' | 'id' = 'revision',
  observedAt = 1_795_000_000_000,
): SavedOrders {
  const context = { id: ORGANIZATION_ID, zone: ZONE, currency: 'RUB' };
  const orders = payloads.map((payload) => {
    const order = iikoCloud.readPayload(payloadText(payload), context);
    if (!order) throw new Error('The fixture can not be read');
    return { order, payload };
  });
  const organizations = new Map([
    [ORGANIZATION_ID, { id: 1, zone: ZONE, closingHour: CLOSING_HOUR }],
  ]);
  const batch = {
    connectionId: 1,
    vendor: 'iiko-cloud',
    path,
    organizations,
    orders,
    quarantined: [],
    observedAt,
  };
  return inTransaction(db, () => saveOrders(db, batch));
}
