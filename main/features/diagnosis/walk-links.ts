import type { DiagnosedLink } from '../../contract/diagnosis.ts';
import { endsWalk, judgeLink, type LinkReport } from '../../domain/diagnosis/diagnosis.ts';
import type { DiagnosisEvidence } from '../../domain/diagnosis/diagnosis-evidence.ts';
import { serverUrlOf, timeoutOf } from '../../domain/diagnosis/diagnosis-file.ts';
import { LINKS, type Link } from '../../domain/diagnosis/diagnosis-link.ts';
import { failureData, openCloudTalk, type CloudTalk } from './cloud-talk.ts';
import type { DiagnosisParts } from './diagnosis-parts.ts';
import { gatherCloud } from './gather-cloud.ts';
import { gatherLocal } from './gather-local.ts';
import { gatherServer } from './gather-server.ts';
import { gatherTrail } from './gather-trail.ts';
import { gatherZones } from './gather-zones.ts';
import type { WalkQuestion } from './walk-question.ts';

/** The links as far as the walk came, and the zones that were read on the way. */
export type Walk = Readonly<{
  links: readonly DiagnosedLink[];
  judged: readonly LinkReport[];
  /** Null: the walk did not come to the zones, or nobody told them. */
  zones: readonly unknown[] | null;
  organizationId: number | null;
}>;

type Mutable = { evidence: DiagnosisEvidence; talk: CloudTalk | null; zones: Walk['zones'] };

/** Gathers and judges link by link, so that nothing is asked that a proof made needless. */
export async function walkLinks(
  parts: DiagnosisParts,
  question: WalkQuestion,
  signal: AbortSignal,
): Promise<Walk> {
  const { outside, announce } = parts;
  const state: Mutable = {
    evidence: await gatherLocal(parts, question.found, question),
    talk: null,
    zones: null,
  };
  const judged: (LinkReport & { elapsedMs: number })[] = [];
  for (const link of LINKS) {
    announce('diagnosis.progressed', { link, judged: null });
    const startedAt = outside.now();
    await gather(parts, question, link, state, signal);
    signal.throwIfAborted();
    const elapsedMs = Math.max(0, outside.now() - startedAt);
    const report = { link, ...judgeLink(link, state.evidence), elapsedMs };
    judged.push(report);
    announce('diagnosis.progressed', { link, judged: report });
    if (endsWalk(report)) break;
  }
  const rest = LINKS.slice(judged.length).map(
    (link) => ({ link, state: 'not-reached', elapsedMs: 0 }) as const,
  );
  const organizationId = state.talk?.venue?.organization.id ?? null;
  return { links: [...judged, ...rest], judged, zones: state.zones, organizationId };
}

/** Adds what one link needs beyond the local files. A refusal of the Cloud is evidence too. */
async function gather(
  parts: DiagnosisParts,
  question: WalkQuestion,
  link: Link,
  state: Mutable,
  signal: AbortSignal,
): Promise<void> {
  if (link === 'server') {
    state.evidence = { ...state.evidence, server: await askServer(parts, question, state, signal) };
  }
  if (link !== 'cloud' && link !== 'zones' && link !== 'trail') return;
  try {
    await askCloud(parts, question, link, state, signal);
  } catch (error) {
    signal.throwIfAborted();
    const failed = { type: 'failed', failure: failureData(error) } as const;
    state.evidence = { ...state.evidence, [link]: failed };
  }
}

function askServer(
  parts: DiagnosisParts,
  { brought }: WalkQuestion,
  { evidence }: Mutable,
  signal: AbortSignal,
) {
  const elements = evidence.file.type === 'read' ? evidence.file.elements : {};
  const url = serverUrlOf(elements) ?? '';
  const ownUrl = evidence.topology.venues === 'one' ? evidence.ownServerUrl : null;
  const toldUrl = evidence.topology.callCentreUrl;
  const timeoutMs = timeoutOf(elements);
  return gatherServer(parts, { url, ownUrl, toldUrl, timeoutMs, brought }, signal);
}

async function askCloud(
  parts: DiagnosisParts,
  { setUp, testOrder }: WalkQuestion,
  link: 'cloud' | 'zones' | 'trail',
  state: Mutable,
  signal: AbortSignal,
): Promise<void> {
  if (link === 'cloud') state.talk = await openCloudTalk(parts, setUp.venueId);
  const { talk } = state;
  if (!talk) return;
  // The vendor's clock: the PC's own may be what is wrong.
  const now = talk.source.serverNow() ?? parts.outside.now();
  if (link === 'cloud') {
    state.evidence = { ...state.evidence, cloud: await gatherCloud(talk, now, signal) };
  } else if (link === 'zones') {
    const { evidence, details } = await gatherZones(talk, now, signal);
    state.zones = details;
    state.evidence = { ...state.evidence, zones: evidence };
  } else {
    state.evidence = {
      ...state.evidence,
      trail: await gatherTrail(talk, testOrder, now, signal),
    };
  }
}
