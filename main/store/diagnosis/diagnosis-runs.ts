import type { Instant } from '../../domain/orders/order.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readFirst, run, sql } from '../sql.ts';

const MOST_RUNS = 200;

/** Keeps a finished diagnosis; the oldest beyond two hundred go. Answers its id. */
export function saveDiagnosisRun(
  db: WritableDb,
  kept: Readonly<{ at: Instant; author: string; report: unknown }>,
): number {
  return inDurableTransaction(db, () => {
    const { id } = run(
      db,
      sql`
INSERT INTO diagnosis_run (at, author, report)
VALUES (${kept.at}, ${kept.author}, ${JSON.stringify(kept.report)})`,
    );
    run(db, sql`DELETE FROM diagnosis_run WHERE id <= ${id - MOST_RUNS}`);
    return id;
  });
}

/** The newest kept diagnosis as it was given; undefined before the first. */
export function readLastDiagnosisRun(
  db: ReadableDb,
): Readonly<{ id: number; at: Instant; report: unknown }> | undefined {
  const row = readFirst<{ id: number; at: number; report: string }>(
    db,
    sql`
SELECT id, at, report
  FROM diagnosis_run
 ORDER BY id DESC
 LIMIT 1`,
  );
  return row && { id: row.id, at: row.at, report: JSON.parse(row.report) as unknown };
}

/** Writes what became of a kept diagnosis since. */
export function replaceDiagnosisReport(db: WritableDb, id: number, report: unknown): void {
  inDurableTransaction(db, () =>
    run(db, sql`UPDATE diagnosis_run SET report = ${JSON.stringify(report)} WHERE id = ${id}`),
  );
}
