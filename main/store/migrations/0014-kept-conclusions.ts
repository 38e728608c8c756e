/** What came of files with orders, what recipes under a model keep, and statuses by client type. */
export const keptConclusions = /* sql */ `
-- Less than taken: the import was stopped in its middle.
ALTER TABLE order_import ADD COLUMN created INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_import ADD COLUMN joined  INTEGER NOT NULL DEFAULT 0;
-- All of them; refused lists the first.
ALTER TABLE order_import ADD COLUMN wrong   INTEGER NOT NULL DEFAULT 0;

-- 0 while its conclusions are being kept, and when it is being removed.
ALTER TABLE report_recipe ADD COLUMN ready  INTEGER NOT NULL DEFAULT 1 CHECK (ready IN (0, 1));
-- [day, channel, visits] as they were.
ALTER TABLE report_recipe ADD COLUMN visits TEXT    NOT NULL DEFAULT '[]'
                                            CHECK (json_valid(visits));

-- Conclusions of attribution have no versions: a recipe under a model keeps those of its orders.
CREATE TABLE report_recipe_credit (
  recipe_id   INTEGER NOT NULL,
  delivery_id INTEGER NOT NULL,
  source_id   INTEGER NOT NULL,
  from_part   INTEGER NOT NULL,
  parts       INTEGER NOT NULL CHECK (parts > 0),
  PRIMARY KEY (recipe_id, delivery_id, source_id)
) STRICT, WITHOUT ROWID;

-- The tree of sources as it was.
CREATE TABLE report_recipe_source (
  recipe_id  INTEGER NOT NULL,
  id         INTEGER NOT NULL,
  shown_id   INTEGER NOT NULL,
  channel_id INTEGER NOT NULL,
  name       TEXT    NOT NULL,
  PRIMARY KEY (recipe_id, id)
) STRICT, WITHOUT ROWID;

-- Statuses that orders of a type of client should not have.
CREATE TABLE status_client_rule (
  system     TEXT    NOT NULL,
  status     TEXT    NOT NULL,
  client     TEXT    NOT NULL CHECK (client IN ('regular', 'one-time')),
  author     TEXT    NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (system, status, client)
) STRICT, WITHOUT ROWID;
`;
