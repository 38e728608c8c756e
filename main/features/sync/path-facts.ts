import { fromEpochDay } from '../../domain/epoch-day.ts';
import { startOfDay, type Zone } from '../../domain/local-time.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { PathFacts } from '../../domain/path-totals.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readOrganization } from '../../store/organizations.ts';
import { readPathFacts } from '../../store/sync/path-totals.ts';

/** A venue's day whose statement is made. */
export type TotalsPlace = Readonly<{
  venueId: number;
  organizationId: number;
  day: number;
  zone: Zone;
}>;

const HOUR_MS = 3_600_000;

/** A business day ends at the organization's closing hour of the day after. */
export function businessDayFacts(db: ReadableDb, place: TotalsPlace, now: Instant): PathFacts {
  const { venueId, organizationId, day, zone } = place;
  const closingHour = readOrganization(db, organizationId)?.closingHour ?? 0;
  const end = startOfDay(fromEpochDay(day + 1), zone) + closingHour * HOUR_MS;
  return { ...readPathFacts(db, venueId, day), end, now };
}

/**
 * Totals of the business days that a calendar day's orders belong to: its night is the evening
 * before. None while nobody else tells of either.
 */
export function calendarDayFacts(
  db: ReadableDb,
  place: TotalsPlace,
  now: Instant,
): readonly PathFacts[] {
  const both = [place.day - 1, place.day].map((day) =>
    businessDayFacts(db, { ...place, day }, now),
  );
  return both.some(({ paths, doubts }) => paths.length + doubts > 0) ? both : [];
}
