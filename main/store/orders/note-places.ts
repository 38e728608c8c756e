import { epochDayOf } from '../../domain/local-time.ts';
import type { OrganizationDay, VenueDay } from '../sync/stale-statements.ts';
import type { DeliveryColumns, RowPlace } from './delivery-row.ts';

/** Where a stored order stands. */
export type Placed = Readonly<{ venue_id: number | null; promised_day: number | null }>;

/** Notes the venue's day that an order has or had: what is said of it no longer holds. */
export function notePlace(
  places: VenueDay[],
  { venue_id: venueId, promised_day: day }: Placed,
): void {
  if (venueId !== null && day !== null) places.push({ venueId, day });
}

/**
 * Notes where an order stands now. The days of one that has no venue or no promise, or had none until
 * now, may be any venue's.
 */
export function notePlaces(
  noted: Readonly<{ places: VenueDay[]; loose: OrganizationDay[] }>,
  { venueId, organizationId, zone, observedAt }: RowPlace,
  { times: { promised_day: day, created_at: created } }: DeliveryColumns,
  stored: Placed | undefined,
): void {
  notePlace(noted.places, { venue_id: venueId, promised_day: day });
  const wasLoose = stored && (stored.venue_id === null || stored.promised_day === null);
  if (venueId !== null && day !== null && !wasLoose) return;
  const days = [day, stored?.promised_day, epochDayOf(created ?? observedAt, zone)];
  for (const one of new Set(days)) if (one != null) noted.loose.push({ organizationId, day: one });
}
