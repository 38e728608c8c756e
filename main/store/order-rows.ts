import type { OrderRow } from '../domain/order-row.ts';
import type { ServiceType } from '../domain/order.ts';
import type { Stage } from '../domain/stage.ts';
import type { ReadableDb } from './database.ts';
import { readAll, sql, type Sql } from './sql.ts';

type Row = {
  id: number;
  number: string;
  external_number: string;
  stage: Stage;
  status: string;
  venue_id: number | null;
  venue: string | null;
  created_at: number | null;
  promised_at: number | null;
  cooking_start_at: number | null;
  zone: string;
  city: string;
  street: string;
  house: string;
  flat: string;
  address_line: string;
  guest: string;
  phone: string;
  source: string;
  source_key: string;
  sum_minor: number;
  currency: string;
  courier: string;
  operator: string;
  delivery_zone: string;
  service_type: ServiceType;
  problem: string | null;
  high_risk: number;
  checked: number;
  comment: string;
  time_uncertain: number;
};

const LONGEST_COMMENT = 300;

/** Rows of the list by ids, in the order of the ids. */
export function readOrderRows(db: ReadableDb, ids: readonly number[]): OrderRow[] {
  const wanted = JSON.stringify(ids);
  const rows = selectRows(db, sql`delivery.id IN (SELECT value FROM json_each(${wanted}))`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Running orders that may belong on top: late, should be cooking, or with a problem. */
export function readPinnable(db: ReadableDb, now: number, horizonMs: number): OrderRow[] {
  return selectRows(
    db,
    sql`
delivery.running = 1
   AND delivery.promised_at > ${now - horizonMs}
   AND (delivery.promised_at < ${now}
        OR delivery.problem IS NOT NULL
        OR (delivery.cooking_start_at < ${now}
            AND delivery.stage IN ('unconfirmed', 'new', 'ready-for-cooking')))
 ORDER BY delivery.promised_at
 LIMIT 200`,
  );
}

function selectRows(db: ReadableDb, condition: Sql): OrderRow[] {
  return readAll<Row>(
    db,
    sql`
SELECT delivery.id,
       delivery.number,
       delivery.external_number,
       delivery.stage,
       delivery.status,
       delivery.venue_id,
       venue.name AS venue,
       delivery.created_at,
       delivery.promised_at,
       delivery.cooking_start_at,
       organization.zone,
       delivery.city,
       delivery.street,
       delivery.house,
       delivery.flat,
       delivery.address_line,
       delivery.guest,
       delivery.phone,
       delivery.source,
       delivery.source_key,
       delivery.sum_minor,
       delivery.currency,
       delivery.courier,
       delivery.operator,
       delivery.delivery_zone,
       delivery.service_type,
       delivery.problem,
       delivery.high_risk,
       coalesce((SELECT review.checked
                   FROM review
                  WHERE review.delivery_id = delivery.id
                  ORDER BY review.id DESC
                  LIMIT 1), 0) AS checked,
       substr(delivery.comment, 1, ${LONGEST_COMMENT}) AS comment,
       delivery.time_uncertain
  FROM delivery
  JOIN organization ON organization.id = delivery.organization_id
  LEFT JOIN venue ON venue.id = delivery.venue_id
 WHERE ${condition}`,
  ).map(toOrderRow);
}

function toOrderRow(row: Row): OrderRow {
  return {
    id: row.id,
    number: row.number,
    externalNumber: row.external_number,
    stage: row.stage,
    status: row.status,
    venueId: row.venue_id,
    venue: row.venue ?? '',
    createdAt: row.created_at,
    promisedAt: row.promised_at,
    cookingStartAt: row.cooking_start_at,
    zone: row.zone,
    city: row.city,
    street: row.street,
    house: row.house,
    flat: row.flat,
    addressLine: row.address_line,
    guest: row.guest,
    phone: row.phone,
    source: row.source,
    sourceKey: row.source_key,
    sumMinor: row.sum_minor,
    currency: row.currency,
    courier: row.courier,
    operator: row.operator,
    deliveryZone: row.delivery_zone,
    serviceType: row.service_type,
    problem: row.problem,
    highRisk: row.high_risk === 1,
    checked: row.checked === 1,
    comment: row.comment,
    timeUncertain: row.time_uncertain === 1,
  };
}
