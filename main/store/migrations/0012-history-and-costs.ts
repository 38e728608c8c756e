/** Sessions to give back, the back-fill of history, and what an order's products cost. */
export const historyAndCosts = /* sql */ `
-- Sessions that take a licence slot of the vendor until they are given back, sealed: the next start
-- gives back what a crash left. key names a login and shows nothing of it.
CREATE TABLE source_session (
  key     TEXT    PRIMARY KEY,
  sealed  BLOB    NOT NULL,
  kept_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The period of history that a connection reads in the background, newest day first. night_from
-- and night_to are minutes after midnight of the venue's clock; NULL: at any time. Days are
-- accounting days since 1970.
CREATE TABLE back_fill (
  connection_id INTEGER PRIMARY KEY REFERENCES connection (id) ON DELETE CASCADE,
  from_day      INTEGER NOT NULL,
  to_day        INTEGER NOT NULL CHECK (to_day >= from_day),
  state         TEXT    NOT NULL CHECK (state IN ('running', 'paused', 'done')),
  night_from    INTEGER CHECK (night_from BETWEEN 0 AND 1439),
  night_to      INTEGER CHECK (night_to BETWEEN 0 AND 1439),
  started_at    INTEGER NOT NULL,
  finished_at   INTEGER,
  CHECK ((night_from IS NULL) = (night_to IS NULL))
) STRICT;

-- Days of history that were read and stored whole; settled: their costs could no longer move then.
CREATE TABLE back_fill_day (
  connection_id INTEGER NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  day           INTEGER NOT NULL,
  orders        INTEGER NOT NULL,
  sum_minor     INTEGER NOT NULL,
  quarantined   INTEGER NOT NULL,
  settled       INTEGER NOT NULL CHECK (settled IN (0, 1)),
  read_at       INTEGER NOT NULL,
  PRIMARY KEY (connection_id, day)
) STRICT, WITHOUT ROWID;

-- What the products of an order cost by the restaurant's own accounts: for each product its id (16
-- bytes) and its cost in 1/10,000 (8 bytes, big-endian). Preliminary while the accounts may move.
CREATE TABLE order_cost (
  delivery_id INTEGER PRIMARY KEY REFERENCES delivery (id) ON DELETE CASCADE,
  preliminary INTEGER NOT NULL CHECK (preliminary IN (0, 1)),
  costs       BLOB    NOT NULL
) STRICT;
CREATE INDEX order_cost_preliminary ON order_cost (delivery_id) WHERE preliminary = 1;

-- How the restaurant's own server says that an order ended, as the other systems' words are counted.
INSERT INTO status_mapping_entry (organization_id, system, status, status_group, from_version) VALUES
  (0, 'iiko-server', 'New', 'in-work', 1),
  (0, 'iiko-server', 'OnWay', 'in-work', 1),
  (0, 'iiko-server', 'Delivered', 'in-work', 1),
  (0, 'iiko-server', 'Closed', 'paid', 1),
  (0, 'iiko-server', 'Cancelled', 'cancelled', 1);
`;
