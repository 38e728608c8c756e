import type { InputOf } from '../../contract/define.ts';
import type { fleet } from '../../contract/fleet.ts';
import { Failure } from '../../domain/failure.ts';
import { readActiveProfile } from '../../store/profiles.ts';
import { saveNewRollOut } from '../../store/config-files/roll-outs.ts';
import { placeNames } from './compare-fleet.ts';
import type { FleetParts } from './fleet-parts.ts';
import { COMPARED_KINDS } from './fleet-settings.ts';

/** Values that are a terminal's own: given to another one they break both (`iiko-local.md` 1.2). */
const OWN_SETTINGS: readonly string[] = ['terminalId'];

/** Checks the chosen files and records the roll-out with nothing written yet; answers its id. */
export async function startRollOut(
  { db, outside, editor }: FleetParts,
  input: InputOf<typeof fleet.start>,
): Promise<number> {
  if (OWN_SETTINGS.includes(input.element)) throw new Failure('refused', 'fleet.own-setting');
  const { files } = await editor.list({});
  const names = placeNames(files.filter(({ kind }) => COMPARED_KINDS.includes(kind)));
  const targets = [...new Set(input.fileIds)].map((fileId) => {
    const file = files.find(({ id }) => id === fileId);
    if (!file) throw new Failure('not-found', 'fleet.unknown-file', { fileId });
    if (!file.editable) throw new Failure('refused', 'fleet.not-editable', { path: file.path });
    return { fileId, terminal: names.get(file.place) ?? file.place };
  });
  return saveNewRollOut(db, {
    at: outside.now(),
    author: readActiveProfile(db)?.name ?? '',
    why: input.why,
    element: input.element,
    value: input.value,
    accepted: input.accepted,
    targets,
  });
}
