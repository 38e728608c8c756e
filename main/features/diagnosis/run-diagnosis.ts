import type { DiagnosisReport, diagnosis } from '../../contract/diagnosis.ts';
import type { InputOf } from '../../contract/define.ts';
import { requireLocalPath } from '../../documents/iiko-files/local-path.ts';
import { concludeWalk } from '../../domain/diagnosis.ts';
import { lastResortStates, type LastResortStep } from '../../domain/last-resort.ts';
import { saveDiagnosisRun } from '../../store/diagnosis-runs.ts';
import { readActiveProfile } from '../../store/profiles.ts';
import type { DiagnosisParts } from './diagnosis-parts.ts';
import { findTill, type FoundFiles } from './find-till.ts';
import { keepZones } from './keep-zones.ts';
import { mergeSetUp, readSetUp } from './set-up.ts';
import { knownVenues } from './cloud-talk.ts';
import { walkLinks, type Walk } from './walk-links.ts';

/** What is to be diagnosed. */
export type DiagnosisQuestion = InputOf<typeof diagnosis.run>;

/** Diagnoses once: finds the till, walks the links, keeps zones and the report. */
export async function runDiagnosis(
  parts: DiagnosisParts,
  question: DiagnosisQuestion,
  signal: AbortSignal,
): Promise<DiagnosisReport> {
  const { brought, place, testOrder } = question;
  const found = await findTill({ roots: rootsOf(parts, question), place });
  const setUp = mergeSetUp(await readSetUp(parts), question.setUp);
  const walk = await walkLinks(parts, { found, setUp, brought, testOrder }, signal);
  return keepReport(parts, found, walk, organizationOf(parts, walk, setUp.venueId));
}

function rootsOf({ outside }: DiagnosisParts, { root, brought }: DiagnosisQuestion) {
  if (root !== null) return [{ path: requireLocalPath(root), own: !brought }];
  return outside.localIikoRoots.map((path) => ({ path, own: true }));
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
  found: FoundFiles,
  walk: Walk,
  organizationId: number | null,
): DiagnosisReport {
  const { db, outside } = parts;
  const keptZones = organizationId === null ? null : keepZones(parts, organizationId, walk.zones);
  const verdict = concludeWalk(walk.judged);
  const progress = { zonesKept: keptZones !== null, done: stepsDone(walk) };
  const at = outside.now();
  const report: Omit<DiagnosisReport, 'runId'> = {
    at,
    till: found.till,
    tills: found.tills,
    links: walk.links,
    verdict,
    keptZones,
    lastResort: lastResortStates(verdict, progress),
  };
  const author = readActiveProfile(db)?.name ?? '';
  return { runId: saveDiagnosisRun(db, { at, author, report }), ...report };
}

/** The first and the last of the five steps are links of the walk themselves. */
function stepsDone({ judged }: Walk): ReadonlySet<LastResortStep> {
  const isGood = (link: string): boolean =>
    judged.some((one) => one.link === link && one.state === 'good');
  const done = new Set<LastResortStep>();
  if (isGood('server')) done.add('T1');
  if (isGood('trail')) done.add('T5');
  return done;
}
