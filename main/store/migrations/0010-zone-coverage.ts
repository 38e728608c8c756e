/** Where orders went, addresses learnt from them, who serves which zone, and geocoders' answers. */
export const zoneCoverage = /* sql */ `
-- One narrow row for every order that a courier takes somewhere, so that a million of them are
-- replayed over a map within seconds. day: business day of the promise (of the creation where
-- nothing was promised); minute: minutes since 1970 that the local wall clock showed then.
-- standing: 0 counts, 1 cancelled, 2 moved, deleted or never accepted. label: its currency and zone.
CREATE TABLE order_place (
  delivery_id INTEGER PRIMARY KEY,
  day         INTEGER NOT NULL,
  minute      INTEGER NOT NULL,
  longitude   REAL,
  latitude    REAL,
  sum_minor   INTEGER NOT NULL,
  venue_id    INTEGER NOT NULL,
  label_id    INTEGER NOT NULL,
  standing    INTEGER NOT NULL CHECK (standing IN (0, 1, 2)),
  CHECK ((longitude IS NULL) = (latitude IS NULL))
) STRICT;

CREATE TABLE order_place_label (
  id       INTEGER PRIMARY KEY,
  currency TEXT    NOT NULL,
  zone     TEXT    NOT NULL,
  UNIQUE (currency, zone)
) STRICT;

-- Orders stored before places were kept, or put on another day since.
CREATE TABLE order_place_due (
  delivery_id INTEGER PRIMARY KEY
) STRICT;
INSERT INTO order_place_due (delivery_id) SELECT id FROM delivery;

CREATE TRIGGER order_place_due_by_update
AFTER UPDATE OF business_day ON delivery
WHEN new.business_day IS NOT old.business_day
BEGIN
  INSERT OR IGNORE INTO order_place_due (delivery_id) VALUES (new.id);
END;
CREATE TRIGGER order_place_by_delete AFTER DELETE ON delivery
BEGIN
  DELETE FROM order_place WHERE delivery_id = old.id;
  DELETE FROM order_place_due WHERE delivery_id = old.id;
END;

-- A house as orders write it, where the orders to it went: the median, and how far they lie apart.
-- street_key and house_key are the same for every way of writing one address.
CREATE TABLE address_spelling (
  spelling      TEXT    NOT NULL PRIMARY KEY,
  city_key      TEXT    NOT NULL,
  street_key    TEXT    NOT NULL,
  house_key     TEXT    NOT NULL,
  city          TEXT    NOT NULL,
  street        TEXT    NOT NULL,
  house         TEXT    NOT NULL,
  longitude     REAL    NOT NULL,
  latitude      REAL    NOT NULL,
  orders        INTEGER NOT NULL,
  outliers      INTEGER NOT NULL,
  spread_m      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX address_spelling_by_key ON address_spelling (street_key, house_key);

-- Up to which order addresses have been learnt.
CREATE TABLE address_learning (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  learnt_id INTEGER NOT NULL
) STRICT;
INSERT INTO address_learning (id, learnt_id) VALUES (1, 0);

-- Every saved state of an organization's terminals and hours; the newest is in force.
CREATE TABLE coverage_schedule (
  id              INTEGER PRIMARY KEY,
  organization_id INTEGER NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  content         TEXT    NOT NULL CHECK (json_valid(content)),
  author          TEXT    NOT NULL,
  saved_at        INTEGER NOT NULL
) STRICT;
CREATE INDEX coverage_schedule_by_organization ON coverage_schedule (organization_id, id);

-- Where a terminal stands, told by a person.
CREATE TABLE terminal_place (
  venue_id  INTEGER PRIMARY KEY REFERENCES venue (id) ON DELETE CASCADE,
  longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  latitude  REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90)
) STRICT;

CREATE TABLE geocoder (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  vendor TEXT    NOT NULL CHECK (vendor IN ('yandex', 'google', 'dadata')),
  secret BLOB    NOT NULL
) STRICT;

-- candidates: an empty list where nothing was found.
CREATE TABLE geocode_answer (
  vendor      TEXT    NOT NULL,
  address_key TEXT    NOT NULL,
  answered_at INTEGER NOT NULL,
  candidates  TEXT    NOT NULL CHECK (json_valid(candidates)),
  PRIMARY KEY (vendor, address_key)
) STRICT, WITHOUT ROWID;
`;
