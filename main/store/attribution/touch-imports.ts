import type { TouchFileReport, TouchMapping } from '../../domain/attribution/touch-file.ts';
import type { TouchImport } from '../../domain/attribution/touch-import.ts';
import { hash53 } from '../../domain/hash53.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { pathKey } from '../../domain/attribution/attribution-source.ts';
import type { ReadTouch } from '../../domain/attribution/touch-row.ts';
import { saveTouchedDue } from './attribution-due.ts';
import { ensureSource } from './attribution-sources.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

type Row = Omit<TouchImport, 'report'> & {
  rows: number;
  taken: number;
  refused: number;
  wrong: string;
};

/** Files whose touches count, newest first. */
export function readTouchImports(db: ReadableDb): TouchImport[] {
  const rows = readAll<Row>(
    db,
    sql`
SELECT id, file_name AS fileName, author, at, format, rows, taken, refused, wrong
  FROM touch_import
 WHERE state IN ('telling', 'done')
 ORDER BY id DESC
 LIMIT 200`,
  );
  return rows.map(({ rows: count, taken, refused, wrong, ...file }) => ({
    ...file,
    report: {
      rows: count,
      taken,
      refused,
      ...(JSON.parse(wrong) as Pick<TouchFileReport, 'reasons' | 'wrong'>),
    },
  }));
}

/** Begins an import; its touches are seen by nobody until it is whole. */
export function saveNewImport(
  db: WritableDb,
  file: Readonly<{ fileName: string; format: string; author: string; at: Instant }>,
): number {
  return run(
    db,
    sql`
INSERT INTO touch_import (file_name, format, author, at, rows, taken, refused, wrong, state)
VALUES (${file.fileName}, ${file.format}, ${file.author}, ${file.at}, 0, 0, 0, '{}', 'reading')`,
  ).id;
}

/** A touch and the row of the file it came from. */
export type RowTouch = Readonly<{ row: number; touch: ReadTouch }>;

/** Stores touches of an import; answers the rows that were known already. */
export function saveTouches(
  db: WritableDb,
  importId: number,
  touches: readonly RowTouch[],
): number[] {
  return inTransaction(db, () =>
    touches.filter((one) => !saveTouch(db, importId, one)).map(({ row }) => row),
  );
}

function saveTouch(db: WritableDb, importId: number, { row, touch }: RowTouch): boolean {
  const { kind, at, phoneTail, email, client, visit, orderNumber } = touch;
  const keys = [kind, at, phoneTail, email, client, visit, orderNumber, pathKey(touch.path)];
  const { changes } = run(
    db,
    sql`
INSERT OR IGNORE INTO touch (import_id, row, kind, at, source_id, source_text, phone_tail, email,
                             client, visit, order_number, fingerprint)
VALUES (${importId}, ${row}, ${kind}, ${at}, ${ensureSource(db, touch.path)}, ${touch.text},
        ${phoneTail}, ${email}, ${client}, ${visit}, ${orderNumber},
        ${hash53(JSON.stringify(keys))})`,
  );
  return changes === 1;
}

/** The import is whole: its touches count from now on. */
export function saveWholeImport(db: WritableDb, importId: number, report: TouchFileReport): void {
  const { rows, taken, refused, reasons, wrong } = report;
  run(
    db,
    sql`
UPDATE touch_import
   SET rows = ${rows},
       taken = ${taken},
       refused = ${refused},
       wrong = ${JSON.stringify({ reasons, wrong })},
       state = 'telling'
 WHERE id = ${importId}`,
  );
}

/** Hides an import's touches at once; they are deleted step by step. */
export function hideImport(db: WritableDb, importId: number): boolean {
  const { changes } = run(
    db,
    sql`UPDATE touch_import SET state = 'removing' WHERE id = ${importId} AND state <> 'removing'`,
  );
  return changes === 1;
}

/** Imports that a stop left half told, half read or half removed. */
export function readUnfinishedImports(
  db: ReadableDb,
): { id: number; state: 'reading' | 'telling' | 'removing' }[] {
  return readAll(db, sql`SELECT id, state FROM touch_import WHERE state <> 'done' ORDER BY id`);
}

const STEP = 300;

/** Makes the next orders due that the import may concern; answers where to go on, null at the end. */
export function tellSome(db: WritableDb, importId: number, after: number): number | null {
  return inTransaction(db, () => {
    const last = lastOfStep(db, importId, after);
    if (last === null) {
      run(db, sql`UPDATE touch_import SET state = 'done' WHERE id = ${importId}`);
      return null;
    }
    saveTouchedDue(db, after, last);
    return last;
  });
}

/** Deletes the next touches of a hidden import, their orders become due; false at the end. */
export function removeSome(db: WritableDb, importId: number): boolean {
  return inTransaction(db, () => {
    const last = lastOfStep(db, importId, 0);
    if (last === null) {
      run(db, sql`DELETE FROM touch_import WHERE id = ${importId}`);
      return false;
    }
    const first = readFirst<{ id: number }>(
      db,
      sql`SELECT min(id) AS id FROM touch WHERE import_id = ${importId}`,
    );
    saveTouchedDue(db, (first?.id ?? 1) - 1, last);
    run(db, sql`DELETE FROM touch WHERE import_id = ${importId} AND id <= ${last}`);
    return true;
  });
}

function lastOfStep(db: ReadableDb, importId: number, after: number): number | null {
  const row = readFirst<{ last: number | null }>(
    db,
    sql`
SELECT max(id) AS last
  FROM (SELECT id
          FROM touch
         WHERE import_id = ${importId}
           AND id > ${after}
         ORDER BY id
         LIMIT ${STEP})`,
  );
  return row?.last ?? null;
}

/** The mapping a file with these headers had last; undefined when there was none. */
export function readMapping(db: ReadableDb, headers: string): TouchMapping | undefined {
  const row = readFirst<{ mapping: string }>(
    db,
    sql`SELECT mapping FROM touch_mapping WHERE headers = ${headers}`,
  );
  return row && (JSON.parse(row.mapping) as TouchMapping);
}

/** Remembers what columns meant. */
export function saveMapping(
  db: WritableDb,
  headers: string,
  mapping: TouchMapping,
  now: Instant,
): void {
  run(
    db,
    sql`
INSERT INTO touch_mapping (headers, mapping, used_at)
VALUES (${headers}, ${JSON.stringify(mapping)}, ${now})
ON CONFLICT (headers) DO UPDATE
   SET mapping = excluded.mapping,
       used_at = excluded.used_at`,
  );
}

/** The zone of the organization that is followed first; UTC before there is one. */
export function readFirstZone(db: ReadableDb): string {
  const row = readFirst<{ zone: string }>(
    db,
    sql`SELECT zone FROM organization ORDER BY chosen DESC, id LIMIT 1`,
  );
  return row?.zone ?? 'UTC';
}

/** The currency of the organization that is followed first; '' before there is one. */
export const readFirstCurrency = (db: ReadableDb): string =>
  readFirst<{ currency: string }>(
    db,
    sql`SELECT currency FROM organization ORDER BY chosen DESC, id LIMIT 1`,
  )?.currency ?? '';
