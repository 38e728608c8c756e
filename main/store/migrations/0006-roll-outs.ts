/** Changes brought to many terminals one after another, each step recorded before and after it. */
export const rollOuts = /* sql */ `
CREATE TABLE roll_out (
  id         INTEGER PRIMARY KEY,
  started_at INTEGER NOT NULL,
  author     TEXT    NOT NULL,
  why        TEXT    NOT NULL,
  element    TEXT    NOT NULL,
  value      TEXT,
  accepted   TEXT    NOT NULL CHECK (json_valid(accepted)),
  phase      TEXT    NOT NULL CHECK (phase IN ('canary', 'rest', 'undo'))
) STRICT;

-- Files are named, not referenced: a roll-out stays readable after its folder was forgotten.
CREATE TABLE roll_out_step (
  roll_out_id       INTEGER NOT NULL REFERENCES roll_out (id) ON DELETE CASCADE,
  position          INTEGER NOT NULL,
  file_id           INTEGER NOT NULL,
  terminal          TEXT    NOT NULL,
  state             TEXT    NOT NULL
    CHECK (state IN ('waiting', 'writing', 'written', 'failed', 'undoing', 'undone')),
  before_hash       TEXT,
  after_hash        TEXT,
  before_version_id INTEGER,
  failure           TEXT    CHECK (failure IS NULL OR json_valid(failure)),
  PRIMARY KEY (roll_out_id, position)
) STRICT, WITHOUT ROWID;
`;
