/** Every version of iiko's local files that was ever seen, and what belongs to them. */
export const configFiles = /* sql */ `
CREATE TABLE config_root (
  id       INTEGER PRIMARY KEY,
  path     TEXT    NOT NULL UNIQUE,
  added_at INTEGER NOT NULL
) STRICT;

CREATE TABLE config_file (
  id            INTEGER PRIMARY KEY,
  path          TEXT    NOT NULL,
  -- As Windows compares: one file has one history, however its path is spelt.
  path_key      TEXT    NOT NULL UNIQUE,
  kind          TEXT    NOT NULL,
  first_seen_at INTEGER NOT NULL
) STRICT;

CREATE TABLE config_content (
  id     INTEGER PRIMARY KEY,
  hash   BLOB    NOT NULL UNIQUE CHECK (length(hash) = 32),
  size   INTEGER NOT NULL,
  packed BLOB    NOT NULL
) STRICT;

CREATE TABLE config_version (
  id         INTEGER PRIMARY KEY,
  file_id    INTEGER NOT NULL REFERENCES config_file (id),
  number     INTEGER NOT NULL,
  content_id INTEGER NOT NULL REFERENCES config_content (id),
  at         INTEGER NOT NULL,
  origin     TEXT    NOT NULL
    CHECK (origin IN ('seen', 'edited', 'restored', 'undone', 'redone')),
  author     TEXT,
  why        TEXT    NOT NULL DEFAULT '',
  -- 0 between the promise to write and the written file; a crash there is cleared up at the next look.
  written    INTEGER NOT NULL CHECK (written IN (0, 1)),
  UNIQUE (file_id, number)
) STRICT;
CREATE INDEX config_version_content ON config_version (content_id);

CREATE TABLE config_terminal_id (
  file_id       INTEGER NOT NULL REFERENCES config_file (id),
  value         TEXT    NOT NULL,
  first_seen_at INTEGER NOT NULL,
  last_seen_at  INTEGER NOT NULL,
  PRIMARY KEY (file_id, value)
) STRICT, WITHOUT ROWID;
`;
