import type { ReadableDb } from '../../store/database.ts';
import {
  checkStatements,
  countDayDifferences,
  countJournalDifferences,
  countMonthDifferences,
  countOrphans,
  readIntegrity,
} from '../../store/verify-store.ts';
import { breathe } from './sync-run.ts';

/** A check of the store; `detail` counts what is wrong, or says it in SQLite’s words. */
export type Check = Readonly<{ check: string; passed: boolean; detail: string }>;

const counted = (check: string, wrong: number): Check => ({
  check,
  passed: wrong === 0,
  detail: String(wrong),
});

/** Checks the file, its references, the roll-ups against a scan, the journal and the statements. */
export async function verifyStore(db: ReadableDb): Promise<readonly Check[]> {
  const checks: readonly (() => Check)[] = [
    () => {
      const detail = readIntegrity(db);
      return { check: 'integrity', passed: detail === 'ok', detail };
    },
    () => counted('references', countOrphans(db)),
    () => counted('rollup-days', countDayDifferences(db)),
    () => counted('rollup-months', countMonthDifferences(db)),
    () => counted('journal', countJournalDifferences(db)),
    () => {
      const { checked, wrong } = checkStatements(db);
      return { check: 'statements', passed: wrong === 0, detail: `${wrong}/${checked}` };
    },
  ];
  const results: Check[] = [];
  for (const check of checks) {
    results.push(check());
    await breathe();
  }
  return results;
}
