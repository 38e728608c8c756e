import type { DraftStep } from '../../domain/status-mapping/mapping-history.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { MappingChange } from '../../domain/status-mapping/status-mapping.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, run, sql } from '../sql.ts';

type Row = Readonly<{
  id: number;
  changes: string;
  author: string;
  madeAt: Instant;
  undone: 0 | 1;
}>;

/** The steps of the draft in their order; those undone stand at the end. */
export function readDraftSteps(db: ReadableDb): readonly DraftStep[] {
  const rows = readAll<Row>(
    db,
    sql`
SELECT id, changes, author, made_at AS madeAt, undone
  FROM status_mapping_step
 WHERE applied_version IS NULL
 ORDER BY id`,
  );
  return rows.map(({ changes, undone, ...rest }) => ({
    ...rest,
    changes: JSON.parse(changes) as MappingChange[],
    undone: undone === 1,
  }));
}

/** Adds a step to the draft; the undone ones are gone then. */
export function saveDraftStep(
  db: WritableDb,
  changes: readonly MappingChange[],
  made: Readonly<{ author: string; at: Instant }>,
): void {
  inDurableTransaction(db, () => {
    run(db, sql`DELETE FROM status_mapping_step WHERE applied_version IS NULL AND undone = 1`);
    run(
      db,
      sql`
INSERT INTO status_mapping_step (changes, author, made_at)
VALUES (${JSON.stringify(changes)}, ${made.author}, ${made.at})`,
    );
  });
}

/** Marks steps of the draft as undone: the given one and all after it. */
export function saveUndoneFrom(db: WritableDb, stepId: number): void {
  inDurableTransaction(db, () =>
    run(
      db,
      sql`
UPDATE status_mapping_step
   SET undone = 1
 WHERE applied_version IS NULL
   AND id >= ${stepId}`,
    ),
  );
}

/** Marks steps of the draft as done again: the given one and all before it. */
export function saveRedoneTo(db: WritableDb, stepId: number): void {
  inDurableTransaction(db, () =>
    run(
      db,
      sql`
UPDATE status_mapping_step
   SET undone = 0
 WHERE applied_version IS NULL
   AND id <= ${stepId}`,
    ),
  );
}

/** The draft became a version: it is empty then, and remembered with the version. */
export function saveDraftApplied(db: WritableDb, version: number): void {
  run(db, sql`DELETE FROM status_mapping_step WHERE applied_version IS NULL AND undone = 1`);
  run(
    db,
    sql`UPDATE status_mapping_step SET applied_version = ${version} WHERE applied_version IS NULL`,
  );
}

/** The steps a version was made of are the draft again, before those made since. */
export function saveDraftReopened(db: WritableDb, version: number): void {
  run(
    db,
    sql`UPDATE status_mapping_step SET applied_version = NULL WHERE applied_version = ${version}`,
  );
}
