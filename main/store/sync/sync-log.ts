import type { SyncLogEntry } from '../../domain/sync-log-entry.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { allOf, readAll, run, sql, type Sql } from '../sql.ts';

/** A line of the log before it is kept. */
export type LogLine = Omit<SyncLogEntry, 'id'>;

const LINES_KEPT = 20_000;
/** Old lines go in batches, not one with every new line. */
const SLACK = 500;

/** Writes a line; the oldest lines beyond 20,000 are forgotten now and then. */
export function saveLogLine(db: WritableDb, line: LogLine): number {
  const { id } = run(
    db,
    sql`
INSERT INTO sync_log (at, connection_id, run_id, level, code, params, correlation_id)
VALUES (${line.at}, ${line.connectionId}, ${line.runId}, ${line.level}, ${line.code},
        ${JSON.stringify(line.params)}, ${line.correlationId})`,
  );
  if (id % SLACK === 0) run(db, sql`DELETE FROM sync_log WHERE id <= ${id - LINES_KEPT}`);
  return id;
}

/** Which lines of the log; nulls do not restrict, `beforeId` goes on to older ones. */
export type LogFilter = Readonly<{
  connectionId: number | null;
  level: LogLine['level'] | null;
  /** Looked for in code, values and correlation id. */
  search: string;
  beforeId: number | null;
  count: number;
}>;

type Row = Omit<SyncLogEntry, 'params'> & Readonly<{ params: string }>;

/** Lines that match, newest first. */
export function readLog(db: ReadableDb, filter: LogFilter): readonly SyncLogEntry[] {
  return readAll<Row>(
    db,
    sql`
SELECT id, at, connection_id AS connectionId, run_id AS runId, level, code, params,
       correlation_id AS correlationId
  FROM sync_log
 WHERE ${allOf(conditions(filter))}
 ORDER BY id DESC
 LIMIT ${filter.count}`,
  ).map((row) => ({ ...row, params: JSON.parse(row.params) as LogLine['params'] }));
}

function conditions({ connectionId, level, search, beforeId }: LogFilter): Sql[] {
  const all: Sql[] = [];
  if (connectionId !== null) all.push(sql`connection_id = ${connectionId}`);
  if (level !== null) all.push(sql`level = ${level}`);
  if (beforeId !== null) all.push(sql`id < ${beforeId}`);
  const words = search.trim().toLowerCase();
  if (words !== '') {
    all.push(
      sql`instr(lower(code || ' ' || params || ' ' || coalesce(correlation_id, '')), ${words}) > 0`,
    );
  }
  return all;
}
