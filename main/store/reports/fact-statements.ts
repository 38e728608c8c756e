import type { FactRow } from './order-fact-row.ts';
import type { SqlValue } from '../sql.ts';

/** Columns of table `order_fact` after the id and the version, in the order they are bound. */
export const FACT_COLUMNS = [
  'organization_id',
  'venue_id',
  'status_id',
  'currency',
  'created_day',
  'promised_day',
  'closed_day',
  'sum_minor',
  'discount_minor',
  'cost_minor',
  'lines',
  'costed_lines',
  'advert',
  'created_hour',
  'promised_hour',
  'closed_hour',
  'conception',
  'city',
  'zone',
  'service_type',
  'order_type',
  'courier',
  'operator',
  'source_key',
  'payment_type',
  'cancel_cause',
  'cancel_stage',
  'stage',
  'customer_id',
  'created_s',
  'confirmed_s',
  'cooking_s',
  'cooked_s',
  'sent_s',
  'delivered_s',
  'closed_s',
  'cancelled_s',
  'late_s',
] as const satisfies readonly (keyof FactRow)[];

/** Bound by position, as the deliveries are. */
export const factValues = (fact: FactRow): SqlValue[] => FACT_COLUMNS.map((column) => fact[column]);

/** Stores an order's fact: the id, the version, then the values. */
export const ADD_FACT = /* sql */ `
INSERT INTO order_fact (
  delivery_id, from_version, organization_id, venue_id, status_id, currency, created_day,
  promised_day, closed_day, sum_minor, discount_minor, cost_minor, lines, costed_lines, advert,
  created_hour, promised_hour, closed_hour, conception, city, zone, service_type, order_type,
  courier, operator, source_key, payment_type, cancel_cause, cancel_stage, stage, customer_id,
  created_s, confirmed_s, cooking_s, cooked_s, sent_s, delivered_s, closed_s, cancelled_s, late_s
) VALUES (
  ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
  ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
)`;

/** Stores a fact's lines: the id, then the lines as JSON. */
export const ADD_FACT_LINES = 'INSERT INTO order_fact_lines (delivery_id, lines) VALUES (?, ?)';

/** Keeps a fact for recipes before it is replaced: the version that replaces it, then the id. */
export const KEEP_FACT = /* sql */ `
INSERT INTO order_fact_past (
  delivery_id, from_version, organization_id, venue_id, status_id, currency, created_day,
  promised_day, closed_day, sum_minor, discount_minor, cost_minor, lines, costed_lines, advert,
  created_hour, promised_hour, closed_hour, conception, city, zone, service_type, order_type,
  courier, operator, source_key, payment_type, cancel_cause, cancel_stage, stage, customer_id,
  created_s, confirmed_s, cooking_s, cooked_s, sent_s, delivered_s, closed_s, cancelled_s, late_s,
  until_version, fact_lines
)
SELECT fact.delivery_id, fact.from_version, fact.organization_id, fact.venue_id, fact.status_id,
       fact.currency, fact.created_day, fact.promised_day, fact.closed_day, fact.sum_minor,
       fact.discount_minor, fact.cost_minor, fact.lines, fact.costed_lines, fact.advert,
       fact.created_hour, fact.promised_hour, fact.closed_hour, fact.conception, fact.city,
       fact.zone, fact.service_type, fact.order_type, fact.courier, fact.operator,
       fact.source_key, fact.payment_type, fact.cancel_cause, fact.cancel_stage, fact.stage,
       fact.customer_id, fact.created_s, fact.confirmed_s, fact.cooking_s, fact.cooked_s,
       fact.sent_s, fact.delivered_s, fact.closed_s, fact.cancelled_s, fact.late_s,
       ?, bare.lines
  FROM order_fact AS fact
  JOIN order_fact_lines AS bare ON bare.delivery_id = fact.delivery_id
 WHERE fact.delivery_id = ?`;
