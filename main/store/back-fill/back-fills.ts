import type { Instant } from '../../domain/orders/order.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readFirst, run, sql } from '../sql.ts';

/** Minutes after midnight between which history is read; the end may lie after midnight. */
export type Night = Readonly<{ from: number; to: number }>;

/** The history that a connection reads in the background. Days count from 1970. */
export type StoredBackFill = Readonly<{
  connectionId: number;
  fromDay: number;
  toDay: number;
  state: 'running' | 'paused' | 'done';
  night: Night | null;
  startedAt: Instant;
  finishedAt: Instant | null;
}>;

type Row = Omit<StoredBackFill, 'night'> &
  Readonly<{ nightFrom: number | null; nightTo: number | null }>;

const COLUMNS = sql`
  connection_id AS connectionId, from_day AS fromDay, to_day AS toDay, state,
  night_from AS nightFrom, night_to AS nightTo, started_at AS startedAt, finished_at AS finishedAt`;

const toBackFill = ({ nightFrom, nightTo, ...row }: Row): StoredBackFill => ({
  ...row,
  night: nightFrom === null || nightTo === null ? null : { from: nightFrom, to: nightTo },
});

/** The back-fill of a connection, if it ever had one. */
export function readBackFill(db: ReadableDb, connectionId: number): StoredBackFill | undefined {
  const row = readFirst<Row>(
    db,
    sql`SELECT ${COLUMNS} FROM back_fill WHERE connection_id = ${connectionId}`,
  );
  return row && toBackFill(row);
}

type Plan = Pick<StoredBackFill, 'connectionId' | 'fromDay' | 'toDay' | 'night'>;

/** Begins a back-fill, or gives the one that is there another period. */
export function saveBackFill(db: WritableDb, plan: Plan, now: Instant): void {
  const { connectionId, fromDay, toDay, night } = plan;
  inDurableTransaction(db, () =>
    run(
      db,
      sql`
INSERT INTO back_fill (connection_id, from_day, to_day, state, night_from, night_to, started_at)
VALUES (${connectionId}, ${fromDay}, ${toDay}, 'running', ${night?.from ?? null},
        ${night?.to ?? null}, ${now})
ON CONFLICT (connection_id) DO UPDATE
   SET from_day = excluded.from_day,
       to_day = excluded.to_day,
       state = 'running',
       night_from = excluded.night_from,
       night_to = excluded.night_to,
       started_at = excluded.started_at,
       finished_at = NULL`,
    ),
  );
}

/** Notes that a back-fill was paused, goes on, or is done. */
export function saveBackFillState(
  db: WritableDb,
  connectionId: number,
  state: StoredBackFill['state'],
  now: Instant,
): void {
  inDurableTransaction(db, () =>
    run(
      db,
      sql`
UPDATE back_fill
   SET state = ${state},
       finished_at = ${state === 'done' ? now : null}
 WHERE connection_id = ${connectionId}`,
    ),
  );
}
