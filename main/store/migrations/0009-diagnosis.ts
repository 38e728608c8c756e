/** What diagnoses found, and delivery zones as they were before anybody touched them. */
export const diagnosis = /* sql */ `
CREATE TABLE diagnosis_run (
  id     INTEGER PRIMARY KEY,
  at     INTEGER NOT NULL,
  author TEXT    NOT NULL,
  report TEXT    NOT NULL CHECK (json_valid(report))
) STRICT;

-- Content is canonical JSON, so that equal zones are equal bytes.
CREATE TABLE kept_zones (
  id              INTEGER PRIMARY KEY,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  kept_at         INTEGER NOT NULL,
  hash            TEXT    NOT NULL CHECK (length(hash) = 64),
  zones           INTEGER NOT NULL,
  rules           INTEGER NOT NULL,
  content         TEXT    NOT NULL CHECK (json_valid(content)),
  UNIQUE (organization_id, hash)
) STRICT;
CREATE INDEX kept_zones_by_time ON kept_zones (organization_id, kept_at);
`;
