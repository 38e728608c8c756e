import { hash53 } from '../domain/hash53.ts';
import { isNewsworthy, type OrderAlarm } from '../domain/order-alarm.ts';
import type { Instant, ObservedOrder, Quarantined } from '../domain/order.ts';
import { searchWords } from '../domain/search-words.ts';
import type { WritableDb } from './database.ts';
import { deliveryChanges } from './delivery-changes.ts';
import { toDeliveryRow, type DeliveryRow } from './delivery-row.ts';
import { deliveryValues, INSERT_DELIVERY, UPDATE_DELIVERY } from './delivery-statements.ts';
import { replaceLines, saveLines } from './order-lines.ts';
import { addFirstVersion, appendVersion, type ObservationPath } from './order-journal.ts';
import { makeDictionary } from './payload-packing.ts';
import { saveQuarantined } from './quarantine.ts';
import { countRow, saveRollups, type RollupChanges } from './rollups.ts';
import { readFirst, run, sql } from './sql.ts';
import { findVenue, type VenueOfOrder } from './venue-of-order.ts';
import { toVendorKey } from './vendor-key.ts';

/** What the store must know of an organization to place its orders. */
export type OrganizationPlace = Readonly<{ id: number; zone: string; closingHour: number }>;

/** Orders of one answer (or a part of it), and the way they were seen. */
export type OrderBatch = Readonly<{
  connectionId: number;
  vendor: string;
  path: ObservationPath;
  /** By the vendor's id of the organization. */
  organizations: ReadonlyMap<string, OrganizationPlace>;
  orders: readonly ObservedOrder[];
  quarantined: readonly Quarantined[];
  observedAt: Instant;
}>;

export type SavedOrders = Readonly<{
  created: readonly number[];
  changed: readonly number[];
  unchanged: number;
  /** Orders of venues that nobody chose, or of organizations that are not known. */
  skipped: number;
  alarms: readonly OrderAlarm[];
}>;

type Stored = { id: number; version: number; payload_hash: number };
type Saving = {
  db: WritableDb;
  batch: OrderBatch;
  rollups: RollupChanges;
  /** By the vendor's id: few venues, many orders. */
  venues: Map<string, ReturnType<typeof findVenue>>;
  result: MutableResult;
};
type MutableResult = {
  created: number[];
  changed: number[];
  unchanged: number;
  skipped: number;
  alarms: OrderAlarm[];
};

/**
 * Stores orders, their journal entries, lines, search words and roll-ups. Call it in a transaction.
 * Idempotent: the larger vendor version wins; of two payloads with one version the same one always
 * wins, so that the order of arrival does not matter.
 */
export function saveOrders(db: WritableDb, batch: OrderBatch): SavedOrders {
  const result: MutableResult = { created: [], changed: [], unchanged: 0, skipped: 0, alarms: [] };
  const saving: Saving = { db, batch, rollups: new Map(), venues: new Map(), result };
  makeDictionary(
    db,
    batch.vendor,
    batch.orders.slice(0, 8).map(({ payload }) => payload),
  );
  for (const observed of batch.orders) saveOrder(saving, observed);
  saveRollups(db, saving.rollups);
  const [organization] = batch.organizations.values();
  if (organization) {
    saveQuarantined(db, { ...batch, organizationId: organization.id }, batch.quarantined);
  }
  return result;
}

function saveOrder(saving: Saving, observed: ObservedOrder): void {
  const { db, batch, result } = saving;
  const organization = batch.organizations.get(observed.order.organizationId);
  const venue = organization && venueOf(saving, organization.id, observed.order.venueId);
  const stored = findStored(db, observed);
  // One that is known goes on being followed, wherever it is moved.
  if (!organization || (venue?.followed === false && !stored)) {
    result.skipped += 1;
    return;
  }
  if (stored && !isNewer(observed, stored)) return noteUnchanged(saving, observed, stored);
  const place = {
    organizationId: organization.id,
    connectionId: batch.connectionId,
    venueId: venue?.id ?? null,
    venueName: venue?.name ?? '',
    zone: organization.zone,
    closingHour: organization.closingHour,
    observedAt: batch.observedAt,
  };
  const words = searchWords(observed.order);
  const row = toDeliveryRow(observed.order, place, observed.payload, words);
  if (stored) updateOrder(saving, observed, row, words, stored);
  else insertOrder(saving, observed, row, words, venue ?? null);
}

function venueOf({ db, venues }: Saving, organizationId: number, vendorId: string | null) {
  if (vendorId === null) return null;
  const known = venues.get(vendorId) ?? findVenue(db, organizationId, vendorId);
  venues.set(vendorId, known);
  return known;
}

