import type { Instant } from '../../domain/orders/order.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

const RUNS_KEPT = 500;

/** Notes that a run began; answers its id. */
export function saveRunStarted(db: WritableDb, connectionId: number, at: Instant): number {
  return run(
    db,
    sql`INSERT INTO sync_run (connection_id, started_at) VALUES (${connectionId}, ${at})`,
  ).id;
}

/** Notes how a run ended; old runs are forgotten. `summary` is plain data of the feature. */
export function saveRunFinished(
  db: WritableDb,
  runId: number,
  connectionId: number,
  summary: Readonly<{ finishedAt: Instant }>,
): void {
  inTransaction(db, () => {
    run(
      db,
      sql`
UPDATE sync_run
   SET finished_at = ${summary.finishedAt},
       summary = ${JSON.stringify(summary)}
 WHERE id = ${runId}`,
    );
    run(
      db,
      sql`
DELETE FROM sync_run
 WHERE connection_id = ${connectionId}
   AND id <= ${runId - RUNS_KEPT}`,
    );
  });
}

/** The summary of the newest run that ended, as it was stored; null before any. */
export function readLastSummary<Summary>(db: ReadableDb, connectionId: number): Summary | null {
  const row = readFirst<{ summary: string }>(
    db,
    sql`
SELECT summary
  FROM sync_run
 WHERE connection_id = ${connectionId}
   AND summary IS NOT NULL
 ORDER BY id DESC
 LIMIT 1`,
  );
  return row ? (JSON.parse(row.summary) as Summary) : null;
}

/** What a connection's next run must know; moments are the vendor's clock. */
export type SyncPosition = Readonly<{
  dataAt: Instant | null;
  structureAt: Instant | null;
  dictionariesAt: Instant | null;
}>;

/** Where a connection stands; nulls before its first answer. */
export function readPosition(db: ReadableDb, connectionId: number): SyncPosition {
  const row = readFirst<SyncPosition>(
    db,
    sql`
SELECT data_at AS dataAt,
       structure_at AS structureAt,
       dictionaries_at AS dictionariesAt
  FROM sync_position
 WHERE connection_id = ${connectionId}`,
  );
  return row ?? { dataAt: null, structureAt: null, dictionariesAt: null };
}

/** Notes the vendor's clock at the newest answer whose orders were stored. */
export function saveDataAt(db: WritableDb, connectionId: number, at: Instant): void {
  run(
    db,
    sql`
INSERT INTO sync_position (connection_id, data_at)
VALUES (${connectionId}, ${at})
ON CONFLICT DO UPDATE SET data_at = excluded.data_at`,
  );
}

/** Notes when organizations and venues were read. */
export function saveStructureAt(db: WritableDb, connectionId: number, at: Instant | null): void {
  run(
    db,
    sql`
INSERT INTO sync_position (connection_id, structure_at)
VALUES (${connectionId}, ${at})
ON CONFLICT DO UPDATE SET structure_at = excluded.structure_at`,
  );
}

/** Notes when the dictionaries were read. */
export function saveDictionariesAt(db: WritableDb, connectionId: number, at: Instant): void {
  run(
    db,
    sql`
INSERT INTO sync_position (connection_id, dictionaries_at)
VALUES (${connectionId}, ${at})
ON CONFLICT DO UPDATE SET dictionaries_at = excluded.dictionaries_at`,
  );
}

/** Runs that were cut off by the end of the program. */
export function readUnfinishedRuns(
  db: ReadableDb,
): readonly Readonly<{ id: number; connectionId: number; startedAt: Instant }>[] {
  return readAll(
    db,
    sql`
SELECT id, connection_id AS connectionId, started_at AS startedAt
  FROM sync_run
 WHERE finished_at IS NULL
 ORDER BY id`,
  );
}

/** Marks a run that was cut off as over. */
export function saveRunCutOff(db: WritableDb, runId: number, at: Instant): void {
  run(db, sql`UPDATE sync_run SET finished_at = ${at} WHERE id = ${runId}`);
}
