import { setImmediate as breathe } from 'node:timers/promises';
import { toEpochDay } from '../../domain/epoch-day.ts';
import type { Day } from '../../domain/local-time.ts';
import type { WindowRead } from '../../sources/order-source.ts';
import { saveBackFillDay } from '../../store/back-fill/back-fill-days.ts';
import { inTransaction, type WritableDb } from '../../store/database.ts';
import { notePouring } from '../../store/orders-pouring.ts';
import type { StoredOrganization } from '../../store/organizations.ts';
import { numberReadings } from '../../store/orders/number-readings.ts';
import { saveOrders, type SavedOrders } from '../../store/orders/save-orders.ts';
import { saveStale } from '../../store/sync/stale-statements.ts';

/** What one organization's part of a day told. */
export type DayPage = Readonly<{ organization: StoredOrganization; read: WindowRead }>;

/** Orders of one transaction: within 25 ms (`architecture.md` 1). */
const CHUNK = 50;
const DAY_MS = 86_400_000;
/** Accounts of a day move for a week after it. */
const SETTLED_MS = 8 * DAY_MS;

/** A day as it came, and whether its costs may still move. */
export type HistoryDay = Readonly<{ day: Day; pages: readonly DayPage[] }>;

/**
 * Stores a day in transactions of at most 50 orders; the last one notes that the day was read, so
 * that a kill in between repeats the day harmlessly. Answers the ids that are new or changed.
 */
export async function saveDay(
  db: WritableDb,
  connectionId: number,
  { day, pages }: HistoryDay,
  now: number,
): Promise<Readonly<{ created: number; changed: number; ids: readonly number[] }>> {
  const chunks = pages.flatMap((page) => chunksOf(page));
  const told = { created: 0, changed: 0, ids: [] as number[] };
  for (const [place, chunk] of chunks.entries()) {
    const last = place === chunks.length - 1;
    const saved = inTransaction(db, () => {
      const result = saveChunk(db, connectionId, chunk);
      if (last) saveBackFillDay(db, connectionId, summary(day, pages, now));
      return result;
    });
    told.created += saved.created.length;
    told.changed += saved.changed.length;
    told.ids.push(...saved.created, ...saved.changed);
    notePouring(db);
    await breathe();
  }
  return told;
}

type Chunk = DayPage & Readonly<{ orders: WindowRead['orders'] }>;

/** At least one, also of an empty day: it is noted as read all the same. */
function chunksOf(page: DayPage): readonly Chunk[] {
  const { orders, quarantined } = page.read;
  const count = Math.max(1, Math.ceil(orders.length / CHUNK));
  return Array.from({ length: count }, (_, place) => ({
    ...page,
    read: { ...page.read, quarantined: place === count - 1 ? quarantined : [] },
    orders: orders.slice(place * CHUNK, (place + 1) * CHUNK),
  }));
}

function saveChunk(
  db: WritableDb,
  connectionId: number,
  { organization, read, orders }: Chunk,
): SavedOrders {
  const { vendor } = organization;
  const saved = saveOrders(db, {
    connectionId,
    vendor,
    path: 'window',
    organizations: new Map([[organization.vendorId, organization]]),
    orders: numberReadings(db, vendor, orders),
    quarantined: read.quarantined,
    observedAt: read.serverTime,
  });
  saveStale(db, saved.places);
  return saved;
}

function summary(day: Day, pages: readonly DayPage[], now: number) {
  const epochDay = toEpochDay(day);
  const orders = pages.flatMap(({ read }) => read.orders);
  const asked = Math.min(...pages.map(({ read }) => read.serverTime), Number.MAX_SAFE_INTEGER);
  return {
    day: epochDay,
    orders: orders.length,
    sumMinor: orders.reduce((sum, { order }) => sum + order.sumMinor, 0),
    quarantined: pages.reduce((sum, { read }) => sum + read.quarantined.length, 0),
    settled: asked - epochDay * DAY_MS >= SETTLED_MS,
    readAt: now,
  };
}
