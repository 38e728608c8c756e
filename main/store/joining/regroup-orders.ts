import { viewOf } from '../../domain/joining/order-view.ts';
import { businessEpochDayOf } from '../../domain/local-time.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { saveOrderCosts } from '../orders/order-costs.ts';
import { readPayload } from '../orders/order-journal.ts';
import { saveRollups } from '../orders/rollups.ts';
import { findVenue } from '../orders/venue-of-order.ts';
import { saveReportFacts } from '../reports/report-facts.ts';
import { readAll, readFirst, sql } from '../sql.ts';
import { saveStale } from '../sync/stale-statements.ts';
import { fromVendorKey, toVendorKey } from '../vendor-key.ts';
import { saveOrderPlaces } from '../zone-coverage/order-places.ts';
import { readNeighbours, readViewsOf, readViewVersion, saveView } from './order-views.ts';
import { settleViews, type Joining } from './settle-views.ts';

/** Reads a payload of the journal again as its vendor's source understands it; null when it can not. */
export type PayloadReader = (
  vendor: string,
  payload: string,
  organization: Readonly<{ id: string; zone: string; currency: string }>,
) => Order | null;

type Told = Readonly<{ order: Order; connectionId: number; payloadHash: number }>;
type Stored = Readonly<{
  system: string;
  venueId: number | null;
  connectionId: number;
  organizationId: number;
  payloadHash: number;
  observedAt: number;
}>;

/**
 * Looks through stored orders after venues were joined, parted or given another time zone: keeps what
 * each system tells of them anew and joins or parts them by it. `rewrite`: also where nothing moved.
 * Call it in a transaction.
 */
export function regroupOrders(
  db: WritableDb,
  ids: readonly number[],
  read: PayloadReader,
  rewrite: boolean,
): void {
  const page = {
    rollups: new Map(),
    facts: [],
    result: { created: [], changed: [], places: [] },
  } satisfies Omit<Joining, 'db' | 'seen'>;
  for (const id of ids) regroup(db, page, id, read, rewrite);
  saveOrderCosts(db, page.facts);
  saveReportFacts(db, page.facts);
  saveOrderPlaces(db, page.facts);
  saveRollups(db, page.rollups);
  saveStale(db, page.result.places);
}

function regroup(
  db: WritableDb,
  page: Omit<Joining, 'db' | 'seen'>,
  id: number,
  read: PayloadReader,
  rewrite: boolean,
): void {
  const stored = readStored(db, id);
  if (!stored) return;
  for (const told of tellingsOf(db, id, stored, read)) {
    const vendor = told.order.identities[0].vendor;
    const seen = { vendor, path: 'id', observedAt: stored.observedAt } as const;
    retell({ ...page, db, seen }, told, rewrite ? null : stored.venueId);
  }
}

const readStored = (db: ReadableDb, id: number): Stored | undefined =>
  readFirst(
    db,
    sql`
SELECT system,
       venue_id AS venueId,
       connection_id AS connectionId,
       organization_id AS organizationId,
       payload_hash AS payloadHash,
       valid_from AS observedAt
  FROM delivery
 WHERE id = ${id}`,
  );

/** What each system tells of the order, read anew from its journal. */
function tellingsOf(
  db: ReadableDb,
  id: number,
  stored: Stored,
  read: PayloadReader,
): readonly Told[] {
  const views = readViewsOf(db, id);
  if (views.length > 0) {
    return views.map(({ vendor, order, connectionId, payloadHash }) => {
      const again = readAgain(db, id, vendor, organizationOf(db, vendor, order), read);
      const { version } = order;
      return { order: again ? { ...again, version } : order, connectionId, payloadHash };
    });
  }
  const { system, connectionId, payloadHash, organizationId } = stored;
  const own = readFirst<Organization>(db, sql`${ORGANIZATION} WHERE id = ${organizationId}`);
  const order = readAgain(db, id, system, own, read);
  const version = readFirst<{ version: number }>(
    db,
    sql`SELECT version FROM delivery WHERE id = ${id}`,
  )!;
  return order ? [{ order: { ...order, ...version }, connectionId, payloadHash }] : [];
}

type Organization = Readonly<{
  id: number;
  vendorKey: Buffer;
  zone: string;
  closingHour: number;
  currency: string;
}>;

const ORGANIZATION = sql`
SELECT id, vendor_id AS vendorKey, zone, closing_hour AS closingHour, currency FROM organization`;

const organizationOf = (db: ReadableDb, vendor: string, order: Order): Organization | undefined =>
  readFirst(
    db,
    sql`${ORGANIZATION} WHERE vendor = ${vendor} AND vendor_id = ${toVendorKey(order.organizationId)}`,
  );

function readAgain(
  db: ReadableDb,
  id: number,
  vendor: string,
  organization: Organization | undefined,
  read: PayloadReader,
): Order | null {
  const payload = organization && readPayload(db, vendor, id, null);
  if (typeof payload !== 'string' || !organization) return null;
  const { zone, currency, vendorKey } = organization;
  return read(vendor, payload, { id: fromVendorKey(vendorKey), zone, currency });
}

/** Keeps the telling and settles it; one that is alone and stays at its venue needs no new row. */
function retell(joining: Joining, { order, ...told }: Told, venueId: number | null): void {
  const { db } = joining;
  const { vendor, id } = order.identities[0];
  const own = organizationOf(db, vendor, order);
  if (!own) return;
  const venue = findVenue(db, own.id, order.venueId);
  const { zone, closingHour } = venue?.home ?? own;
  const promised = order.times.promised?.instant ?? null;
  const day = promised === null ? null : businessEpochDayOf(promised, zone, closingHour);
  const kept = readViewVersion(db, vendor, id);
  const before = kept ? readNeighbours(db, [kept.viewId]) : [];
  const organizationId = venue?.home?.id ?? own.id;
  const view = viewOf(order, { venueId: venue?.id ?? null, day });
  const viewId = saveView(db, view, { order, organizationId, ...told });
  const beside = readNeighbours(db, [...new Set([...before, viewId])]);
  if (beside.length === 1 && venueId !== null && venueId === venue?.id) return;
  settleViews(joining, beside, { viewId, payload: null });
}

/** The next orders of a venue, in the sequence of their ids. */
export const readOrdersOfVenue = (
  db: ReadableDb,
  venueId: number,
  afterId: number,
  count: number,
): readonly number[] =>
  readAll<{ id: number }>(
    db,
    sql`
SELECT id
  FROM delivery NOT INDEXED
 WHERE venue_id = ${venueId}
   AND id > ${afterId}
 ORDER BY id
 LIMIT ${count}`,
  ).map(({ id }) => id);
