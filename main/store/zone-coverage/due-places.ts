import type { ReadableDb, WritableDb } from '../database.ts';
import type { FactOrder } from '../reports/report-facts.ts';
import { readAll, run, sql } from '../sql.ts';

/** A stored order whose place is not kept yet, with what reading its payload needs. */
export type DuePlace = Readonly<{
  id: number;
  vendor: string;
  organizationKey: Buffer;
  currency: string;
  place: FactOrder['place'];
}>;

type Row = Omit<DuePlace, 'place'> & FactOrder['place'];

/** The next orders to read, newest first: last month is replayed before last year. */
export function readDuePlaces(db: ReadableDb, count: number): DuePlace[] {
  const rows = readAll<Row>(
    db,
    sql`
SELECT due.delivery_id AS id,
       organization.vendor,
       organization.vendor_id AS organizationKey,
       organization.currency,
       organization.id AS organizationId,
       delivery.venue_id AS venueId,
       organization.zone,
       organization.closing_hour AS closingHour
  FROM order_place_due AS due
  JOIN delivery ON delivery.id = due.delivery_id
  JOIN organization ON organization.id = delivery.organization_id
 ORDER BY due.delivery_id DESC
 LIMIT ${count}`,
  );
  return rows.map(({ organizationId, venueId, zone, closingHour, ...due }) => ({
    ...due,
    place: { organizationId, venueId, zone, closingHour },
  }));
}

/** Takes orders off the list of those to read. */
export function removeDuePlaces(db: WritableDb, ids: readonly number[]): void {
  run(
    db,
    sql`
DELETE FROM order_place_due
 WHERE delivery_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
}
