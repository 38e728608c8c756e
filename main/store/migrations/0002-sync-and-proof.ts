/** Runs, log, revision chains, window reads and the completeness statements. */
export const syncAndProof = /* sql */ `
CREATE TABLE sync_run (
  id            INTEGER PRIMARY KEY,
  connection_id INTEGER NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  started_at    INTEGER NOT NULL,
  finished_at   INTEGER,
  summary       TEXT CHECK (json_valid(summary))
) STRICT;
CREATE INDEX sync_run_by_connection ON sync_run (connection_id, id);

CREATE TABLE sync_log (
  id             INTEGER PRIMARY KEY,
  at             INTEGER NOT NULL,
  connection_id  INTEGER REFERENCES connection (id) ON DELETE CASCADE,
  run_id         INTEGER,
  level          TEXT    NOT NULL CHECK (level IN ('info', 'warning', 'error')),
  code           TEXT    NOT NULL,
  params         TEXT    NOT NULL CHECK (json_valid(params)),
  correlation_id TEXT
) STRICT;
CREATE INDEX sync_log_by_connection ON sync_log (connection_id, id);

-- What a connection's next run must know. All moments are the vendor's clock.
CREATE TABLE sync_position (
  connection_id   INTEGER PRIMARY KEY REFERENCES connection (id) ON DELETE CASCADE,
  data_at         INTEGER,
  structure_at    INTEGER,
  dictionaries_at INTEGER
) STRICT;

-- Unbroken stretches of revisions, each the cursor while it is open. scope names the organizations
-- and venues asked for: another scope is another chain (iiko-api.md 1.3).
CREATE TABLE revision_chain (
  id            INTEGER PRIMARY KEY,
  connection_id INTEGER NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  scope         TEXT    NOT NULL,
  from_revision INTEGER NOT NULL,
  from_at       INTEGER NOT NULL,
  to_revision   INTEGER NOT NULL,
  to_at         INTEGER NOT NULL,
  reads         INTEGER NOT NULL DEFAULT 0,
  broken        TEXT CHECK (broken IN ('too-old', 'behind', 'revision-back', 'server-clock',
                  'unreadable', 'scope'))
) STRICT;
CREATE INDEX revision_chain_by_connection ON revision_chain (connection_id, id);
CREATE UNIQUE INDEX revision_chain_open ON revision_chain (connection_id) WHERE broken IS NULL;

-- One row per window that was asked; day is set when the window is one whole local day. Finished
-- once every part was stored. Started and finished by the vendor's clock.
CREATE TABLE window_read (
  id              INTEGER PRIMARY KEY,
  organization_id INTEGER NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  run_id          INTEGER NOT NULL,
  kind            TEXT    NOT NULL CHECK (kind IN ('day', 'edge', 'future')),
  day             INTEGER,
  zone            TEXT    NOT NULL,
  from_local      TEXT    NOT NULL,
  to_local        TEXT    NOT NULL,
  started_at      INTEGER NOT NULL,
  finished_at     INTEGER,
  max_revision    INTEGER NOT NULL,
  orders          INTEGER NOT NULL DEFAULT 0,
  quarantined     INTEGER NOT NULL DEFAULT 0,
  parts           INTEGER NOT NULL DEFAULT 0,
  hash            TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX window_read_by_day ON window_read (organization_id, kind, day, id);

-- What the newest reads of a day showed, order by order, while the day can still be read again.
CREATE TABLE window_order (
  read_id   INTEGER NOT NULL REFERENCES window_read (id) ON DELETE CASCADE,
  vendor_id BLOB    NOT NULL,
  version   INTEGER NOT NULL,
  revision  INTEGER NOT NULL,
  venue_id  INTEGER,
  PRIMARY KEY (read_id, vendor_id)
) STRICT, WITHOUT ROWID;

-- Orders that only one way had shown and that were then asked for by id.
CREATE TABLE healing (
  organization_id INTEGER NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  vendor_id       BLOB    NOT NULL,
  day             INTEGER NOT NULL,
  version         INTEGER,
  gone            INTEGER NOT NULL CHECK (gone IN (0, 1)),
  deleted         INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  after_read      INTEGER NOT NULL,
  attempts        INTEGER NOT NULL,
  tried_at        INTEGER NOT NULL,
  PRIMARY KEY (organization_id, vendor_id)
) STRICT, WITHOUT ROWID;

-- Orders that came by revision and could not be read, until they are read or found in a window.
CREATE TABLE unreadable_order (
  connection_id INTEGER NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  vendor_id     BLOB    NOT NULL,
  seen_at       INTEGER NOT NULL,
  located       INTEGER NOT NULL DEFAULT 0 CHECK (located IN (0, 1)),
  PRIMARY KEY (connection_id, vendor_id)
) STRICT, WITHOUT ROWID;

-- A person's wish to read days again; gone once the day was read.
CREATE TABLE reread_request (
  organization_id INTEGER NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  day             INTEGER NOT NULL,
  asked_at        INTEGER NOT NULL,
  PRIMARY KEY (organization_id, day)
) STRICT, WITHOUT ROWID;

-- The statements. stale: something changed since, so the statement no longer holds. frozen: the day
-- left the vendor's history. proven_revision: the newest revision both ways had shown.
CREATE TABLE completeness (
  venue_id        INTEGER NOT NULL REFERENCES venue (id) ON DELETE CASCADE,
  day             INTEGER NOT NULL,
  connection_id   INTEGER NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  zone            TEXT    NOT NULL,
  state           TEXT    NOT NULL CHECK (state IN ('complete', 'healing', 'unproven')),
  reason          TEXT    NOT NULL,
  params          TEXT    NOT NULL CHECK (json_valid(params)),
  asked           TEXT    NOT NULL CHECK (json_valid(asked)),
  orders          INTEGER NOT NULL,
  healed          INTEGER NOT NULL,
  hash            TEXT    NOT NULL,
  proven_revision INTEGER,
  stated_at       INTEGER NOT NULL,
  review_at       INTEGER,
  stale           INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1)),
  frozen          INTEGER NOT NULL DEFAULT 0 CHECK (frozen IN (0, 1)),
  PRIMARY KEY (venue_id, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX completeness_by_day ON completeness (day);
CREATE INDEX completeness_stale ON completeness (connection_id) WHERE stale = 1;
CREATE INDEX completeness_review ON completeness (connection_id, review_at);
`;
