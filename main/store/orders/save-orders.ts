import type { OrderAlarm } from '../../domain/orders/order-alarm.ts';
import type { Instant, ObservedOrder, Quarantined } from '../../domain/orders/order.ts';
import { isCreation } from '../../domain/orders/stage.ts';
import { searchWords } from '../../domain/orders/search-words.ts';
import type { OrganizationDay, VenueDay } from '../sync/stale-statements.ts';
import type { WritableDb } from '../database.ts';
import { deliveryChanges } from './delivery-changes.ts';
import { toDeliveryColumns, toDeliveryRow, type DeliveryRow } from './delivery-row.ts';
import { deliveryValues, UPDATE_DELIVERY } from './delivery-statements.ts';
import { keepsViews } from '../joining/keeps-views.ts';
import { makeToldDictionary } from '../joining/order-views.ts';
import { joinOrder } from '../joining/join-order.ts';
import { insertOrders, saveIdentities, type NewOrder } from './insert-orders.ts';
import { replaceLines } from './order-lines.ts';
import { saveOrderCosts } from './order-costs.ts';
import { appendVersion, type ObservationPath } from './order-journal.ts';
import { notePlace, notePlaces, type Placed } from './note-places.ts';
import { ringForNew } from './new-order-alarm.ts';
import { noteSeen } from './note-seen.ts';
import { payloadHash } from './payload-hash.ts';
import { makeDictionary } from './payload-packing.ts';
import { saveQuarantined } from './quarantine.ts';
import { saveReportFacts, type FactOrder } from '../reports/report-facts.ts';
import { countedOf, countRow, saveRollups, type RollupChanges } from './rollups.ts';
import { readFirst, run, sql } from '../sql.ts';
import { findVenue } from './venue-of-order.ts';
import { toVendorKey } from '../vendor-key.ts';
import { saveOrderPlaces } from '../zone-coverage/order-places.ts';

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
  /** Nobody can read these payloads again: what they tell is kept beside them. */
  keepViews?: boolean;
}>;

export type SavedOrders = Readonly<{
  created: readonly number[];
  changed: readonly number[];
  unchanged: number;
  /** Orders of venues that nobody chose, or of organizations that are not known. */
  skipped: number;
  alarms: readonly OrderAlarm[];
  /** Where the orders stood before and stand now: the days whose statements no longer hold. */
  places: readonly VenueDay[];
  /** Days of orders without a venue or a promise: they may be any venue's. */
  loose: readonly OrganizationDay[];
}>;

type Stored = Placed & Readonly<{ id: number; version: number; payload_hash: number }>;
type Saving = {
  db: WritableDb;
  batch: OrderBatch;
  rollups: RollupChanges;
  /** Not stored yet, by the vendor's id: they go in together, table by table. */
  fresh: Map<string, NewOrder & Pick<FactOrder, 'place'>>;
  /** What reports count anew, once the page is stored. */
  facts: FactOrder[];
  /** By the vendor's id: few venues, many orders. */
  venues: Map<string, ReturnType<typeof findVenue>>;
  /** Several systems may tell of one order: asked once for the whole batch. */
  joins: boolean;
  result: MutableResult;
};
type MutableResult = {
  created: number[];
  changed: number[];
  unchanged: number;
  skipped: number;
  alarms: OrderAlarm[];
  places: VenueDay[];
  loose: OrganizationDay[];
};

/**
 * Stores orders, their journal entries, lines, search words and roll-ups. Call it in a transaction.
 * Idempotent: the larger vendor version wins; of two payloads with one version the same one always
 * wins, so that the order of arrival does not matter.
 */
export function saveOrders(db: WritableDb, batch: OrderBatch): SavedOrders {
  const result: MutableResult = {
    created: [],
    changed: [],
    unchanged: 0,
    skipped: 0,
    alarms: [],
    places: [],
    loose: [],
  };
  const saving: Saving = {
    db,
    batch,
    rollups: new Map(),
    fresh: new Map(),
    facts: [],
    venues: new Map(),
    joins: batch.keepViews === true || keepsViews(db),
    result,
  };
  makeDictionary(
    db,
    batch.vendor,
    batch.orders.slice(0, 8).map(({ payload }) => payload),
  );
  if (saving.joins) makeToldDictionary(db, batch.orders);
  for (const observed of batch.orders) saveOrder(saving, observed);
  saveFresh(saving);
  saveOrderCosts(db, saving.facts);
  saveReportFacts(db, saving.facts);
  saveOrderPlaces(db, saving.facts);
  saveRollups(db, saving.rollups);
  saveQuarantined(db, batch, batch.quarantined);
  return result;
}

