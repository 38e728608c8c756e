/**
 * Which group a status counts in, by version; the draft of the next one; rules of moves and times.
 * organization_id 0 stands for all organizations. An entry holds from its version up to the one
 * that ended it, so any version can be read as it was.
 */
export const statusMapping = /* sql */ `
CREATE TABLE status_mapping_version (
  id         INTEGER PRIMARY KEY,
  cause      TEXT    NOT NULL CHECK (cause IN ('default', 'draft', 'command', 'undo', 'restore')),
  same_as    INTEGER REFERENCES status_mapping_version (id),
  author     TEXT    NOT NULL,
  valid_from INTEGER NOT NULL
) STRICT;

CREATE TABLE status_mapping_entry (
  organization_id INTEGER NOT NULL,
  system          TEXT    NOT NULL,
  status          TEXT    NOT NULL,
  status_group    TEXT    NOT NULL CHECK (status_group IN ('unmapped', 'ignored', 'in-work', 'paid',
                    'cancelled')),
  from_version    INTEGER NOT NULL REFERENCES status_mapping_version (id),
  until_version   INTEGER REFERENCES status_mapping_version (id),
  PRIMARY KEY (organization_id, system, status, from_version)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX status_mapping_in_force ON status_mapping_entry (organization_id, system, status)
 WHERE until_version IS NULL;

-- Steps of the draft in their order; those undone stand at the end until a new step drops them.
-- Applied ones stay, so that taking the application back opens the draft again.
CREATE TABLE status_mapping_step (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  changes TEXT    NOT NULL CHECK (json_valid(changes)),
  author  TEXT    NOT NULL,
  made_at INTEGER NOT NULL,
  undone  INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  applied_version INTEGER REFERENCES status_mapping_version (id)
) STRICT;
CREATE INDEX status_mapping_step_by_version ON status_mapping_step (applied_version);

-- Moves that a person allowed or forbade; the rest is as the program's own matrix says.
CREATE TABLE status_move_rule (
  system      TEXT    NOT NULL,
  from_status TEXT    NOT NULL,
  to_status   TEXT    NOT NULL,
  allowed     INTEGER NOT NULL CHECK (allowed IN (0, 1)),
  author      TEXT    NOT NULL,
  changed_at  INTEGER NOT NULL,
  PRIMARY KEY (system, from_status, to_status)
) STRICT, WITHOUT ROWID;

CREATE TABLE status_time_limit (
  system     TEXT    NOT NULL,
  status     TEXT    NOT NULL,
  minutes    INTEGER NOT NULL CHECK (minutes > 0),
  author     TEXT    NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (system, status)
) STRICT, WITHOUT ROWID;

INSERT INTO status_mapping_version (id, cause, author, valid_from) VALUES (1, 'default', '', 0);
INSERT INTO status_mapping_entry (organization_id, system, status, status_group, from_version) VALUES
  (0, 'iiko-cloud', 'Unconfirmed', 'in-work', 1),
  (0, 'iiko-cloud', 'WaitCooking', 'in-work', 1),
  (0, 'iiko-cloud', 'ReadyForCooking', 'in-work', 1),
  (0, 'iiko-cloud', 'CookingStarted', 'in-work', 1),
  (0, 'iiko-cloud', 'CookingCompleted', 'in-work', 1),
  (0, 'iiko-cloud', 'Waiting', 'in-work', 1),
  (0, 'iiko-cloud', 'OnWay', 'in-work', 1),
  (0, 'iiko-cloud', 'Delivered', 'in-work', 1),
  (0, 'iiko-cloud', 'Closed', 'paid', 1),
  (0, 'iiko-cloud', 'Cancelled', 'cancelled', 1),
  (0, 'iiko-biz', 'UNCONFIRMED', 'in-work', 1),
  (0, 'iiko-biz', 'NEW', 'in-work', 1),
  (0, 'iiko-biz', 'WAITING', 'in-work', 1),
  (0, 'iiko-biz', 'ON_WAY', 'in-work', 1),
  (0, 'iiko-biz', 'DELIVERED', 'in-work', 1),
  (0, 'iiko-biz', 'CLOSED', 'paid', 1),
  (0, 'iiko-biz', 'CANCELLED', 'cancelled', 1);

INSERT INTO profile_right (profile_id, name)
SELECT id, 'edit-statuses' FROM profile WHERE preset = 'manager';
`;
