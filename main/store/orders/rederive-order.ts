import type { Order } from '../../domain/orders/order.ts';
import { searchWords } from '../../domain/orders/search-words.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { toDeliveryColumns, toDeliveryRow, type DeliveryRow } from './delivery-row.ts';
import { deliveryValues, UPDATE_DELIVERY } from './delivery-statements.ts';
import { countRow, saveRollups } from './rollups.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

/** What an organization's orders are placed by. */
export type OrganizationFacts = Readonly<{
  vendor: string;
  vendorKey: Buffer;
  zone: string;
  currency: string;
  closingHour: number;
}>;

/** The organization as it is now set; undefined when there is none. */
export function readOrganizationFacts(
  db: ReadableDb,
  organizationId: number,
): OrganizationFacts | undefined {
  return readFirst<OrganizationFacts>(
    db,
    sql`
SELECT vendor,
       vendor_id AS vendorKey,
       zone,
       currency,
       closing_hour AS closingHour
  FROM organization
 WHERE id = ${organizationId}`,
  );
}

/** The next ids of an organization's deliveries. */
export function readDeliveryIds(
  db: ReadableDb,
  organizationId: number,
  afterId: number,
  count: number,
): number[] {
  return readAll<{ id: number }>(
    db,
    sql`
SELECT id
  FROM delivery
 WHERE organization_id = ${organizationId}
   AND id > ${afterId}
 ORDER BY id
 LIMIT ${count}`,
  ).map(({ id }) => id);
}

type Stored = DeliveryRow & { venue_name: string | null };

/** Writes an order's row again from its payload's new reading; the journal stays as it is. */
export function rederiveOrder(
  db: WritableDb,
  deliveryId: number,
  order: Order,
  payload: string,
  facts: OrganizationFacts,
): void {
  const stored = readFirst<Stored>(
    db,
    sql`
SELECT delivery.*, venue.name AS venue_name
  FROM delivery
  LEFT JOIN venue ON venue.id = delivery.venue_id
 WHERE delivery.id = ${deliveryId}`,
  );
  if (!stored) return;
  const place = {
    organizationId: stored.organization_id,
    connectionId: stored.connection_id,
    venueId: stored.venue_id,
    venueName: stored.venue_name ?? '',
    zone: facts.zone,
    closingHour: facts.closingHour,
    observedAt: stored.valid_from,
  };
  // Where the vendor counts no versions, the payload alone does not say which one it is.
  const versioned = order.version === 0 ? { ...order, version: stored.version } : order;
  const columns = toDeliveryColumns(versioned, place, payload, searchWords(order));
  run(db, { text: UPDATE_DELIVERY, values: [...deliveryValues(columns), deliveryId] });
  const rollups = new Map();
  countRow(rollups, stored, -1);
  countRow(rollups, toDeliveryRow(columns), 1);
  saveRollups(db, rollups);
}
