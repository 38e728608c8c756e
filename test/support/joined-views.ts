import { Dice } from '../../main/demo/seeded.ts';
import type { ObservedOrder, Order } from '../../main/domain/orders/order.ts';
import { iikoCloud } from '../../main/sources/iiko-cloud/iiko-cloud.ts';
import { inTransaction, type WritableDb } from '../../main/store/database.ts';
import { saveOrders, type SavedOrders } from '../../main/store/orders/save-orders.ts';
import { run, sql } from '../../main/store/sql.ts';
import { toVendorKey } from '../../main/store/vendor-key.ts';
import { ORGANIZATION_ID, uuidFor, VENUE_ID } from '../fixtures/iiko-cloud-order.ts';
import { randomOrder } from './random-orders.ts';
import { emptyStore, ZONE } from './store-with-orders.ts';
import { payloadOf } from './payload-text.ts';

export type Vendor = 'iiko-cloud' | 'iiko-biz' | 'iiko-server';

const PLACES: Readonly<Record<Vendor, { connectionId: number; organizationId: string }>> = {
  'iiko-cloud': { connectionId: 1, organizationId: ORGANIZATION_ID },
  'iiko-biz': { connectionId: 2, organizationId: uuidFor(2, 'b') },
  'iiko-server': { connectionId: 3, organizationId: uuidFor(3, 'b') },
};

/** A store in which one venue is known to three systems; `joined` false leaves them three. */
export function threeVendorStore(joined = true): WritableDb {
  const db = emptyStore();
  for (const vendor of ['iiko-biz', 'iiko-server'] as const) addVendor(db, vendor, joined);
  return db;
}

function addVendor(db: WritableDb, vendor: Vendor, joined: boolean): void {
  const { connectionId: id, organizationId } = PLACES[vendor];
  run(
    db,
    sql`
INSERT INTO connection (id, vendor, name, settings, login_hash, history_days, poll_seconds, created_at)
VALUES (${id}, ${vendor}, ${vendor}, '{}', ${Buffer.from(vendor)}, 7, 30, 0)`,
  );
  run(
    db,
    sql`
INSERT INTO organization (id, vendor, vendor_id, connection_id, name, zone, zone_origin, closing_hour, currency)
VALUES (${id}, ${vendor}, ${toVendorKey(organizationId)}, ${id}, ${vendor}, ${ZONE}, 'person', 5, 'RUB')`,
  );
  run(
    db,
    sql`
INSERT INTO venue (id, organization_id, vendor_id, name, name_order, joined_to)
VALUES (${id}, ${id}, ${toVendorKey(VENUE_ID)}, 'Центральная', 'центральная', ${joined ? 1 : null})`,
  );
}

/** Stores what one system tells, as one page. */
export function tell(db: WritableDb, vendor: Vendor, orders: readonly Order[]): SavedOrders {
  const { connectionId, organizationId } = PLACES[vendor];
  const place = { id: connectionId, zone: ZONE, closingHour: 5 };
  return inTransaction(db, () =>
    saveOrders(db, {
      connectionId,
      vendor,
      path: 'window',
      organizations: new Map([[organizationId, place]]),
      orders: orders.map(observed),
      quarantined: [],
      observedAt: 1_795_000_000_000,
    }),
  );
}

const observed = (order: Order): ObservedOrder => ({ order, payload: payloadOf(order) });

/** One order as Cloud tells it; `posId` null as an old register leaves it. */
export function cloudView(
  number: number,
  posId: string | null,
  change: Partial<Order> = {},
): Order {
  const info = randomOrder(new Dice(number).next.bind(new Dice(number)), number);
  const payload = JSON.stringify({ ...info, posId });
  const context = { id: ORGANIZATION_ID, zone: ZONE, currency: 'RUB' };
  return { ...iikoCloud.readPayload(payload, context)!, venueId: VENUE_ID, ...change };
}

/** The same order as another system tells it: under its own id, without what it does not know. */
export function otherView(
  order: Order,
  vendor: 'iiko-biz' | 'iiko-server',
  id: string,
  change: Partial<Order> = {},
): Order {
  const known: Partial<Order> =
    vendor === 'iiko-biz'
      ? { sourceKey: '', zone: '', externalNumber: '' }
      : {
          comment: '',
          problem: null,
          payments: [],
          operator: { id: null, name: 'Оператор сервера' },
        };
  return {
    ...order,
    ...known,
    identities: [
      { vendor, id },
      { vendor: 'iiko-pos', id },
    ],
    organizationId: PLACES[vendor].organizationId,
    status: { system: vendor, code: order.stage },
    ...change,
  };
}
