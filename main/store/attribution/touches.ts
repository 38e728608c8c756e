import type { ImportedTouch } from '../../domain/attribution/attribution-touch.ts';
import { readSourcePath } from './attribution-sources.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, sql, type Sql } from '../sql.ts';

/** What an order can be joined by. */
export type TouchKeys = Readonly<{
  phoneTail: string;
  visits: readonly string[];
  clients: readonly string[];
  emails: readonly string[];
  orderNumbers: readonly string[];
  from: number;
  to: number;
}>;

type Row = Omit<ImportedTouch, 'path'> & { sourceId: number };

const MOST = 100;

const COLUMNS = sql`
SELECT touch.id,
       touch.kind,
       touch.at,
       touch.source_id AS sourceId,
       touch.source_text AS text,
       touch.phone_tail AS phoneTail,
       touch.email,
       touch.client,
       touch.visit,
       touch.order_number AS orderNumber
  FROM touch
  JOIN touch_import ON touch_import.id = touch.import_id AND touch_import.state IN ('telling', 'done')`;

/** Imported touches that share a key with an order, newest first, at most 100 by each key. */
export function readTouchesFor(db: ReadableDb, keys: TouchKeys): ImportedTouch[] {
  const { from, to } = keys;
  const timed = sql`touch.at BETWEEN ${from} AND ${to}`;
  const conditions = [
    ...(keys.phoneTail === '' ? [] : [sql`touch.phone_tail = ${keys.phoneTail} AND ${timed}`]),
    ...keys.visits.map((visit) => sql`touch.visit = ${visit}`),
    ...keys.clients.map((client) => sql`touch.client = ${client} AND ${timed}`),
    ...keys.emails.map((email) => sql`touch.email = ${email} AND ${timed}`),
    ...keys.orderNumbers.map((number) => sql`touch.order_number = ${number} AND ${timed}`),
  ];
  const found = new Map<number, ImportedTouch>();
  for (const condition of conditions) {
    for (const touch of readTouches(db, condition)) found.set(touch.id, touch);
  }
  return [...found.values()].toSorted((one, other) => one.at - other.at || one.id - other.id);
}

function readTouches(db: ReadableDb, condition: Sql): ImportedTouch[] {
  const rows = readAll<Row>(
    db,
    sql`${COLUMNS} WHERE ${condition} ORDER BY touch.at DESC LIMIT ${MOST}`,
  );
  return rows.map(({ sourceId, ...row }) => ({ ...row, path: readSourcePath(db, sourceId) }));
}

/** Whether anything was imported at all: most stores never need to look. */
export function hasTouches(db: ReadableDb): boolean {
  return (
    readAll(db, sql`SELECT id FROM touch_import WHERE state IN ('telling', 'done') LIMIT 1`)
      .length > 0
  );
}
