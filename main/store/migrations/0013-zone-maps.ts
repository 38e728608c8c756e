/** The map of zones that is drawn here: its draft, and every version that was kept. */
export const zoneMaps = /* sql */ `
CREATE TABLE zone_map_version (
  id        INTEGER PRIMARY KEY,
  author    TEXT    NOT NULL,
  made_at   INTEGER NOT NULL,
  note      TEXT    NOT NULL,
  zones     INTEGER NOT NULL,
  content   TEXT    NOT NULL CHECK (json_valid(content)),
  handed_at INTEGER,
  link      TEXT    NOT NULL DEFAULT '',
  proved_at INTEGER
) STRICT;

CREATE TABLE zone_draft (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL
) STRICT;
INSERT INTO zone_draft (id, revision) VALUES (1, 0);

-- One row a zone: a step of the editor writes only what it changed.
CREATE TABLE zone_draft_zone (
  zone_id TEXT    NOT NULL PRIMARY KEY,
  place   INTEGER NOT NULL,
  content TEXT    NOT NULL CHECK (json_valid(content))
) STRICT, WITHOUT ROWID;
`;
