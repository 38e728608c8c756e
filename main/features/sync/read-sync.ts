import type { Handlers } from '../../contract/define.ts';
import type { sync } from '../../contract/sync.ts';
import { fromEpochDay, toEpochDay } from '../../domain/epoch-day.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readStatements } from '../../store/sync/statement-list.ts';
import { readQuarantine } from '../../store/orders/quarantine-list.ts';
import { readLog } from '../../store/sync/sync-log.ts';

/** Answers of the reader: statements, log and what could not be read. */
export function readSync(db: ReadableDb): Handlers<typeof sync, 'list'> {
  return {
    completeness: ({ from, to }) =>
      readStatements(db, toEpochDay(from), toEpochDay(to)).map((statement) => ({
        ...statement,
        day: fromEpochDay(statement.day),
      })),
    log: (filter) => readLog(db, filter),
    quarantine: ({ count }) => readQuarantine(db, count),
  };
}
