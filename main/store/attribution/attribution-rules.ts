import { DEFAULT_RULES, type Rule } from '../../domain/attribution/attribution-rule.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

/** A version of the rules; version 0 is what the program comes with. */
export type RulesVersion = Readonly<{
  version: number;
  author: string;
  appliedAt: Instant;
  rules: readonly Rule[];
}>;

type Row = { version: number; author: string; applied_at: number; rules: string };

const toVersion = (row: Row): RulesVersion => ({
  version: row.version,
  author: row.author,
  appliedAt: row.applied_at,
  rules: JSON.parse(row.rules) as Rule[],
});

const BUILT_IN: RulesVersion = { version: 0, author: '', appliedAt: 0, rules: DEFAULT_RULES };

/** The rules in force. */
export function readRules(db: ReadableDb): RulesVersion {
  const row = readFirst<Row>(
    db,
    sql`
SELECT version, author, applied_at, rules
  FROM attribution_rules
 ORDER BY version DESC
 LIMIT 1`,
  );
  return row ? toVersion(row) : BUILT_IN;
}

/** Every version, newest first, down to the built-in one. */
export function readRulesVersions(db: ReadableDb): RulesVersion[] {
  const rows = readAll<Row>(
    db,
    sql`
SELECT version, author, applied_at, rules
  FROM attribution_rules
 ORDER BY version DESC
 LIMIT 200`,
  );
  return [...rows.map(toVersion), BUILT_IN];
}

/** Puts rules in force as a new version; all orders are then concluded again from the first on. */
export function saveRules(
  db: WritableDb,
  rules: readonly Rule[],
  author: string,
  now: Instant,
): number {
  return inDurableTransaction(db, () => {
    const version = readRules(db).version + 1;
    run(
      db,
      sql`
INSERT INTO attribution_rules (version, rules, author, applied_at, next_order)
VALUES (${version}, ${JSON.stringify(rules)}, ${author}, ${now}, 1)`,
    );
    return version;
  });
}

/** Where concluding again under the newest rules stands; null when it is done. */
export function readRebuild(db: ReadableDb): number | null {
  const row = readFirst<{ next: number | null }>(
    db,
    sql`SELECT next_order AS next FROM attribution_rules ORDER BY version DESC LIMIT 1`,
  );
  return row?.next ?? null;
}

/** Goes on with concluding again; null ends it. */
export function saveRebuild(db: WritableDb, next: number | null): void {
  run(
    db,
    sql`
UPDATE attribution_rules
   SET next_order = ${next}
 WHERE version = (SELECT max(version) FROM attribution_rules)`,
  );
}
