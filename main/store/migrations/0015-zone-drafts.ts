/** Several maps of zones side by side, each with its name, its steps and its versions. */
export const zoneDrafts = /* sql */ `
ALTER TABLE zone_draft RENAME TO zone_draft_alone;
ALTER TABLE zone_draft_zone RENAME TO zone_draft_zone_alone;

-- name '': the first one, which the window names. The one with the greatest turn is at hand; a
-- removed one stays, so that it can be taken back.
CREATE TABLE zone_draft (
  id       INTEGER PRIMARY KEY,
  name     TEXT    NOT NULL,
  revision INTEGER NOT NULL,
  turn     INTEGER NOT NULL,
  removed  INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;
INSERT INTO zone_draft (id, name, revision, turn)
SELECT id, '', revision, 1 FROM zone_draft_alone;

-- One row a zone: a step of the editor writes only what it changed.
CREATE TABLE zone_draft_zone (
  draft_id INTEGER NOT NULL REFERENCES zone_draft (id) ON DELETE CASCADE,
  zone_id  TEXT    NOT NULL,
  place    INTEGER NOT NULL,
  content  TEXT    NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (draft_id, zone_id)
) STRICT, WITHOUT ROWID;
INSERT INTO zone_draft_zone (draft_id, zone_id, place, content)
SELECT 1, zone_id, place, content FROM zone_draft_zone_alone;

DROP TABLE zone_draft_zone_alone;
DROP TABLE zone_draft_alone;

ALTER TABLE zone_map_version ADD COLUMN draft_id INTEGER NOT NULL DEFAULT 1;
`;
