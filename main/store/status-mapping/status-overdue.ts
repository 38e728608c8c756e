import type { OverdueOrder } from '../../domain/status-mapping/overdue-order.ts';
import { PIN_HORIZON_MS } from '../../domain/orders/order-alarm.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, sql, type Sql } from '../sql.ts';

/** Running orders beyond the limit of their status, longest first; a day after the promise they are history. */
export const readOverdueStays = (db: ReadableDb, now: Instant): readonly OverdueOrder[] =>
  readAll(db, overdueStays(now));

/** Exported for the test of its plan: it looks at running orders only, however many there are in all. */
export const overdueStays = (now: Instant): Sql => sql`
WITH limited AS MATERIALIZED (
  SELECT delivery.id AS orderId,
         delivery.number,
         coalesce(venue.name, '') AS venue,
         delivery.system,
         delivery.status,
         status_time_limit.minutes * 60000 AS limitMs,
         coalesce(
           (SELECT max(told.observed_at)
              FROM delivery_version AS told
             WHERE told.delivery_id = delivery.id
               AND told.changes LIKE '%"field":"status"%'),
           delivery.created_at,
           delivery.valid_from) AS since
    FROM delivery INDEXED BY delivery_running
   CROSS JOIN status_time_limit USING (system, status)
    LEFT JOIN venue ON venue.id = delivery.venue_id
   WHERE delivery.running = 1
     AND delivery.promised_at > ${now - PIN_HORIZON_MS}
)
SELECT orderId, number, venue, system, status, since, limitMs
  FROM limited
 WHERE ${now} - since > limitMs
 ORDER BY since
 LIMIT 200`;
