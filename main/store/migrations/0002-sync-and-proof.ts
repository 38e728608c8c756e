/** Runs, log, revision chains, window reads and the completeness statements. */
export const syncAndProof = /* sql */ `
CREATE TABLE sync_run (
  id            INTEGER PRIMARY KEY,
  connection_id INTEGER NOT NULL REFERENCES connection (id),
  started_at    INTEGER NOT NULL,
  finished_at   INTEGER,
  summary       TEXT CHECK (json_valid(summary))
) STRICT;
`;
