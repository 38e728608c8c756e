import type { ConfigSave } from '../../contract/config-changes.ts';
import type { ConfigChange } from '../../contract/config-files.ts';
import { Failure } from '../../domain/failure.ts';
import { settledState } from '../../domain/fleet/roll-out.ts';
import {
  saveRollOutStep,
  type StoredRollOut,
  type StoredStep,
} from '../../store/config-files/roll-outs.ts';
import type { FleetParts } from './fleet-parts.ts';
import { acceptedIn, changeOf } from './roll-out-change.ts';

/**
 * Writes one file of a roll-out. What is about to be written is recorded first: a step that is found
 * `writing` was interrupted, and the file itself tells whether before or after the rename.
 */
export async function writeStep(
  parts: FleetParts,
  rollOut: StoredRollOut,
  step: StoredStep,
): Promise<void> {
  const keep = (changed: Partial<StoredStep>): void =>
    saveRollOutStep(parts.db, rollOut.id, { ...step, failure: null, ...changed });
  await orFailed(keep, async () => {
    const { fileId } = step;
    const opened = await parts.editor.open({ fileId });
    if (step.state === 'writing') {
      const settled = settledState(step, opened.file.hash);
      if (settled === 'changed') throw new Failure('conflict', 'fleet.changed-meanwhile');
      if (settled === 'written') {
        keep({ state: 'written' });
        return;
      }
    }
    const change = changeOf(rollOut);
    const preview = await parts.editor.preview({ fileId, change });
    const begun = {
      state: 'writing',
      beforeHash: opened.file.hash,
      afterHash: preview.hash,
      beforeVersionId: opened.versionId,
    } as const;
    keep(begun);
    await save(parts, rollOut, { fileId, baseHash: opened.file.hash, change });
    keep({ ...begun, state: 'written' });
  });
}

/** Brings back what one file held before; somebody else's newer content is never overwritten. */
export async function undoStep(
  parts: FleetParts,
  rollOut: StoredRollOut,
  step: StoredStep,
): Promise<void> {
  const keep = (changed: Partial<StoredStep>): void =>
    saveRollOutStep(parts.db, rollOut.id, { ...step, failure: null, ...changed });
  await orFailed(keep, async () => {
    const { fileId, beforeVersionId } = step;
    const { file } = await parts.editor.open({ fileId });
    const settled = settledState({ ...step, state: 'undoing' }, file.hash);
    if (settled === 'changed') throw new Failure('conflict', 'fleet.changed-meanwhile');
    if (settled === 'written' && beforeVersionId !== null) {
      keep({ state: 'undoing' });
      const change = { type: 'version', versionId: beforeVersionId } as const;
      await save(parts, rollOut, { fileId, baseHash: file.hash, change });
    }
    keep({ state: 'undone' });
  });
}

type Write = Readonly<{ fileId: number; baseHash: string; change: ConfigChange }>;

async function save({ editor }: FleetParts, rollOut: StoredRollOut, write: Write): Promise<void> {
  const accepted = acceptedIn(rollOut);
  const outcome: ConfigSave = await editor.save({ ...write, why: rollOut.why, accepted });
  if (outcome.type === 'doubted') {
    throw new Failure('refused', `fleet.doubt.${outcome.doubts[0] ?? 'new-errors'}`);
  }
  if (outcome.type === 'changed-outside') throw new Failure('conflict', 'fleet.changed-meanwhile');
}

/** A refusal belongs to its file; a bug stops the whole. */
async function orFailed(
  keep: (changed: Partial<StoredStep>) => void,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    keep({ state: 'failed', failure: error.toData() });
  }
}
