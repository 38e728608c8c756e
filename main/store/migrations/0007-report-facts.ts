const FACT = /* sql */ `
  organization_id INTEGER NOT NULL,
  venue_id        INTEGER NOT NULL,
  status_id       INTEGER NOT NULL,
  currency        INTEGER NOT NULL,
  created_day     INTEGER NOT NULL,
  promised_day    INTEGER NOT NULL,
  closed_day      INTEGER NOT NULL,
  sum_minor       INTEGER NOT NULL,
  discount_minor  INTEGER NOT NULL,
  cost_minor      INTEGER NOT NULL,
  lines           INTEGER NOT NULL,
  costed_lines    INTEGER NOT NULL,
  advert          INTEGER NOT NULL,
  created_hour    INTEGER NOT NULL,
  promised_hour   INTEGER NOT NULL,
  closed_hour     INTEGER NOT NULL,
  conception      INTEGER NOT NULL,
  city            INTEGER NOT NULL,
  zone            INTEGER NOT NULL,
  service_type    INTEGER NOT NULL,
  order_type      INTEGER NOT NULL,
  courier         INTEGER NOT NULL,
  operator        INTEGER NOT NULL,
  source_key      INTEGER NOT NULL,
  payment_type    INTEGER NOT NULL,
  cancel_cause    INTEGER NOT NULL,
  cancel_stage    INTEGER NOT NULL,
  stage           INTEGER NOT NULL,
  customer_id     INTEGER NOT NULL,
  created_s       INTEGER NOT NULL,
  confirmed_s     INTEGER,
  cooking_s       INTEGER,
  cooked_s        INTEGER,
  sent_s          INTEGER,
  delivered_s     INTEGER,
  closed_s        INTEGER,
  cancelled_s     INTEGER,
  late_s          INTEGER
`;

