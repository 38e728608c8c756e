import { statSync } from 'node:fs';
import type { configFiles, ConfigRoot } from '../../contract/config-files.ts';
import type { Handlers } from '../../contract/define.ts';
import { readArchive } from '../../documents/iiko-files/find-in-archive.ts';
import { realFolder } from '../../documents/iiko-files/find-iiko-files.ts';
import { requireLocalPath } from '../../documents/iiko-files/local-path.ts';
import { Failure } from '../../domain/failure.ts';
import { removeConfigRoot, saveConfigRoot } from '../../store/config-files/config-files.ts';
import { requireRight } from '../../store/require-right.ts';
import type { ConfigWork } from './config-work.ts';
import { addFile, asContract, asRoot, listFiles, listUnder } from './find-files.ts';
import { readTopology, saveTopology } from './surroundings.ts';
import type { ConfigWatch } from './watch-known.ts';

type Part<K extends keyof Handlers<typeof configFiles>> = Pick<Handlers<typeof configFiles>, K>;

/** What there is on this PC, and how the restaurant is built. */
export function findingHandlers(
  work: ConfigWork,
  watch: ConfigWatch,
): Part<'list' | 'addFile' | 'topology' | 'saveTopology'> {
  const { db, announce } = work;
  return {
    async list({ root }) {
      if (root !== undefined) {
        requireRight(db, 'edit-settings');
        return listUnder(work, root);
      }
      const found = await listFiles(work);
      watch.follow();
      return found;
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

/** Folders and archives that were brought from elsewhere. */
export function rootHandlers(work: ConfigWork): Part<'addRoot' | 'removeRoot'> {
  const { db, announce } = work;
  return {
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