/** Few columns at a time: naming columns costs more than finding the row. */
function findStored(db: WritableDb, { order }: ObservedOrder): Stored | undefined {
  const [{ vendor, id: vendorId }] = order.identities;
  const found = readFirst<{ id: number }>(
    db,
    sql`
SELECT delivery_id AS id
  FROM delivery_identity
 WHERE vendor = ${vendor}
   AND vendor_id = ${toVendorKey(vendorId)}`,
  );
  if (!found) return undefined;
  return readFirst<Stored>(
    db,
    sql`SELECT id, version, payload_hash FROM delivery WHERE id = ${found.id}`,
  );
}

const isNewer = ({ order, payload }: ObservedOrder, stored: Stored): boolean =>
  order.version > stored.version ||
  (order.version === stored.version && hash53(payload) > stored.payload_hash);

function insertOrder(
  saving: Saving,
  { order, payload }: ObservedOrder,
  row: DeliveryRow,
  words: string,
  venue: VenueOfOrder | null,
): void {
  const { db, batch, rollups, result } = saving;
  const seenRevision = batch.path === 'revision' ? row.version : null;
  const seenWindow = batch.path === 'window' ? row.version : null;
  const { id } = run(db, {
    text: INSERT_DELIVERY,
    values: [...deliveryValues(row), seenRevision, seenWindow],
  });
  saveIdentities(db, id, order.identities);
  addFirstVersion(db, {
    id,
    vendor: batch.vendor,
    version: row.version,
    payload,
    path: batch.path,
    observedAt: batch.observedAt,
    changes: [],
  });
  saveLines(db, id, batch.vendor, order.lines, batch.observedAt);
  run(db, sql`INSERT INTO delivery_search (rowid, words) VALUES (${id}, ${words})`);
  countRow(rollups, row, 1);
  result.created.push(id);
  if (isNewsworthy(row, batch.observedAt)) {
    result.alarms.push({ kind: 'new', orderId: id, number: row.number, venue: venue?.name ?? '' });
  }
}

function updateOrder(
  saving: Saving,
  { order, payload }: ObservedOrder,
  row: DeliveryRow,
  words: string,
  { id }: Stored,
): void {
  const { db, batch, rollups, result } = saving;
  const stored = readFirst<DeliveryRow>(db, sql`SELECT * FROM delivery WHERE id = ${id}`);
  if (!stored) return;
  run(db, { text: UPDATE_DELIVERY, values: [...deliveryValues(row), id] });
  noteSeen(db, batch.path, id, row.version);
  saveIdentities(db, id, order.identities);
  const changes = deliveryChanges(stored, row);
  appendVersion(db, {
    id,
    vendor: batch.vendor,
    version: row.version,
    payload,
    path: batch.path,
    observedAt: batch.observedAt,
    changes,
  });
  if (row.lines_hash !== stored.lines_hash) {
    replaceLines(db, id, batch.vendor, order.lines, batch.observedAt);
  }
  if (row.words_hash !== stored.words_hash) {
    run(db, sql`INSERT OR REPLACE INTO delivery_search (rowid, words) VALUES (${id}, ${words})`);
  }
  countRow(rollups, stored, -1);
  countRow(rollups, row, 1);
  result.changed.push(id);
}

function noteUnchanged({ db, batch, result }: Saving, { order }: ObservedOrder, { id }: Stored) {
  noteSeen(db, batch.path, id, order.version);
  result.unchanged += 1;
}

function noteSeen(db: WritableDb, path: ObservationPath, id: number, version: number): void {
  if (path === 'revision') {
    run(
      db,
      sql`
UPDATE delivery
   SET seen_revision = ${version}
 WHERE id = ${id}
   AND (seen_revision IS NULL OR seen_revision < ${version})`,
    );
  }
  if (path === 'window') {
    run(
      db,
      sql`
UPDATE delivery
   SET seen_window = ${version}
 WHERE id = ${id}
   AND (seen_window IS NULL OR seen_window < ${version})`,
    );
  }
}

function saveIdentities(
  db: WritableDb,
  id: number,
  identities: ObservedOrder['order']['identities'],
): void {
  for (const identity of identities) {
    run(
      db,
      sql`
INSERT INTO delivery_identity (vendor, vendor_id, delivery_id)
VALUES (${identity.vendor}, ${toVendorKey(identity.id)}, ${id})
ON CONFLICT DO NOTHING`,
    );
  }
}
