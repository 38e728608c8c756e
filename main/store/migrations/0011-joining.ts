/** One order seen by several systems, totals that other ways tell of a day, and imported files. */
export const joining = /* sql */ `
-- A venue that another system's venue is too: its orders are stored under that one.
ALTER TABLE venue ADD COLUMN joined_to INTEGER REFERENCES venue (id);
ALTER TABLE venue ADD COLUMN joined_by TEXT CHECK (joined_by IN ('id', 'name', 'person'));
CREATE INDEX venue_joined ON venue (joined_to) WHERE joined_to IS NOT NULL;

-- Venues whose stored orders must still be looked through after they were joined or parted, and how
-- far that has come.
CREATE TABLE venue_regrouping (
  venue_id INTEGER PRIMARY KEY REFERENCES venue (id) ON DELETE CASCADE,
  after_id INTEGER NOT NULL
) STRICT;

-- Whose payload a version is; NULL: of the one system that tells of the order.
ALTER TABLE delivery_version ADD COLUMN vendor TEXT;

-- What each system tells of an order of a joined venue, newest state only: the order's row is made
-- from these. told: the order as read, packed. day: business day of the promise.
-- sold: a closed delivery, as the accounts count sales.
CREATE TABLE order_view (
  id            INTEGER PRIMARY KEY,
  vendor        TEXT    NOT NULL,
  vendor_id     BLOB    NOT NULL,
  connection_id INTEGER NOT NULL,
  organization_id INTEGER NOT NULL,
  venue_id      INTEGER,
  day           INTEGER,
  number        TEXT    NOT NULL,
  currency      TEXT    NOT NULL,
  sum_minor     INTEGER NOT NULL,
  sold          INTEGER NOT NULL CHECK (sold IN (0, 1)),
  version       INTEGER NOT NULL,
  payload_hash  INTEGER NOT NULL,
  doubt         TEXT    CHECK (doubt IN ('same-id', 'several', 'sum-differs')),
  packing       TEXT    NOT NULL CHECK (packing IN ('plain', 'dictionary')),
  told          BLOB    NOT NULL,
  UNIQUE (vendor, vendor_id)
) STRICT;
CREATE INDEX order_view_by_number ON order_view (venue_id, day, number);
CREATE INDEX order_view_doubted ON order_view (venue_id, day) WHERE doubt IS NOT NULL;

-- Every name of a view: its own id and those that other systems know it by.
CREATE TABLE order_view_name (
  name    BLOB    NOT NULL,
  view_id INTEGER NOT NULL REFERENCES order_view (id) ON DELETE CASCADE,
  PRIMARY KEY (name, view_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_view_name_by_view ON order_view_name (view_id);

-- Orders with more than one view: fields that another system than the leader supplied, by name, and
-- fields that systems tell differently.
CREATE TABLE joined_order (
  delivery_id INTEGER PRIMARY KEY REFERENCES delivery (id) ON DELETE CASCADE,
  supplied    TEXT    NOT NULL CHECK (json_valid(supplied)),
  conflicts   TEXT    NOT NULL CHECK (json_valid(conflicts))
) STRICT;

-- What a statement rests on: revisions and windows of its connection, or totals of several ways for
-- days that only history knows. The day of the latter is a business day.
ALTER TABLE completeness ADD COLUMN rests_on TEXT NOT NULL DEFAULT 'chain'
  CHECK (rests_on IN ('chain', 'totals'));
CREATE INDEX completeness_totals ON completeness (review_at) WHERE rests_on = 'totals';

-- Sales of a venue's business day as one way of asking told them, whole: to be held against the
-- orders that are stored.
CREATE TABLE day_total (
  venue_id  INTEGER NOT NULL REFERENCES venue (id) ON DELETE CASCADE,
  day       INTEGER NOT NULL,
  path      TEXT    NOT NULL,
  currency  TEXT    NOT NULL,
  orders    INTEGER NOT NULL,
  sum_minor INTEGER NOT NULL,
  asked_at  INTEGER NOT NULL,
  PRIMARY KEY (venue_id, day, path)
) STRICT, WITHOUT ROWID;

-- Files with orders exported from iikoOffice. An order belongs to the import that told it last.
CREATE TABLE order_import (
  id            INTEGER PRIMARY KEY,
  connection_id INTEGER NOT NULL REFERENCES connection (id),
  file_name     TEXT    NOT NULL,
  imported_at   INTEGER NOT NULL,
  author        TEXT    NOT NULL,
  headers       TEXT    NOT NULL,
  columns       TEXT    NOT NULL CHECK (json_valid(columns)),
  taken         INTEGER NOT NULL,
  refused       TEXT    NOT NULL CHECK (json_valid(refused))
) STRICT;
CREATE TABLE order_import_order (
  import_id INTEGER NOT NULL REFERENCES order_import (id) ON DELETE CASCADE,
  vendor_id BLOB    NOT NULL,
  PRIMARY KEY (import_id, vendor_id)
) STRICT, WITHOUT ROWID;
`;
