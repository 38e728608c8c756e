/** Profiles with their rights and PINs, what belongs to each, and what belongs to the program. */
export const peopleAndSettings = /* sql */ `
CREATE TABLE profile (
  id           INTEGER PRIMARY KEY,
  name         TEXT    NOT NULL,
  name_key     TEXT    NOT NULL UNIQUE,
  preset       TEXT    NOT NULL CHECK (preset IN ('manager', 'operator', 'installer')),
  pin_salt     BLOB,
  pin_hash     BLOB,
  wrong_pins   INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER NOT NULL DEFAULT 0,
  active       INTEGER NOT NULL DEFAULT 0 CHECK (active IN (0, 1)),
  created_at   INTEGER NOT NULL,
  CHECK ((pin_salt IS NULL) = (pin_hash IS NULL))
) STRICT;
CREATE UNIQUE INDEX profile_active ON profile (active) WHERE active = 1;

CREATE TABLE profile_right (
  profile_id INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
  name       TEXT    NOT NULL,
  PRIMARY KEY (profile_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE personal_setting (
  profile_id INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
  name       TEXT    NOT NULL,
  value      TEXT    NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (profile_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE program_setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- Set while a removed connection's data is being deleted in small steps, so a restart goes on.
ALTER TABLE connection ADD COLUMN purging INTEGER NOT NULL DEFAULT 0 CHECK (purging IN (0, 1));
`;
