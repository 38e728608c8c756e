import type { ConfigSave } from '../../contract/config-changes.ts';
import type { configFiles } from '../../contract/config-files.ts';
import type { Handlers } from '../../contract/define.ts';
import { requireRight } from '../../store/require-right.ts';
import { applyChange } from './apply-change.ts';
import type { ConfigWork } from './config-work.ts';
import { findFile } from './find-files.ts';
import { bytesAside } from './history.ts';
import { observeFile, terminalIdOf, tryOpen } from './observe-file.ts';
import { saveFile, type SaveRequest } from './save-file.ts';
import { keptTerminalIds } from './terminal-ids.ts';

type Part<K extends keyof Handlers<typeof configFiles>> = Pick<Handlers<typeof configFiles>, K>;

/** Changing and taking back. */
export function writingHandlers(work: ConfigWork): Part<'save' | 'undo' | 'redo'> {
  const save = (request: SaveRequest): Promise<ConfigSave> => {
    requireRight(work.db, 'edit-settings');
    return saveFile(work, request);
  };
  return {
    save: ({ change, ...rest }) =>
      save({
        ...rest,
        origin: change.type === 'version' ? 'restored' : 'edited',
        make: (file, base) => applyChange(work.db, file, base, change),
      }),
    undo: (input) =>
      save({
        ...input,
        origin: 'undone',
        why: '',
        make: (file) => bytesAside(work.db, file, input.baseHash, 'undo'),
      }),
    redo: (input) =>
      save({
        ...input,
        origin: 'redone',
        why: '',
        make: (file) => bytesAside(work.db, file, input.baseHash, 'redo'),
      }),
  };
}

/** The terminal's identity: kept for ever, put back, deleted by a named action (feature T3). */
export function identityHandlers(
  work: ConfigWork,
): Part<'terminalIds' | 'restoreTerminalId' | 'deleteTerminalId'> {
  const { db } = work;
  const setTo =
    (value: string | null): SaveRequest['make'] =>
    (file, base) =>
      applyChange(db, file, base, { type: 'elements', edits: [{ element: 'terminalId', value }] });
  return {
    async terminalIds({ fileId }) {
      const known = await findFile(work, fileId);
      const { file, bytes } = await work.inTurn(fileId, () => observeFile(work, known));
      return keptTerminalIds(db, fileId, terminalIdOf(tryOpen(file, bytes)));
    },
    restoreTerminalId({ value, accepted, ...rest }) {
      requireRight(db, 'edit-settings');
      // To ask for this action is to agree that the identity changes.
      const agreed = [...accepted, 'terminal-id' as const];
      return saveFile(work, {
        ...rest,
        accepted: agreed,
        why: '',
        origin: 'edited',
        make: setTo(value),
      });
    },
    deleteTerminalId({ why, ...rest }) {
      requireRight(db, 'edit-settings');
      return saveFile(work, { ...rest, why, origin: 'edited', make: setTo(null) });
    },
  };
}
