import { fromEpochDay, toEpochDay } from '../../domain/epoch-day.ts';
import { dayOf, type Day } from '../../domain/local-time.ts';
import { untilNightMs } from '../../domain/night-window.ts';
import type { OrderSource, WindowRead } from '../../sources/order-source.ts';
import { readWantedDays } from '../../store/back-fill/back-fill-days.ts';
import type { StoredBackFill } from '../../store/back-fill/back-fills.ts';
import { readWantedOrganizations, type StoredOrganization } from '../../store/organizations.ts';
import type { BackFillParts } from './back-fill-parts.ts';
import { saveDay, type DayPage, type HistoryDay } from './save-day.ts';

/** Why reading stopped without a failure. */
export type FillEnd = Readonly<{ type: 'done' }> | Readonly<{ type: 'night'; waitMs: number }>;

/** Where a reading tells how far it is. */
export type FillNews = Readonly<{
  dayBegun(day: Day): void;
  dayRead(day: Day, orders: number): void;
}>;

const DAY_MS = 86_400_000;
/** Days younger than that are the sync's: it reads them again until their costs stand. */
const SYNC_DAYS = 8;
const IDS_TOLD = 500;

/**
 * Reads what is still wanted, newest day first, one day's reports while the day before is being
 * stored. Ends when everything was read or the night is over; rejects with the `Failure` that
 * stopped it. The source is closed in any case: no licence slot is held while nothing is read.
 */
export async function fillHistory(
  parts: BackFillParts,
  plan: StoredBackFill,
  news: FillNews,
  signal: AbortSignal,
): Promise<FillEnd> {
  const { db, outside } = parts;
  const organizations = readWantedOrganizations(db, plan.connectionId);
  const days = wantedDays(parts, plan, organizations);
  if (days.length === 0) return { type: 'done' };
  const waitMs = waitOf(plan, organizations, outside.now());
  if (waitMs > 0) return { type: 'night', waitMs };
  const { source } = await parts.openSource(plan.connectionId);
  try {
    return await readDays(parts, plan, { source, organizations, days }, news, signal);
  } finally {
    await source.close?.();
  }
}

function wantedDays(
  { db, outside }: BackFillParts,
  plan: StoredBackFill,
  organizations: readonly StoredOrganization[],
): readonly number[] {
  const zone = organizations[0]?.zone ?? 'UTC';
  const today = toEpochDay(dayOf(outside.now(), zone));
  const period = [plan.fromDay, plan.toDay] as const;
  return readWantedDays(db, plan.connectionId, period, today - SYNC_DAYS);
}

function waitOf(
  { night }: StoredBackFill,
  organizations: readonly StoredOrganization[],
  now: number,
): number {
  return night === null ? 0 : untilNightMs(night, now, organizations[0]?.zone ?? 'UTC');
}

type Work = Readonly<{
  source: OrderSource;
  organizations: readonly StoredOrganization[];
  days: readonly number[];
}>;

async function readDays(
  parts: BackFillParts,
  plan: StoredBackFill,
  { source, organizations, days }: Work,
  news: FillNews,
  signal: AbortSignal,
): Promise<FillEnd> {
  const read = (place: number): Promise<HistoryDay> | null => {
    const day = days[place];
    if (day === undefined) return null;
    const reading = readDay(source, organizations, fromEpochDay(day), signal);
    // Waited for below; a failure meanwhile must not end the program.
    reading.catch(() => undefined);
    return reading;
  };
  let next = read(0);
  for (const [place, day] of days.entries()) {
    news.dayBegun(fromEpochDay(day));
    const history = await next!;
    signal.throwIfAborted();
    const waitMs = waitOf(plan, organizations, parts.outside.now());
    next = waitMs > 0 ? null : read(place + 1);
    try {
      await store(parts, plan.connectionId, history, news);
    } catch (error) {
      // Nobody asks the server any more when the caller hears of it.
      await next?.catch(() => undefined);
      throw error;
    }
    if (waitMs > 0 && place < days.length - 1) return { type: 'night', waitMs };
  }
  return { type: 'done' };
}

async function readDay(
  source: OrderSource,
  organizations: readonly StoredOrganization[],
  day: Day,
  signal: AbortSignal,
): Promise<HistoryDay> {
  const pages: DayPage[] = [];
  for (const organization of organizations) {
    const { vendorId, zone, currency } = organization;
    const context = { id: vendorId, zone, currency };
    const [from, to] = [`${day} 00:00:00.000`, `${day} 23:59:59.999`];
    const windows: AsyncIterable<WindowRead> = source.fetchOrdersPromised(
      context,
      from,
      to,
      signal,
    );
    for await (const read of windows) pages.push({ organization, read });
  }
  return { day, pages };
}

async function store(
  { db, outside, announce }: BackFillParts,
  connectionId: number,
  history: HistoryDay,
  news: FillNews,
): Promise<void> {
  const { created, changed, ids } = await saveDay(db, connectionId, history, outside.now());
  if (created + changed > 0) {
    announce('orders.changed', { ids: ids.slice(0, IDS_TOLD), created, changed, alarms: [] });
  }
  const orders = history.pages.reduce((sum, { read }) => sum + read.orders.length, 0);
  news.dayRead(history.day, orders);
}

/** The newest day that history may end with: yesterday, as the venues' clocks show it. */
export const newestDay = (now: number): Day => new Date(now - DAY_MS).toISOString().slice(0, 10);
