import { statSync } from 'node:fs';
import type { DiagnosisQuestion, DiagnosisReport } from '../../contract/diagnosis.ts';
import { realFolder, type IikoRoot } from '../../documents/iiko-files/find-iiko-files.ts';
import { requireLocalPath } from '../../documents/iiko-files/local-path.ts';
import { concludeWalk } from '../../domain/diagnosis/diagnosis.ts';
import { lastResortStates, type LastResortStep } from '../../domain/diagnosis/last-resort.ts';
import { Failure } from '../../domain/failure.ts';
import { saveDiagnosisRun } from '../../store/diagnosis/diagnosis-runs.ts';
import { readActiveProfile } from '../../store/profiles.ts';
import type { DiagnosisParts } from './diagnosis-parts.ts';
import { findTill, type FoundFiles } from './find-till.ts';
import { keepZones } from './keep-zones.ts';
import { readProgress, saveProgress, zonesInWork } from './last-resort-progress.ts';
import { mergeSetUp, readSetUp } from './set-up.ts';
import { knownVenues } from './cloud-talk.ts';
import { walkLinks, type Walk } from './walk-links.ts';

/** Diagnoses once: finds the till, walks the links, keeps zones and the report. */
export async function runDiagnosis(
  parts: DiagnosisParts,
  question: DiagnosisQuestion,
  signal: AbortSignal,
): Promise<DiagnosisReport> {
  const asked = await walkOnce(parts, question, signal);
  return keepReport(parts, question, asked);
}

type Asked = Readonly<{ found: FoundFiles; walk: Walk; organizationId: number | null }>;

/** One walk over what the question names; keeps nothing. A named folder that is not there proves nothing: `not-found` `config-files.gone`. */
export async function walkOnce(
  parts: DiagnosisParts,
  question: DiagnosisQuestion,
  signal: AbortSignal,
): Promise<Asked> {
  const { root, brought, place, testOrder } = question;
  const found = await findTill({ roots: await rootsOf(parts, question), place });
  const setUp = mergeSetUp(await readSetUp(parts), question.setUp);
  const walk = await walkLinks(parts, { found, setUp, root, brought, testOrder }, signal);
  return { found, walk, organizationId: organizationOf(parts, walk, setUp.venueId) };
}

async function rootsOf({ outside }: DiagnosisParts, { root, brought }: DiagnosisQuestion) {
  if (root !== null) return [await namedRoot(root, brought)];
  return outside.localIikoRoots.map((path) => ({ path, own: true }));
}

async function namedRoot(root: string, brought: boolean): Promise<IikoRoot> {
  const path = requireLocalPath(root);
  const real = await realFolder(path);
  const isArchive = /\.zip$/i.test(path);
  if (real === null || (!isArchive && !statSync(real).isDirectory())) {
    throw new Failure('not-found', 'config-files.gone', { path });
  }
  return { path, own: !brought && !isArchive };
}

/** Zones are kept also when the walk ended before it came to them. */
function organizationOf({ db }: DiagnosisParts, walk: Walk, venueId: number | null): number | null {
  if (walk.organizationId !== null) return walk.organizationId;
  const venues = knownVenues(db);
  const named = venues.find(({ venue }) => venue.id === venueId);
  const only = venues.length === 1 ? venues[0] : undefined;
  return (named ?? only)?.organization.id ?? null;
}

function keepReport(
  parts: DiagnosisParts,
  question: DiagnosisQuestion,
  { found, walk, organizationId }: Asked,
): DiagnosisReport {
  const { db, outside } = parts;
  const before = readProgress(db);
  // Between deleting zones and restoring them, what is there now is not what should come back.
  const keptZones =
    zonesInWork(before) ??
    (organizationId === null ? null : keepZones(parts, organizationId, walk.zones));
  const verdict = concludeWalk(walk.judged);
  const done = new Set([...stepsDone(walk), ...(zonesInWork(before) ? before.done : [])]);
  const at = outside.now();
  const report: Omit<DiagnosisReport, 'runId'> = {
    at,
    question,
    till: found.till,
    tills: found.tills,
    links: walk.links,
    verdict,
    keptZones,
    lastResort: lastResortStates(verdict, { zonesKept: keptZones !== null, done }),
  };
  const author = readActiveProfile(db)?.name ?? '';
  const runId = saveDiagnosisRun(db, { at, author, report });
  saveProgress(db, { done: [...done], keptZones });
  return { runId, ...report };
}

/** The first and the last of the five steps are links of the walk themselves. */
function stepsDone({ judged }: Walk): readonly LastResortStep[] {
  const isGood = (link: string): boolean =>
    judged.some((one) => one.link === link && one.state === 'good');
  return [
    ...(isGood('server') ? ['T1' as const] : []),
    ...(isGood('trail') ? ['T5' as const] : []),
  ];
}
