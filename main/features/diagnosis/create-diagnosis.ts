import type { DiagnosisQuestion, DiagnosisReport, diagnosis } from '../../contract/diagnosis.ts';
import type { Handlers } from '../../contract/define.ts';
import { Failure } from '../../domain/failure.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readLastDiagnosisRun } from '../../store/diagnosis/diagnosis-runs.ts';
import { requireRight } from '../../store/require-right.ts';
import { saveProgramSetting } from '../../store/settings.ts';
import type { DiagnosisParts } from './diagnosis-parts.ts';
import { checkStep } from './check-step.ts';
import { readKeptRules } from './kept-rules.ts';
import { answerChecklists } from './answer-checklists.ts';
import { runDiagnosis } from './run-diagnosis.ts';
import { readSetUp, readVenueChoices, SET_UP, withoutTopology } from './set-up.ts';

/** A walk that takes longer is stopped. */
const MOST_MS = 240_000;

/** Why deliveries do not reach the terminal; one walk at a time. */
export function createDiagnosis(parts: DiagnosisParts): Handlers<typeof diagnosis, 'core'> {
  let walking: AbortController | null = null;
  const alone = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    if (walking) throw new Failure('busy', 'diagnosis.running');
    const mine = new AbortController();
    walking = mine;
    const limit = AbortSignal.timeout(MOST_MS);
    try {
      return await work(AbortSignal.any([mine.signal, limit]));
    } catch (error) {
      if (limit.aborted) throw new Failure('unreachable', 'diagnosis.too-long');
      if (mine.signal.aborted) throw new Failure('conflict', 'diagnosis.cancelled');
      throw error;
    } finally {
      walking = null;
    }
  };
  return {
    ...answerChecklists(parts),
    run: (question: DiagnosisQuestion) => {
      // Looking into any folder of the PC is more than looking at iiko's own files.
      if (question.root !== null) requireRight(parts.db, 'edit-settings');
      return alone((signal) => runDiagnosis(parts, question, signal));
    },
    checkStep: ({ step }) => alone((signal) => checkStep(parts, step, signal)),
    keptZones: () => readKeptRules(parts.db),
    cancel: () => {
      walking?.abort();
      return null;
    },
    setUp: async () => ({ setUp: await readSetUp(parts), venues: readVenueChoices(parts.db) }),
    saveSetUp: async (told) => {
      requireRight(parts.db, 'edit-settings');
      saveProgramSetting(parts.db, SET_UP, withoutTopology(told, await parts.memory.topology()));
      return null;
    },
  };
}

/** The last diagnosis, as it was. */
export function readDiagnosis(db: ReadableDb): Handlers<typeof diagnosis, 'list'> {
  return {
    last: () => {
      const kept = readLastDiagnosisRun(db);
      return kept ? { ...(kept.report as Omit<DiagnosisReport, 'runId'>), runId: kept.id } : null;
    },
  };
}