function saveOrder(saving: Saving, observed: ObservedOrder): void {
  const { batch, fresh, joins, result } = saving;
  const { order, payload } = observed;
  const vendorId = order.identities[0].id;
  if (fresh.has(vendorId)) saveFresh(saving);
  const told = batch.organizations.get(order.organizationId);
  const venue = told && venueOf(saving, told.id, order.venueId);
  const organization = venue?.home ?? told;
  const stored = findStored(saving, observed);
  // One that is known goes on being followed, wherever it is moved.
  if (!organization || (venue?.followed === false && !stored)) {
    result.skipped += 1;
    return;
  }
  const place = {
    organizationId: organization.id,
    connectionId: batch.connectionId,
    venueId: venue?.id ?? null,
    venueName: venue?.name ?? '',
    zone: organization.zone,
    closingHour: organization.closingHour,
    observedAt: batch.observedAt,
  };
  if (
    joins &&
    joinOrder({ ...saving, seen: batch }, observed, place, stored, () => saveFresh(saving))
  )
    return;
  if (stored && !isNewer(observed, stored)) return noteUnchanged(saving, observed, stored);
  const words = searchWords(order);
  const columns = toDeliveryColumns(order, place, payload, words);
  notePlaces(result, place, columns, stored);
  const made = { order, payload, columns, words, venueName: place.venueName, place };
  if (stored) {
    updateOrder(saving, made, stored);
    saving.facts.push({ id: stored.id, order, place });
  } else {
    fresh.set(vendorId, made);
  }
}

function venueOf({ db, venues }: Saving, organizationId: number, vendorId: string | null) {
  if (vendorId === null) return null;
  const known = venues.get(vendorId) ?? findVenue(db, organizationId, vendorId);
  venues.set(vendorId, known);
  return known;
}

/** In two steps: an order that is not stored costs a fifth of what joining the tables would. */
function findStored({ db, result }: Saving, { order }: ObservedOrder): Stored | undefined {
  const [{ vendor, id: vendorId }] = order.identities;
  const known = readFirst<{ id: number }>(
    db,
    sql`
SELECT delivery_id AS id
  FROM delivery_identity
 WHERE vendor = ${vendor}
   AND vendor_id = ${toVendorKey(vendorId)}`,
  );
  if (!known) return undefined;
  const found = readFirst<Stored>(
    db,
    sql`
SELECT id, version, payload_hash, venue_id, promised_day
  FROM delivery
 WHERE id = ${known.id}`,
  );
  if (found) notePlace(result.places, found);
  return found;
}

const isNewer = ({ order, payload }: ObservedOrder, stored: Stored): boolean =>
  order.version > stored.version ||
  (order.version === stored.version && payloadHash(payload) > stored.payload_hash);

function saveFresh({ db, batch, rollups, fresh, facts, result }: Saving): void {
  if (fresh.size === 0) return;
  const orders = [...fresh.values()];
  const inserted = insertOrders(db, batch, orders);
  for (const [index, made] of orders.entries()) {
    const { order, columns, place } = made;
    const { id, counted } = inserted[index]!;
    result.created.push(id);
    facts.push({ id, order, place, counted });
    countRow(rollups, countedOf(columns), 1);
    ringForNew(result.alarms, id, made, batch.observedAt);
  }
  fresh.clear();
}

function updateOrder({ db, batch, rollups, result }: Saving, made: NewOrder, { id }: Stored): void {
  const { order, payload, columns, words } = made;
  const stored = readFirst<DeliveryRow>(db, sql`SELECT * FROM delivery WHERE id = ${id}`);
  if (!stored) return;
  const row = toDeliveryRow(columns);
  run(db, { text: UPDATE_DELIVERY, values: [...deliveryValues(columns), id] });
  noteSeen(db, batch.path, id, row.version);
  saveIdentities(db, id, order.identities);
  appendVersion(db, batch, { id, version: row.version, payload }, deliveryChanges(stored, row));
  if (row.lines_hash !== stored.lines_hash) {
    replaceLines(db, batch, { deliveryId: id, lines: order.lines });
  }
  if (row.words_hash !== stored.words_hash) {
    run(db, sql`INSERT OR REPLACE INTO delivery_search (rowid, words) VALUES (${id}, ${words})`);
  }
  countRow(rollups, stored, -1);
  countRow(rollups, countedOf(columns), 1);
  result.changed.push(id);
  // What was seen before it was created is news only now.
  if (isCreation(stored.status)) ringForNew(result.alarms, id, made, batch.observedAt);
}

function noteUnchanged({ db, batch, result }: Saving, { order }: ObservedOrder, { id }: Stored) {
  noteSeen(db, batch.path, id, order.version);
  result.unchanged += 1;
}
