import type { DiagnosisEvidence } from '../../domain/diagnosis/diagnosis-evidence.ts';
import { serverUrlOf, terminalIdsOf } from '../../domain/diagnosis/diagnosis-file.ts';
import { comparableGuid } from '../../domain/diagnosis/diagnosis-terminal.ts';
import { knownVenues } from './cloud-talk.ts';
import type { DiagnosisParts } from './diagnosis-parts.ts';
import { hasChainOffice, type FoundFiles } from './find-till.ts';
import { gatherPluginLog, gatherTillLog } from './gather-logs.ts';
import { readElements, readPluginFile } from './read-plugin-file.ts';
import { topologyOf } from './set-up.ts';
import type { WalkQuestion } from './walk-question.ts';

/** Nothing was asked yet: what the links after the local ones start from. */
const NOT_ASKED = {
  server: { type: 'other-pc', url: '' },
  cloud: { type: 'none' },
  zones: { type: 'none' },
  trail: { type: 'none' },
} as const;

/** Everything that this PC's files tell: files, logs, what is remembered of them. */
export async function gatherLocal(
  parts: DiagnosisParts,
  found: FoundFiles,
  { setUp, brought, root }: WalkQuestion,
): Promise<DiagnosisEvidence> {
  const { files } = found;
  const file = await readPluginFile(found);
  const ids = file.type === 'read' ? terminalIdsOf(file.elements) : [];
  const front = await readElements(files.find(({ kind }) => kind === 'front'));
  const seen = { venues: knownVenues(parts.db).length, chainOffice: hasChainOffice(found) };
  return {
    ...NOT_ASKED,
    file,
    ownServerUrl: serverUrlOf(front),
    topology: topologyOf(setUp, seen),
    terminalId: {
      sightings: file.type === 'absent' ? [] : await parts.memory.terminalIds(file.path, root),
      elsewhere: brought ? await twinsOf(found, ids[0]) : [],
    },
    tillLog: await gatherTillLog(files),
    pluginLog: await gatherPluginLog(files),
  };
}

/**
 * Other terminals with the same identity. Only in a brought folder is every till another PC's; on
 * one PC two Windows users may well share one till.
 */
async function twinsOf(
  { all, till }: FoundFiles,
  id: string | undefined,
): Promise<readonly string[]> {
  if (id === undefined) return [];
  const others = all.filter(
    ({ kind, place }) => kind === 'delivery-plugin' && place !== till?.place,
  );
  const twins: string[] = [];
  for (const file of others) {
    const [other] = terminalIdsOf(await readElements(file));
    if (other !== undefined && comparableGuid(other) === comparableGuid(id)) twins.push(file.path);
  }
  return twins;
}
