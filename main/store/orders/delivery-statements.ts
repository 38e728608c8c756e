import type { DeliveryColumns } from './delivery-row.ts';
import type { SqlValue } from '../sql.ts';

/**
 * The columns' values in the order in which the statements below name them. Bound by position: with
 * this many columns, binding by name costs several times the insert.
 */
export function deliveryValues(columns: DeliveryColumns): SqlValue[] {
  const values: SqlValue[] = [];
  for (const group of Object.values(columns)) values.push(...Object.values<SqlValue>(group));
  return values;
}

/** Stores a delivery that was never seen before: the values, then seen_revision and seen_window. */
export const INSERT_DELIVERY = /* sql */ `
INSERT INTO delivery (
  organization_id, connection_id, venue_id, version, valid_from, system, status, stage,
  stage_order, running, counted, number, number_order, external_number, service_type, problem,
  created_at, promised_at, promised_day, business_day, cooking_start_at, closed_at, due_order,
  time_uncertain, currency, sum_minor, discount_minor, phone, phone_tail, guest, guest_order,
  customer_id, high_risk, city, street, house, flat, address_line, address_order, delivery_zone,
  zone_order, venue_order, source, source_order, source_key, conception, courier, courier_order,
  operator, operator_order, comment, moved_from, moved_to, parent, payload_hash, lines_hash,
  words_hash, seen_revision, seen_window
) VALUES (
  ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
  ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
)`;

/** Replaces a delivery's newest state by a newer one: the values, then the id. */
export const UPDATE_DELIVERY = /* sql */ `
UPDATE delivery
   SET organization_id = ?,
       connection_id = ?,
       venue_id = ?,
       version = ?,
       valid_from = ?,
       system = ?,
       status = ?,
       stage = ?,
       stage_order = ?,
       running = ?,
       counted = ?,
       number = ?,
       number_order = ?,
       external_number = ?,
       service_type = ?,
       problem = ?,
       created_at = ?,
       promised_at = ?,
       promised_day = ?,
       business_day = ?,
       cooking_start_at = ?,
       closed_at = ?,
       due_order = ?,
       time_uncertain = ?,
       currency = ?,
       sum_minor = ?,
       discount_minor = ?,
       phone = ?,
       phone_tail = ?,
       guest = ?,
       guest_order = ?,
       customer_id = ?,
       high_risk = ?,
       city = ?,
       street = ?,
       house = ?,
       flat = ?,
       address_line = ?,
       address_order = ?,
       delivery_zone = ?,
       zone_order = ?,
       venue_order = ?,
       source = ?,
       source_order = ?,
       source_key = ?,
       conception = ?,
       courier = ?,
       courier_order = ?,
       operator = ?,
       operator_order = ?,
       comment = ?,
       moved_from = ?,
       moved_to = ?,
       parent = ?,
       payload_hash = ?,
       lines_hash = ?,
       words_hash = ?
 WHERE id = ?`;
