/** Where orders came from: rules, sources, imported touches, and what was concluded per order. */
export const attribution = /* sql */ `
CREATE TABLE attribution_rules (
  version    INTEGER PRIMARY KEY,
  rules      TEXT    NOT NULL CHECK (json_valid(rules)),
  author     TEXT    NOT NULL,
  applied_at INTEGER NOT NULL,
  -- Set while orders are concluded again: the next order to look at.
  next_order INTEGER
) STRICT;

-- A tree of channels; told is the name as outside systems first wrote it, key the same folded, name
-- what people see.
-- shown_id and channel_id (the root) follow merges, so a report groups by them without recursion.
CREATE TABLE attribution_source (
  id          INTEGER PRIMARY KEY,
  parent_id   INTEGER REFERENCES attribution_source (id),
  key         TEXT    NOT NULL,
  told        TEXT    NOT NULL,
  name        TEXT    NOT NULL,
  level       INTEGER NOT NULL CHECK (level BETWEEN 1 AND 7),
  colour      TEXT,
  merged_into INTEGER REFERENCES attribution_source (id),
  shown_id    INTEGER NOT NULL,
  channel_id  INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX attribution_source_by_key ON attribution_source (coalesce(parent_id, 0), key);

-- 1: nothing is known. 2: a visit without any tag.
INSERT INTO attribution_source (id, key, told, name, level, shown_id, channel_id)
VALUES (1, ':unknown', ':unknown', '', 1, 1, 1), (2, ':direct', ':direct', '', 1, 2, 2);

CREATE TABLE attribution_source_change (
  id        INTEGER PRIMARY KEY,
  at        INTEGER NOT NULL,
  author    TEXT    NOT NULL,
  kind      TEXT    NOT NULL CHECK (kind IN ('rename', 'colour', 'merge', 'split')),
  source_id INTEGER NOT NULL REFERENCES attribution_source (id),
  before    TEXT,
  after     TEXT,
  undone_at INTEGER
) STRICT;

CREATE TABLE touch_import (
  id        INTEGER PRIMARY KEY,
  file_name TEXT    NOT NULL,
  format    TEXT    NOT NULL,
  author    TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  rows      INTEGER NOT NULL,
  taken     INTEGER NOT NULL,
  refused   INTEGER NOT NULL,
  -- Counts by reason and the first wrong rows.
  wrong     TEXT    NOT NULL CHECK (json_valid(wrong)),
  -- reading: not whole yet, nobody sees its touches. telling: whole, but not all orders that it may
  -- concern are due yet. removing: half gone, never to be seen again.
  state     TEXT    NOT NULL CHECK (state IN ('reading', 'telling', 'done', 'removing'))
) STRICT;

CREATE TABLE touch_mapping (
  headers TEXT PRIMARY KEY,
  mapping TEXT    NOT NULL CHECK (json_valid(mapping)),
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE touch (
  id           INTEGER PRIMARY KEY,
  import_id    INTEGER NOT NULL REFERENCES touch_import (id) ON DELETE CASCADE,
  row          INTEGER NOT NULL,
  kind         TEXT    NOT NULL CHECK (kind IN ('visit', 'call', 'lead')),
  at           INTEGER NOT NULL,
  source_id    INTEGER NOT NULL REFERENCES attribution_source (id),
  source_text  TEXT    NOT NULL,
  phone_tail   TEXT,
  email        TEXT,
  client       TEXT,
  visit        TEXT,
  order_number TEXT,
  -- The same touch in two files is one.
  fingerprint  INTEGER NOT NULL UNIQUE
) STRICT;
CREATE INDEX touch_by_import ON touch (import_id);
CREATE INDEX touch_by_at ON touch (at, kind, source_id);
CREATE INDEX touch_by_phone ON touch (phone_tail, at) WHERE phone_tail IS NOT NULL;
CREATE INDEX touch_by_email ON touch (email, at) WHERE email IS NOT NULL;
CREATE INDEX touch_by_client ON touch (client, at) WHERE client IS NOT NULL;
CREATE INDEX touch_by_visit ON touch (visit) WHERE visit IS NOT NULL;
CREATE INDEX touch_by_order ON touch (order_number) WHERE order_number IS NOT NULL;

-- What an order itself tells of its origin, over all its versions: a wiped field stays, marked.
CREATE TABLE attribution_mark (
  delivery_id  INTEGER PRIMARY KEY REFERENCES delivery (id) ON DELETE CASCADE,
  seen_version INTEGER NOT NULL,
  marks        TEXT    NOT NULL CHECK (json_valid(marks)),
  visit        TEXT,
  client       TEXT,
  email        TEXT,
  site_number  TEXT
) STRICT;
CREATE INDEX attribution_mark_by_visit ON attribution_mark (visit) WHERE visit IS NOT NULL;
CREATE INDEX attribution_mark_by_client ON attribution_mark (client) WHERE client IS NOT NULL;
CREATE INDEX attribution_mark_by_email ON attribution_mark (email) WHERE email IS NOT NULL;
CREATE INDEX attribution_mark_by_site ON attribution_mark (site_number)
 WHERE site_number IS NOT NULL;

-- What was concluded. Models that choose one touch have a column; those that divide have credits,
-- and only where the touches name more than one source (split).
CREATE TABLE attribution_order (
  delivery_id   INTEGER PRIMARY KEY REFERENCES delivery (id) ON DELETE CASCADE,
  rules_version INTEGER NOT NULL,
  standard_id   INTEGER NOT NULL,
  first_id      INTEGER NOT NULL,
  last_id       INTEGER NOT NULL,
  last_paid_id  INTEGER NOT NULL,
  split         INTEGER NOT NULL CHECK (split IN (0, 1)),
  origin        TEXT    NOT NULL CHECK (origin IN ('own', 'joined', 'inherited', 'none')),
  restored      INTEGER NOT NULL CHECK (restored IN (0, 1)),
  rule          TEXT    NOT NULL,
  -- [source, instant, paid] of each touch, oldest first; only where split.
  chain         TEXT CHECK (json_valid(chain))
) STRICT;

CREATE TABLE attribution_credit (
  delivery_id INTEGER NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
  model       INTEGER NOT NULL,
  source_id   INTEGER NOT NULL,
  from_part   INTEGER NOT NULL,
  parts       INTEGER NOT NULL CHECK (parts > 0),
  PRIMARY KEY (delivery_id, model, source_id)
) STRICT, WITHOUT ROWID;

-- A customer is a phone number that is not an aggregator's: the first order and its first touch.
CREATE TABLE attribution_customer (
  phone_tail        TEXT PRIMARY KEY,
  first_delivery_id INTEGER NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
  first_at          INTEGER NOT NULL,
  source_id         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attribution_customer_by_delivery ON attribution_customer (first_delivery_id);

-- Orders to be concluded (again), filled by whoever writes orders.
CREATE TABLE attribution_due (
  delivery_id INTEGER PRIMARY KEY
) STRICT;
INSERT INTO attribution_due (delivery_id) SELECT id FROM delivery;

CREATE TRIGGER attribution_due_by_insert AFTER INSERT ON delivery
BEGIN
  INSERT OR IGNORE INTO attribution_due (delivery_id) VALUES (new.id);
END;
CREATE TRIGGER attribution_due_by_update
AFTER UPDATE OF payload_hash, created_at ON delivery
WHEN new.payload_hash IS NOT old.payload_hash OR new.created_at IS NOT old.created_at
BEGIN
  INSERT OR IGNORE INTO attribution_due (delivery_id) VALUES (new.id);
END;
CREATE TRIGGER attribution_due_by_delete AFTER DELETE ON delivery
BEGIN
  DELETE FROM attribution_due WHERE delivery_id = old.id;
END;
`;
