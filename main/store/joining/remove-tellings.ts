import type { WritableDb } from '../database.ts';
import type { DeliveryRow } from '../orders/delivery-row.ts';
import { leaveBlocks } from '../orders/order-journal.ts';
import { saveOrderCosts } from '../orders/order-costs.ts';
import { countRow, saveRollups, type RollupChanges } from '../orders/rollups.ts';
import { removeReportFacts, saveReportFacts, type FactOrder } from '../reports/report-facts.ts';
import { readFirst, run, sql } from '../sql.ts';
import { saveStale, type VenueDay } from '../sync/stale-statements.ts';
import { toVendorKey } from '../vendor-key.ts';
import { saveOrderPlaces } from '../zone-coverage/order-places.ts';
import { nameVersions } from './move-order.ts';
import {
  readNeighbours,
  readViews,
  readViewsOf,
  readViewVersion,
  removeView,
} from './order-views.ts';
import { settleViews, type Joining } from './settle-views.ts';

type Page = Omit<Joining, 'seen'> & Readonly<{ facts: FactOrder[]; rollups: RollupChanges }>;

/**
 * Takes out what a system tells of orders: those that others tell of too stay without it, the rest
 * go. Call it in a transaction.
 */
export function removeTellings(
  db: WritableDb,
  vendor: string,
  vendorIds: readonly string[],
  observedAt: number,
): void {
  const page: Page = {
    db,
    rollups: new Map(),
    facts: [],
    result: { created: [], changed: [], places: [] },
  };
  for (const vendorId of vendorIds) removeTelling(page, vendor, vendorId, observedAt);
  saveOrderCosts(db, page.facts);
  saveReportFacts(db, page.facts);
  saveOrderPlaces(db, page.facts);
  saveRollups(db, page.rollups);
  saveStale(db, page.result.places);
}

function removeTelling(page: Page, vendor: string, vendorId: string, observedAt: number): void {
  const { db } = page;
  const kept = readViewVersion(db, vendor, vendorId);
  const stored = readFirst<DeliveryRow & { id: number }>(
    db,
    sql`
SELECT delivery.*
  FROM delivery_identity
  JOIN delivery ON delivery.id = delivery_identity.delivery_id
 WHERE delivery_identity.vendor = ${vendor}
   AND delivery_identity.vendor_id = ${toVendorKey(vendorId)}`,
  );
  if (!kept || !stored) return;
  const beside = readNeighbours(db, [kept.viewId]).filter((id) => id !== kept.viewId);
  const others = readViewsOf(db, stored.id).filter(({ viewId }) => viewId !== kept.viewId);
  const [other] = others;
  if (other) {
    forget(db, stored, vendor, vendorId);
    removeView(db, kept.viewId);
    const seen = { vendor: other.vendor, path: 'id', observedAt } as const;
    settleViews({ ...page, seen }, beside, { viewId: other.viewId, payload: null });
    return;
  }
  removeView(db, kept.viewId);
  removeOrder(page, stored);
  const [left] = readViews(db, beside.slice(0, 1));
  if (!left) return;
  const seen = { vendor: left.vendor, path: 'id', observedAt } as const;
  settleViews({ ...page, seen }, beside, { viewId: left.viewId, payload: null });
}

/** Takes one system's journal and id out of an order that others tell of. */
function forget(
  db: WritableDb,
  { id, system }: DeliveryRow & { id: number },
  vendor: string,
  vendorId: string,
): void {
  nameVersions(db, id, system);
  run(
    db,
    sql`
UPDATE payload_block
   SET orders = orders - 1
 WHERE id IN (SELECT block_id FROM delivery_version WHERE delivery_id = ${id} AND vendor = ${vendor})`,
  );
  run(
    db,
    sql`
DELETE FROM payload_block
 WHERE orders = 0
   AND id IN (SELECT block_id FROM delivery_version WHERE delivery_id = ${id} AND vendor = ${vendor})`,
  );
  run(db, sql`DELETE FROM delivery_version WHERE delivery_id = ${id} AND vendor = ${vendor}`);
  run(
    db,
    sql`
DELETE FROM delivery_identity
 WHERE vendor = ${vendor}
   AND vendor_id = ${toVendorKey(vendorId)}`,
  );
}

function removeOrder({ db, rollups, result }: Page, stored: DeliveryRow & { id: number }): void {
  const { id, venue_id, promised_day } = stored;
  countRow(rollups, stored, -1);
  if (venue_id !== null && promised_day !== null) {
    (result.places as VenueDay[]).push({ venueId: venue_id, day: promised_day });
  }
  leaveBlocks(db, id);
  run(db, sql`DELETE FROM delivery_search WHERE rowid = ${id}`);
  run(db, sql`DELETE FROM delivery WHERE id = ${id}`);
  removeReportFacts(db, [id]);
}
