import { closeDb, openReadable, storePath } from '../../../main/store/database.ts';
import {
  countJournalDifferences,
  countMonthDifferences,
  countDayDifferences,
  countOrphans,
  readIntegrity,
} from '../../../main/store/verify-store.ts';

/** What a store says about itself when nobody writes to it. */
export type Inspection = Readonly<{
  integrity: string;
  orphans: number;
  rollupDifferences: number;
  journalDifferences: number;
  orders: number;
  unfinishedRuns: number;
}>;

/** Opens the store as the next start of the program will find it. */
export function inspectStore(folder: string): Inspection {
  const db = openReadable(storePath(folder));
  const count = (text: string): number => db.raw.prepare(text).pluck().get() as number;
  try {
    return {
      integrity: readIntegrity(db),
      orphans: countOrphans(db),
      rollupDifferences: countDayDifferences(db) + countMonthDifferences(db),
      journalDifferences: countJournalDifferences(db),
      orders: count('SELECT count(*) FROM delivery'),
      unfinishedRuns: count('SELECT count(*) FROM sync_run WHERE finished_at IS NULL'),
    };
  } finally {
    closeDb(db);
  }
}
