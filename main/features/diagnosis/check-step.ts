import type { DiagnosisReport, KeptZonesMark } from '../../contract/diagnosis.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { Failure } from '../../domain/failure.ts';
import { lastResortStates, type LastResortStep } from '../../domain/diagnosis/last-resort.ts';
import {
  readLastDiagnosisRun,
  replaceDiagnosisReport,
} from '../../store/diagnosis/diagnosis-runs.ts';
import type { DiagnosisParts } from './diagnosis-parts.ts';
import { isKept } from './keep-zones.ts';
import { readProgress, saveProgress } from './last-resort-progress.ts';
import { walkOnce } from './run-diagnosis.ts';
import type { Walk } from './walk-links.ts';

/**
 * Looks again, read-only, whether one of the five steps is done, and opens the next. Fails with
 * `not-found` `diagnosis.no-run` or `conflict` `diagnosis.step-locked`.
 */
export async function checkStep(
  parts: DiagnosisParts,
  step: LastResortStep,
  signal: AbortSignal,
): Promise<DiagnosisReport> {
  const { db } = parts;
  const kept = readLastDiagnosisRun(db);
  if (!kept) throw new Failure('not-found', 'diagnosis.no-run');
  const report = kept.report as Omit<DiagnosisReport, 'runId'>;
  const state = report.lastResort.find((one) => one.step === step);
  if (!state || state.lock !== null) throw new Failure('conflict', 'diagnosis.step-locked');
  const { walk } = await walkOnce(parts, report.question, signal);
  const progress = readProgress(db);
  const done = new Set(progress.done);
  if (isDone(step, walk, report.keptZones)) done.add(step);
  else done.delete(step);
  saveProgress(db, { done: [...done], keptZones: report.keptZones });
  const zonesKept = report.keptZones !== null;
  const changed = {
    ...report,
    lastResort: lastResortStates(report.verdict, { zonesKept, done }),
  };
  replaceDiagnosisReport(db, kept.id, changed);
  return { ...changed, runId: kept.id };
}

function isDone(
  step: LastResortStep,
  { judged, zones }: Walk,
  kept: KeptZonesMark | null,
): boolean {
  const state = (link: string) => judged.find((one) => one.link === link)?.state;
  switch (step) {
    case 'T1':
      return state('server') === 'good';
    case 'T2':
      return zones !== null && zones.length === 0;
    case 'T3':
      return state('plugin-log') === 'good' && state('cloud') === 'good';
    case 'T4':
      return zones !== null && isKept(kept, zones);
    case 'T5':
      return state('trail') === 'good';
    default:
      return assertNever(step);
  }
}
