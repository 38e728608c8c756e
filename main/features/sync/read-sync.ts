import type { Handlers } from '../../contract/define.ts';
import { fromEpochDay, toEpochDay } from '../../domain/epoch-day.ts';
import type { DayPaths, sync } from '../../contract/sync.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readDayProofs, readStatements } from '../../store/sync/statement-list.ts';
import { readPathFacts, readVenueCurrency } from '../../store/sync/path-totals.ts';
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
    days: ({ from, to, venueId }) =>
      readDayProofs(db, toEpochDay(from), toEpochDay(to), venueId).map((proof) => ({
        ...proof,
        day: fromEpochDay(proof.day),
      })),
    paths: ({ venueId, day }) => readPaths(db, venueId, toEpochDay(day)),
    log: (filter) => readLog(db, filter),
    quarantine: ({ count }) => readQuarantine(db, count),
  };
}

function readPaths(db: ReadableDb, venueId: number, day: number): DayPaths {
  const { ours, paths } = readPathFacts(db, venueId, day);
  return {
    currency: readVenueCurrency(db, venueId),
    ...ours,
    paths: paths.map(({ path, orders, sumMinor, askedAt }) => ({
      path,
      orders,
      sumMinor,
      askedAt,
    })),
  };
}
