import { statSync } from 'node:fs';
import type { ConfigSave } from '../../contract/config-changes.ts';
import type { configFiles, ConfigRoot } from '../../contract/config-files.ts';
import type { Handlers } from '../../contract/define.ts';
import type { Announce } from '../../contract/index.ts';
import { realFolder } from '../../documents/iiko-files/find-iiko-files.ts';
import { readArchive } from '../../documents/iiko-files/find-in-archive.ts';
import { requireLocalPath } from '../../documents/iiko-files/local-path.ts';
import { Failure } from '../../domain/failure.ts';
import { removeConfigRoot, saveConfigRoot } from '../../store/config-files.ts';
import type { WritableDb } from '../../store/database.ts';
import { requireRight } from '../../store/require-right.ts';
import { applyChange } from './apply-change.ts';
import { turns, type ConfigOutside, type ConfigWork } from './config-work.ts';
import { addFile, asContract, asRoot, findFile, listFiles, listUnder } from './find-files.ts';
import { bytesAside, compareVersions, readHistory, readVersionText } from './history.ts';
import { observeFile, terminalIdOf, tryOpen } from './observe-file.ts';
import { openFile, readValues } from './open-file.ts';
import { previewFile } from './preview-file.ts';
import { saveFile, type SaveRequest } from './save-file.ts';
import { readTopology, saveTopology } from './surroundings.ts';
import { keptTerminalIds } from './terminal-ids.ts';
import { watchKnown, type ConfigWatch } from './watch-known.ts';

type FilesHandlers = Handlers<typeof configFiles>;

/** iiko's own files: the answers, and an end to looking after them. */
export type ConfigFiles = Readonly<{ handlers: FilesHandlers; close(): void }>;

/** Finds, explains, changes and takes back; watches the files once somebody asked for them. */
export function createConfigFiles(
  db: WritableDb,
  outside: ConfigOutside,
  announce: Announce,
): ConfigFiles {
  const work: ConfigWork = { db, outside, announce, known: new Map(), inTurn: turns() };
  const watch = watchKnown(work);
  const handlers = {
    ...findingHandlers(work, watch),
    ...readingHandlers(work),
    ...writingHandlers(work),
    ...identityHandlers(work),
  };
  return { handlers, close: watch.close };
}

type Part<K extends keyof FilesHandlers> = Pick<FilesHandlers, K>;

function findingHandlers(
  work: ConfigWork,
  watch: ConfigWatch,
): Part<'list' | 'addRoot' | 'removeRoot' | 'addFile' | 'topology' | 'saveTopology'> {
  const { db, announce } = work;
  return {
    async list({ root }) {
      if (root !== undefined) return listUnder(work, root);
      const found = await listFiles(work);
      watch.follow();
      return found;
    },
    async addRoot({ path }) {
      requireRight(db, 'edit-settings');
      const root = await addRoot(work, path);
      announce('configFiles.changed', { fileIds: [] });
      return root;
    },
    removeRoot({ rootId }) {
      requireRight(db, 'edit-settings');
      removeConfigRoot(db, rootId);
      for (const [id, file] of work.known) if (file.rootId === rootId) work.known.delete(id);
      announce('configFiles.changed', { fileIds: [] });
      return null;
    },
    async addFile({ path, kind }) {
      requireRight(db, 'edit-settings');
      return asContract(await addFile(work, path, kind));
    },
    topology: () => readTopology(db),
    saveTopology(topology) {
      requireRight(db, 'edit-settings');
      const saved = saveTopology(db, topology);
      announce('configFiles.changed', { fileIds: [] });
      return saved;
    },
  };
}

async function addRoot({ db, outside }: ConfigWork, path: string): Promise<ConfigRoot> {
  const real = await realFolder(requireLocalPath(path));
  const isFolder = real !== null && statSync(real).isDirectory();
  if (real === null || (!isFolder && !/\.zip$/i.test(real))) {
    throw new Failure('not-found', 'config-files.gone', { path });
  }
  // An archive that can not be trusted is refused at once and not remembered.
  if (!isFolder) await readArchive(real, () => true);
  return asRoot(saveConfigRoot(db, real, outside.now()));
}

function readingHandlers(
  work: ConfigWork,
): Part<'open' | 'values' | 'preview' | 'history' | 'version' | 'compare'> {
  const { db } = work;
  return {
    open: ({ fileId }) => openFile(work, fileId),
    values: ({ fileIds }) => readValues(work, fileIds),
    preview: ({ fileId, change }) => previewFile(work, fileId, change),
    history: ({ fileId }) => readHistory(db, fileId),
    version: ({ versionId }) => readVersionText(db, versionId),
    compare: ({ left, right }) => compareVersions(db, left, right),
  };
}

function writingHandlers(work: ConfigWork): Part<'save' | 'undo' | 'redo'> {
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
function identityHandlers(
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
