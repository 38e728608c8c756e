/**
 * No chain of revisions where the login has no right to them, or the vendor tells no clock: `broken` gets two words more.
 * When each till was last heard, by the vendor's clock; orders that are promised for no day are found;
 * what could not be read may be of an organization that nobody can tell.
 */
export const untoldChanges = /* sql */ `
CREATE TABLE revision_chain_new (
  id            INTEGER PRIMARY KEY,
  connection_id INTEGER NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  scope         TEXT    NOT NULL,
  from_revision INTEGER NOT NULL,
  from_at       INTEGER NOT NULL,
  to_revision   INTEGER NOT NULL,
  to_at         INTEGER NOT NULL,
  reads         INTEGER NOT NULL DEFAULT 0,
  broken        TEXT CHECK (broken IN ('too-old', 'behind', 'revision-back', 'server-clock',
                  'unreadable', 'scope', 'refused', 'no-clock'))
) STRICT;
INSERT INTO revision_chain_new
SELECT id, connection_id, scope, from_revision, from_at, to_revision, to_at, reads, broken
  FROM revision_chain;
DROP TABLE revision_chain;
ALTER TABLE revision_chain_new RENAME TO revision_chain;
CREATE INDEX revision_chain_by_connection ON revision_chain (connection_id, id);
CREATE UNIQUE INDEX revision_chain_open ON revision_chain (connection_id) WHERE broken IS NULL;

ALTER TABLE venue ADD COLUMN heard_at INTEGER;
UPDATE venue SET heard_at = alive_at WHERE alive = 1;
CREATE INDEX delivery_undated ON delivery (organization_id) WHERE promised_day IS NULL;

CREATE TABLE quarantine_new (
  id              INTEGER PRIMARY KEY,
  connection_id   INTEGER NOT NULL REFERENCES connection (id),
  organization_id INTEGER REFERENCES organization (id),
  vendor_id       TEXT,
  reason          TEXT    NOT NULL,
  payload         BLOB    NOT NULL,
  payload_hash    BLOB    NOT NULL,
  seen_at         INTEGER NOT NULL,
  UNIQUE (connection_id, payload_hash)
) STRICT;
INSERT OR IGNORE INTO quarantine_new
SELECT id, connection_id, organization_id, vendor_id, reason, payload, payload_hash, seen_at
  FROM quarantine;
DROP TABLE quarantine;
ALTER TABLE quarantine_new RENAME TO quarantine;
CREATE INDEX quarantine_by_vendor_id ON quarantine (connection_id, vendor_id);
`;
