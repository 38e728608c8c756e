import { PIN_HORIZON_MS, PIN_UNPROMISED_MS } from '../../domain/orders/order-alarm.ts';
import type { OrderRow } from '../../domain/orders/order-row.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, sql, type Sql } from '../sql.ts';

/** SQLite has no booleans: these columns come as 0 and 1. */
type Flag = 'highRisk' | 'checked' | 'timeUncertain';
type Row = Omit<OrderRow, Flag> & Readonly<Record<Flag, number>>;

const LONGEST_COMMENT = 300;

/** Rows of the list by ids, in the order of the ids. */
export function readOrderRows(db: ReadableDb, ids: readonly number[]): OrderRow[] {
  const wanted = JSON.stringify(ids);
  const rows = selectRows(db, sql`delivery.id IN (SELECT value FROM json_each(${wanted}))`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Running orders that may belong on top: late, should be cooking, or with a problem. */
export function readPinnable(db: ReadableDb, now: number): OrderRow[] {
  return selectRows(
    db,
    sql`
delivery.running = 1
   AND (delivery.promised_at >= ${now - PIN_HORIZON_MS}
        OR (delivery.promised_at IS NULL AND delivery.created_at >= ${now - PIN_UNPROMISED_MS}))
   AND (delivery.promised_at < ${now}
        OR delivery.problem IS NOT NULL
        OR (delivery.cooking_start_at < ${now}
            AND delivery.stage IN ('unconfirmed', 'new', 'ready-for-cooking')))
 ORDER BY coalesce(delivery.promised_at, delivery.created_at)
 LIMIT 200`,
  );
}

function selectRows(db: ReadableDb, condition: Sql): OrderRow[] {
  return readAll<Row>(db, rowsQuery(condition)).map((row) => ({
    ...row,
    highRisk: row.highRisk === 1,
    checked: row.checked === 1,
    timeUncertain: row.timeUncertain === 1,
  }));
}

const rowsQuery = (condition: Sql): Sql => sql`
SELECT delivery.id,
       delivery.number,
       delivery.external_number AS externalNumber,
       delivery.stage,
       delivery.status,
       delivery.venue_id AS venueId,
       coalesce(venue.name, '') AS venue,
       delivery.created_at AS createdAt,
       delivery.promised_at AS promisedAt,
       delivery.cooking_start_at AS cookingStartAt,
       organization.zone,
       delivery.city,
       delivery.street,
       delivery.house,
       delivery.flat,
       delivery.address_line AS addressLine,
       delivery.guest,
       delivery.phone,
       delivery.source,
       delivery.source_key AS sourceKey,
       delivery.sum_minor AS sumMinor,
       delivery.currency,
       delivery.courier,
       delivery.operator,
       delivery.delivery_zone AS deliveryZone,
       delivery.service_type AS serviceType,
       delivery.problem,
       delivery.high_risk AS highRisk,
       coalesce((SELECT review.checked
                   FROM review
                  WHERE review.delivery_id = delivery.id
                  ORDER BY review.id DESC
                  LIMIT 1), 0) AS checked,
       substr(delivery.comment, 1, ${LONGEST_COMMENT}) AS comment,
       delivery.time_uncertain AS timeUncertain
  FROM delivery
  JOIN organization ON organization.id = delivery.organization_id
  LEFT JOIN venue ON venue.id = delivery.venue_id
 WHERE ${condition}`;
