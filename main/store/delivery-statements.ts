/** Stores a delivery that was never seen before. */
export const INSERT_DELIVERY = /* sql */ `
INSERT INTO delivery (
  organization_id, connection_id, venue_id, version, valid_from, seen_revision, seen_window,
  system, status, stage, stage_order, running, counted, number, number_order, external_number,
  service_type, currency, sum_minor, discount_minor, created_at, promised_at, promised_day,
  business_day, cooking_start_at, closed_at, due_order, time_uncertain, phone, phone_tail,
  guest, guest_order, customer_id, high_risk, city, street, house, flat, address_line,
  address_order, delivery_zone, zone_order, venue_order, source, source_order, source_key,
  conception, courier, courier_order, operator, operator_order, comment, problem, moved_from,
  moved_to, parent, payload_hash, lines_hash, words_hash
) VALUES (
  @organization_id, @connection_id, @venue_id, @version, @valid_from, @seen_revision,
  @seen_window, @system, @status, @stage, @stage_order, @running, @counted, @number,
  @number_order, @external_number, @service_type, @currency, @sum_minor, @discount_minor,
  @created_at, @promised_at, @promised_day, @business_day, @cooking_start_at, @closed_at,
  @due_order, @time_uncertain, @phone, @phone_tail, @guest, @guest_order, @customer_id,
  @high_risk, @city, @street, @house, @flat, @address_line, @address_order, @delivery_zone,
  @zone_order, @venue_order, @source, @source_order, @source_key, @conception, @courier,
  @courier_order, @operator, @operator_order, @comment, @problem, @moved_from, @moved_to,
  @parent, @payload_hash, @lines_hash, @words_hash
)`;

/** Replaces a delivery's newest state by a newer one. */
export const UPDATE_DELIVERY = /* sql */ `
UPDATE delivery
   SET organization_id = @organization_id,
       connection_id = @connection_id,
       venue_id = @venue_id,
       version = @version,
       valid_from = @valid_from,
       system = @system,
       status = @status,
       stage = @stage,
       stage_order = @stage_order,
       running = @running,
       counted = @counted,
       number = @number,
       number_order = @number_order,
       external_number = @external_number,
       service_type = @service_type,
       currency = @currency,
       sum_minor = @sum_minor,
       discount_minor = @discount_minor,
       created_at = @created_at,
       promised_at = @promised_at,
       promised_day = @promised_day,
       business_day = @business_day,
       cooking_start_at = @cooking_start_at,
       closed_at = @closed_at,
       due_order = @due_order,
       time_uncertain = @time_uncertain,
       phone = @phone,
       phone_tail = @phone_tail,
       guest = @guest,
       guest_order = @guest_order,
       customer_id = @customer_id,
       high_risk = @high_risk,
       city = @city,
       street = @street,
       house = @house,
       flat = @flat,
       address_line = @address_line,
       address_order = @address_order,
       delivery_zone = @delivery_zone,
       zone_order = @zone_order,
       venue_order = @venue_order,
       source = @source,
       source_order = @source_order,
       source_key = @source_key,
       conception = @conception,
       courier = @courier,
       courier_order = @courier_order,
       operator = @operator,
       operator_order = @operator_order,
       comment = @comment,
       problem = @problem,
       moved_from = @moved_from,
       moved_to = @moved_to,
       parent = @parent,
       payload_hash = @payload_hash,
       lines_hash = @lines_hash,
       words_hash = @words_hash
 WHERE id = @id`;

/** What is known of a delivery by one of its identities. */
export const FIND_DELIVERY = /* sql */ `
SELECT delivery.*
  FROM delivery_identity AS identity
  JOIN delivery ON delivery.id = identity.delivery_id
 WHERE identity.vendor = @vendor
   AND identity.vendor_id = @vendor_id`;

/** Notes that a path showed the version that is stored, or a newer one than it had shown. */
export const SEE_BY_REVISION = /* sql */ `
UPDATE delivery
   SET seen_revision = @version
 WHERE id = @id
   AND (seen_revision IS NULL OR seen_revision < @version)`;

export const SEE_BY_WINDOW = /* sql */ `
UPDATE delivery
   SET seen_window = @version
 WHERE id = @id
   AND (seen_window IS NULL OR seen_window < @version)`;