/** What reports count: orders as narrow facts, their lines, roll-ups, spend, costs and recipes. */
export const reportFacts = /* sql */ `
-- Grows by one with every stored change: a report names the state of the data by it, whatever
-- clocks say. kept is the newest version a recipe was kept at: older facts are only kept for it.
CREATE TABLE report_version (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  kept    INTEGER NOT NULL
) STRICT;
INSERT INTO report_version (id, version, kept) VALUES (1, 1, 0);

CREATE TABLE report_value (
  id   INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO report_value (id, text) VALUES (0, '');

CREATE TABLE report_status (
  id              INTEGER PRIMARY KEY,
  organization_id INTEGER NOT NULL,
  system          TEXT    NOT NULL,
  status          TEXT    NOT NULL,
  UNIQUE (organization_id, system, status)
) STRICT;

-- One row for every order that counts. Texts are report_value ids (0 is the empty text); venue 0 is
-- none. Days are business days; one that is not known falls back to the promise, then the creation.
-- Columns ending in _s are seconds: created_s since 1970, late_s after the promise, the others after
-- the creation. customer_id is a hash of the phone or the vendor's id, 0 for nobody.
CREATE TABLE order_fact (
  delivery_id  INTEGER PRIMARY KEY,
  from_version INTEGER NOT NULL,${FACT}) STRICT;
CREATE INDEX order_fact_by_created  ON order_fact (created_day);
CREATE INDEX order_fact_by_promised ON order_fact (promised_day);
CREATE INDEX order_fact_by_closed   ON order_fact (closed_day);
CREATE INDEX order_fact_by_version  ON order_fact (from_version);
CREATE INDEX order_fact_by_customer ON order_fact (customer_id, currency, created_s, status_id,
  created_day, sum_minor, delivery_id) WHERE customer_id <> 0;

-- [product, amount in thousandths, sum, 1 when its cost is known, cost, lines] of each product of an
-- order; product 0 is what the order's sum holds beside its lines.
CREATE TABLE order_fact_lines (
  delivery_id INTEGER PRIMARY KEY,
  lines       TEXT    NOT NULL CHECK (json_valid(lines))
) STRICT;

-- Facts that were replaced after a recipe was kept.
CREATE TABLE order_fact_past (
  delivery_id   INTEGER NOT NULL,
  from_version  INTEGER NOT NULL,${FACT.trimEnd()},
  until_version INTEGER NOT NULL,
  fact_lines    TEXT    NOT NULL,
  PRIMARY KEY (delivery_id, from_version)
) STRICT, WITHOUT ROWID;

-- at: a business day, or a month counted from year 0. Under 'created' every order is counted; under
-- the other dates only what must be added to that: −1 where it was created, +1 on its own day.
CREATE TABLE report_cell (
  span           TEXT    NOT NULL CHECK (span IN ('day', 'month')),
  sale_date      TEXT    NOT NULL CHECK (sale_date IN ('created', 'promised', 'closed')),
  at             INTEGER NOT NULL,
  status_id      INTEGER NOT NULL,
  venue_id       INTEGER NOT NULL,
  advert         INTEGER NOT NULL,
  currency       INTEGER NOT NULL,
  orders         INTEGER NOT NULL,
  sum_minor      INTEGER NOT NULL,
  discount_minor INTEGER NOT NULL,
  cost_minor     INTEGER NOT NULL,
  lines          INTEGER NOT NULL,
  costed_lines   INTEGER NOT NULL,
  PRIMARY KEY (span, sale_date, at, status_id, venue_id, advert, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE report_product_cell (
  span           TEXT    NOT NULL CHECK (span IN ('day', 'month')),
  sale_date      TEXT    NOT NULL CHECK (sale_date IN ('created', 'promised', 'closed')),
  at             INTEGER NOT NULL,
  status_id      INTEGER NOT NULL,
  product_id     INTEGER NOT NULL,
  currency       INTEGER NOT NULL,
  orders         INTEGER NOT NULL,
  amount_milli   INTEGER NOT NULL,
  sum_minor      INTEGER NOT NULL,
  cost_minor     INTEGER NOT NULL,
  lines          INTEGER NOT NULL,
  costed_lines   INTEGER NOT NULL,
  PRIMARY KEY (span, sale_date, at, status_id, product_id, currency)
) STRICT, WITHOUT ROWID;

-- Orders whose facts are not up to date: filled by every write, emptied with the facts.
CREATE TABLE report_due (
  delivery_id INTEGER PRIMARY KEY
) STRICT;
INSERT INTO report_due (delivery_id) SELECT id FROM delivery;

CREATE TRIGGER report_due_by_insert AFTER INSERT ON delivery
BEGIN
  INSERT OR IGNORE INTO report_due (delivery_id) VALUES (new.id);
END;
CREATE TRIGGER report_due_by_update
AFTER UPDATE OF version, venue_id, created_at, promised_day, business_day, currency, counted, payload_hash ON delivery
WHEN new.payload_hash IS NOT old.payload_hash
  OR new.business_day IS NOT old.business_day
  OR new.created_at IS NOT old.created_at
  OR new.venue_id IS NOT old.venue_id
  OR new.counted IS NOT old.counted
BEGIN
  INSERT OR IGNORE INTO report_due (delivery_id) VALUES (new.id);
END;
CREATE TRIGGER report_due_by_delete AFTER DELETE ON delivery
BEGIN
  INSERT OR IGNORE INTO report_due (delivery_id) VALUES (old.id);
END;

-- What is told by hand or by file; a row holds from its version up to the one that ended it.
CREATE TABLE spend (
  id            INTEGER PRIMARY KEY,
  day           INTEGER NOT NULL,
  channel       TEXT    NOT NULL,
  currency      TEXT    NOT NULL,
  amount_minor  INTEGER NOT NULL CHECK (amount_minor >= 0),
  origin        TEXT    NOT NULL CHECK (origin IN ('hand', 'file')),
  author        TEXT    NOT NULL,
  from_version  INTEGER NOT NULL,
  until_version INTEGER
) STRICT;
CREATE UNIQUE INDEX spend_in_force ON spend (day, channel, currency) WHERE until_version IS NULL;
CREATE INDEX spend_by_day ON spend (day);

-- Cost of one piece in 1/10,000 of the currency's main unit, from a business day on.
CREATE TABLE product_cost (
  product_id    INTEGER NOT NULL REFERENCES product (id),
  from_day      INTEGER NOT NULL,
  cost_e4       INTEGER NOT NULL CHECK (cost_e4 >= 0),
  PRIMARY KEY (product_id, from_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE product_category (
  product_id    INTEGER NOT NULL REFERENCES product (id),
  category      TEXT    NOT NULL,
  from_version  INTEGER NOT NULL,
  until_version INTEGER,
  PRIMARY KEY (product_id, from_version)
) STRICT, WITHOUT ROWID;

CREATE TABLE report_recipe (
  id         INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL,
  query      TEXT    NOT NULL CHECK (json_valid(query)),
  made       TEXT    NOT NULL CHECK (json_valid(made)),
  -- Names that may change later (venues, organizations), as they were.
  names      TEXT    NOT NULL CHECK (json_valid(names)),
  author     TEXT    NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE customer_segment (
  id         INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL,
  rule       TEXT    NOT NULL CHECK (json_valid(rule)),
  author     TEXT    NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
`;
