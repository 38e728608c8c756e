import type { ReadableDb } from '../database.ts';
import { readAll, readFirst, sql } from '../sql.ts';
import type { FactPlace } from './order-fact-row.ts';

/** An order whose facts are behind: where it is counted, or null when it is no longer stored. */
export type DueOrder = Readonly<{
  id: number;
  /** System of the newest payload, the vendor. */
  vendor: string | null;
  organizationKey: Buffer;
  currency: string;
  place: FactPlace;
}>;

type Row = Readonly<{
  id: number;
  vendor: string | null;
  organizationKey: Buffer;
  currency: string;
  organizationId: number;
  venueId: number | null;
  zone: string;
  closingHour: number;
}>;

/** The next orders to bring up to date, newest first: yesterday's report is wanted before last year's. */
export function readDueOrders(db: ReadableDb, count: number): DueOrder[] {
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
  FROM report_due AS due
  LEFT JOIN delivery ON delivery.id = due.delivery_id
  LEFT JOIN organization ON organization.id = delivery.organization_id
 ORDER BY due.delivery_id DESC
 LIMIT ${count}`,
  );
  return rows.map(({ organizationId, venueId, zone, closingHour, ...order }) => ({
    ...order,
    place: { organizationId, venueId, zone, closingHour },
  }));
}

/** How many orders wait for their facts. */
export const countDueOrders = (db: ReadableDb): number =>
  readFirst<{ count: number }>(db, sql`SELECT count(*) AS count FROM report_due`)!.count;

/** How many orders have theirs. */
export const countFacts = (db: ReadableDb): number =>
  readFirst<{ count: number }>(db, sql`SELECT count(*) AS count FROM order_fact`)!.count;
