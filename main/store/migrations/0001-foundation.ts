/** Connections, the chain's structure, orders with their journal, lines, search and roll-ups. */
export const foundation = /* sql */ `
CREATE TABLE connection (
  id           INTEGER PRIMARY KEY,
  vendor       TEXT    NOT NULL,
  name         TEXT    NOT NULL,
  settings     TEXT    NOT NULL CHECK (json_valid(settings)),
  login_hash   BLOB    NOT NULL,
  secret       BLOB,
  history_days INTEGER NOT NULL CHECK (history_days > 0),
  poll_seconds INTEGER NOT NULL CHECK (poll_seconds > 0),
  paused       INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  demo         INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1)),
  contact_at   INTEGER,
  created_at   INTEGER NOT NULL,
  removed_at   INTEGER
) STRICT;

CREATE TABLE organization (
  id            INTEGER PRIMARY KEY,
  vendor        TEXT    NOT NULL,
  vendor_id     BLOB    NOT NULL,
  connection_id INTEGER NOT NULL REFERENCES connection (id),
  name          TEXT    NOT NULL,
  zone          TEXT    NOT NULL,
  zone_origin   TEXT    NOT NULL CHECK (zone_origin IN ('vendor', 'person')),
  closing_hour  INTEGER NOT NULL DEFAULT 5 CHECK (closing_hour BETWEEN 0 AND 12),
  currency      TEXT    NOT NULL,
  country       TEXT    NOT NULL DEFAULT '',
  version       TEXT    NOT NULL DEFAULT '',
  latitude      REAL,
  longitude     REAL,
  chosen        INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1)),
  UNIQUE (vendor, vendor_id)
) STRICT;

CREATE TABLE venue (
  id              INTEGER PRIMARY KEY,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  vendor_id       BLOB    NOT NULL,
  name            TEXT    NOT NULL,
  name_order      TEXT    NOT NULL,
  address         TEXT    NOT NULL DEFAULT '',
  time_zone_text  TEXT    NOT NULL DEFAULT '',
  pos_version     TEXT    NOT NULL DEFAULT '',
  sleeping        INTEGER NOT NULL DEFAULT 0 CHECK (sleeping IN (0, 1)),
  alive           INTEGER CHECK (alive IN (0, 1)),
  alive_at        INTEGER,
  chosen          INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1)),
  UNIQUE (organization_id, vendor_id)
) STRICT;

CREATE TABLE dictionary_entry (
  id              INTEGER PRIMARY KEY,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  kind            TEXT    NOT NULL,
  vendor_id       TEXT    NOT NULL,
  name            TEXT    NOT NULL,
  deleted         INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  detail          TEXT    NOT NULL CHECK (json_valid(detail)),
  read_at         INTEGER NOT NULL,
  UNIQUE (organization_id, kind, vendor_id)
) STRICT;

CREATE TABLE product (
  id        INTEGER PRIMARY KEY,
  vendor    TEXT NOT NULL,
  vendor_id BLOB,
  name      TEXT NOT NULL,
  UNIQUE (vendor, vendor_id, name)
) STRICT;

-- The newest state of every delivery. Columns ending in _order sort Russian text: SQLite has no
-- Russian collation here. due_order is the promise while it runs, a far future afterwards.
CREATE TABLE delivery (
  id              INTEGER PRIMARY KEY,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  connection_id   INTEGER NOT NULL REFERENCES connection (id),
  venue_id        INTEGER REFERENCES venue (id),
  version         INTEGER NOT NULL,
  valid_from      INTEGER NOT NULL,
  seen_revision   INTEGER,
  seen_window     INTEGER,
  system          TEXT    NOT NULL,
  status          TEXT    NOT NULL,
  stage           TEXT    NOT NULL CHECK (stage IN ('unconfirmed', 'new', 'ready-for-cooking',
                    'cooking', 'cooked', 'waiting', 'on-way', 'delivered', 'closed', 'cancelled',
                    'unknown')),
  stage_order     INTEGER NOT NULL,
  running         INTEGER NOT NULL CHECK (running IN (0, 1)),
  counted         INTEGER NOT NULL CHECK (counted IN (0, 1)),
  number          TEXT    NOT NULL,
  number_order    INTEGER NOT NULL,
  external_number TEXT    NOT NULL,
  service_type    TEXT    NOT NULL CHECK (service_type IN ('courier', 'pickup', 'common', 'unknown')),
  currency        TEXT    NOT NULL,
  sum_minor       INTEGER NOT NULL,
  discount_minor  INTEGER NOT NULL,
  created_at      INTEGER,
  promised_at     INTEGER,
  promised_day    INTEGER,
  business_day    INTEGER,
  cooking_start_at INTEGER,
  closed_at       INTEGER,
  due_order       INTEGER NOT NULL,
  time_uncertain  INTEGER NOT NULL CHECK (time_uncertain IN (0, 1)),
  phone           TEXT    NOT NULL,
  phone_tail      TEXT    NOT NULL,
  guest           TEXT    NOT NULL,
  guest_order     TEXT    NOT NULL,
  customer_id     BLOB,
  high_risk       INTEGER NOT NULL CHECK (high_risk IN (0, 1)),
  city            TEXT    NOT NULL,
  street          TEXT    NOT NULL,
  house           TEXT    NOT NULL,
  flat            TEXT    NOT NULL,
  address_line    TEXT    NOT NULL,
  address_order   TEXT    NOT NULL,
  delivery_zone   TEXT    NOT NULL,
  zone_order      TEXT    NOT NULL,
  venue_order     TEXT    NOT NULL,
  source          TEXT    NOT NULL,
  source_order    TEXT    NOT NULL,
  source_key      TEXT    NOT NULL,
  conception      TEXT    NOT NULL,
  courier         TEXT    NOT NULL,
  courier_order   TEXT    NOT NULL,
  operator        TEXT    NOT NULL,
  operator_order  TEXT    NOT NULL,
  comment         TEXT    NOT NULL,
  problem         TEXT,
  moved_from      BLOB,
  moved_to        BLOB,
  parent          BLOB,
  payload_hash    INTEGER NOT NULL,
  lines_hash      INTEGER NOT NULL,
  words_hash      INTEGER NOT NULL
) STRICT;

CREATE INDEX delivery_by_created  ON delivery (coalesce(created_at, 0));
CREATE INDEX delivery_by_number   ON delivery (number_order);
CREATE INDEX delivery_by_stage    ON delivery (stage_order);
CREATE INDEX delivery_by_address  ON delivery (address_order);
CREATE INDEX delivery_by_guest    ON delivery (guest_order);
CREATE INDEX delivery_by_phone    ON delivery (phone_tail);
CREATE INDEX delivery_by_venue    ON delivery (venue_order);
CREATE INDEX delivery_by_source   ON delivery (source_order);
CREATE INDEX delivery_by_sum      ON delivery (sum_minor);
CREATE INDEX delivery_by_promised ON delivery (coalesce(promised_at, 0));
CREATE INDEX delivery_by_due      ON delivery (due_order);
CREATE INDEX delivery_by_courier  ON delivery (courier_order);
CREATE INDEX delivery_by_zone     ON delivery (zone_order);
CREATE INDEX delivery_by_operator ON delivery (operator_order);
CREATE INDEX delivery_by_day      ON delivery (business_day, stage);
CREATE INDEX delivery_by_promise_day ON delivery (venue_id, promised_day);
CREATE INDEX delivery_running     ON delivery (promised_at) WHERE running = 1;

-- One order may carry several vendors' ids; unique whatever the login it came through.
CREATE TABLE delivery_identity (
  vendor      TEXT    NOT NULL,
  vendor_id   BLOB    NOT NULL,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
  PRIMARY KEY (vendor, vendor_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_identity_by_delivery ON delivery_identity (delivery_id);

-- Every observed change, appended and never rewritten. First payloads stand together in blocks: orders
-- look alike, and forty pack into half of what they take one by one. A later version keeps its
-- difference to the version before it.
CREATE TABLE payload_dictionary (
  vendor TEXT NOT NULL PRIMARY KEY,
  bytes  BLOB NOT NULL
) STRICT;

-- "orders" counts the deliveries that still have their first payload here. Ids never come again, so
-- that what was read once may be kept at hand.
CREATE TABLE payload_block (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  packing  TEXT    NOT NULL CHECK (packing IN ('plain', 'dictionary')),
  orders   INTEGER NOT NULL,
  payloads BLOB    NOT NULL
) STRICT;

CREATE TABLE delivery_version (
  id          INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
  version     INTEGER NOT NULL,
  observed_at INTEGER NOT NULL,
  path        TEXT    NOT NULL CHECK (path IN ('revision', 'window', 'id')),
  changes     TEXT    NOT NULL CHECK (json_valid(changes)),
  block_id    INTEGER,
  place       INTEGER,
  difference  BLOB,
  CHECK ((block_id IS NULL) = (difference IS NOT NULL))
) STRICT;
CREATE INDEX delivery_version_by_delivery ON delivery_version (delivery_id);

CREATE TABLE delivery_line (
  delivery_id  INTEGER NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  product_id   INTEGER NOT NULL REFERENCES product (id),
  kind         TEXT    NOT NULL CHECK (kind IN ('product', 'compound', 'service', 'modifier', 'unknown')),
  amount_milli INTEGER NOT NULL,
  price_minor  INTEGER NOT NULL,
  sum_minor    INTEGER NOT NULL,
  deleted      INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  valid_from   INTEGER NOT NULL,
  PRIMARY KEY (delivery_id, position)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE delivery_search USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  detail = none,
  prefix = '3',
  tokenize = "unicode61 remove_diacritics 2"
);

-- The words of the index themselves: beginnings are looked up here first.
CREATE VIRTUAL TABLE delivery_word USING fts5vocab (delivery_search, row);

-- Kept in the same transaction as the orders, at status level: groups of statuses are views.
CREATE TABLE rollup_day (
  day          INTEGER NOT NULL,
  venue_id     INTEGER NOT NULL,
  system       TEXT    NOT NULL,
  status       TEXT    NOT NULL,
  source       TEXT    NOT NULL,
  currency     TEXT    NOT NULL,
  orders       INTEGER NOT NULL,
  sum_minor    INTEGER NOT NULL,
  discount_minor INTEGER NOT NULL,
  PRIMARY KEY (day, venue_id, system, status, source, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE rollup_month (
  month        INTEGER NOT NULL,
  venue_id     INTEGER NOT NULL,
  system       TEXT    NOT NULL,
  status       TEXT    NOT NULL,
  source       TEXT    NOT NULL,
  currency     TEXT    NOT NULL,
  orders       INTEGER NOT NULL,
  sum_minor    INTEGER NOT NULL,
  discount_minor INTEGER NOT NULL,
  PRIMARY KEY (month, venue_id, system, status, source, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
  id              INTEGER PRIMARY KEY,
  connection_id   INTEGER NOT NULL REFERENCES connection (id),
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  vendor_id       TEXT,
  reason          TEXT    NOT NULL,
  payload         BLOB    NOT NULL,
  payload_hash    BLOB    NOT NULL,
  seen_at         INTEGER NOT NULL,
  UNIQUE (organization_id, payload_hash)
) STRICT;

-- A call-back note, a rating and a mark, kept on this PC only; every change is kept.
CREATE TABLE review (
  id          INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
  note        TEXT    NOT NULL,
  rating      INTEGER CHECK (rating BETWEEN 1 AND 5),
  checked     INTEGER NOT NULL CHECK (checked IN (0, 1)),
  author      TEXT    NOT NULL,
  changed_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX review_by_delivery ON review (delivery_id);
`;
