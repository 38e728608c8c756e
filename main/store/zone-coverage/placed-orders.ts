import type { PlacedOrder } from '../../domain/zone-coverage/placed-order.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, sql } from '../sql.ts';

/** Orders by ids, in the order of the ids. */
export function readPlacedOrders(db: ReadableDb, ids: readonly number[]): PlacedOrder[] {
  const rows = readAll<PlacedOrder>(
    db,
    sql`
SELECT delivery.id,
       delivery.number,
       coalesce(delivery.promised_at, delivery.created_at) AS at,
       organization.zone AS timeZone,
       delivery.stage,
       delivery.status,
       coalesce(venue.name, '') AS venue,
       delivery.delivery_zone AS zone,
       CASE WHEN delivery.street = '' THEN delivery.address_line
            ELSE trim(delivery.street || ', ' || delivery.house, ', ') END AS address,
       delivery.sum_minor AS sumMinor,
       delivery.currency
  FROM delivery
  JOIN organization ON organization.id = delivery.organization_id
  LEFT JOIN venue ON venue.id = delivery.venue_id
 WHERE delivery.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
