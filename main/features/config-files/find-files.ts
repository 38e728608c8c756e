import { existsSync } from 'node:fs';
import type { ConfigFile, ConfigFileList, ConfigRoot } from '../../contract/config-files.ts';
import { READ_ONLY_KINDS, type ConfigFileKind } from '../../domain/config-files/config-file.ts';
import { Failure } from '../../domain/failure.ts';
import { describeFile } from '../../documents/iiko-files/describe-file.ts';
import { findIikoFiles } from '../../documents/iiko-files/find-iiko-files.ts';
import { requireLocalPath } from '../../documents/iiko-files/local-path.ts';
import type { FoundIikoFiles, IikoFile } from '../../documents/iiko-files/iiko-file.ts';
import {
  readConfigFile,
  readConfigRoots,
  saveConfigFile,
  type StoredConfigRoot,
} from '../../store/config-files/config-files.ts';
import { inDurableTransaction } from '../../store/database.ts';
import type { ConfigWork, KnownFile } from './config-work.ts';
import { keepUnseen } from './keep-unseen.ts';

/** Searches this PC and the added folders, gives every file its number and keeps what is new of it. */
export async function listFiles(work: ConfigWork): Promise<ConfigFileList> {
  const roots = readConfigRoots(work.db);
  const own = await Promise.all(
    work.outside.localIikoRoots.map((path) => findIikoFiles({ path, own: true })),
  );
  const added = await Promise.all(
    roots.map(async (root) => ({
      root,
      found: await findIikoFiles({ path: root.path, own: false }),
    })),
  );
  // Hundreds of new files are one transaction, not one each.
  const known = inDurableTransaction(work.db, () => [
    ...added.flatMap(({ root, found }) =>
      found.files.map((file) => knownFrom(work, file, root.id)),
    ),
    // A folder of this PC that was added as well stays this PC's: the last one counts.
    ...own.flatMap(({ files }) => files.map((file) => knownFrom(work, file, null))),
  ]);
  const files = [...new Map(known.map((file) => [file.id, file])).values()];
  await keepUnseen(work, files);
  return {
    files: files.toSorted((one, other) => other.modifiedAt - one.modifiedAt).map(asContract),
    absent: [...absentHere(own), ...added.flatMap(({ found }) => found.absent)],
    searched: [...work.outside.localIikoRoots, ...roots.map(({ path }) => path)],
    roots: roots.map(asRoot),
  };
}

/**
 * This PC has several roots that may hold a till (one per profile, and each twice): that one of them
 * is empty is worth saying only when all of them are, and once.
 */
function absentHere(own: readonly FoundIikoFiles[]): ConfigFileList['absent'] {
  const places = new Set(own.flatMap(({ files }) => files.map(({ place }) => place)));
  const all = own.flatMap(({ absent }) => absent);
  const isOfRoot = ({ reason, place }: (typeof all)[number]): boolean =>
    reason !== 'folder-unreadable' && !places.has(place);
  const hasTill = own.some(({ files }) => files.some(({ kind }) => TILL_KINDS.includes(kind)));
  const ofRoots = hasTill ? [] : all.filter(isOfRoot);
  const root = ofRoots.find(({ reason }) => reason === 'front-never-started') ?? ofRoots[0];
  const told = [...(root ? [root] : []), ...all.filter((one) => !isOfRoot(one))];
  return [...new Map(told.map((one) => [`${one.kind} ${one.place}`, one])).values()];
}

const TILL_KINDS: readonly ConfigFileKind[] = ['front', 'delivery-plugin'];

/** Searches one folder as a whole, and nothing else. */
export async function listUnder(work: ConfigWork, root: string): Promise<ConfigFileList> {
  const path = requireLocalPath(root);
  const found = await findIikoFiles({ path, own: false });
  const files = found.files.map((file) => knownFrom(work, file, null));
  await keepUnseen(work, files);
  return { files: files.map(asContract), absent: found.absent, searched: [path], roots: [] };
}

/** A root as it is shown: whether it can be reached now. */
export const asRoot = (root: StoredConfigRoot): ConfigRoot => ({
  ...root,
  there: existsSync(root.path),
});

/** Only what the contract promises leaves the core. */
export function asContract({ root: _root, inArchive: _inArchive, ...file }: KnownFile): ConfigFile {
  return file;
}

function knownFrom(work: ConfigWork, found: IikoFile, rootId: number | null): KnownFile {
  const id = saveConfigFile(work.db, found, work.outside.now());
  const editable = !found.inArchive && !READ_ONLY_KINDS.includes(found.kind);
  const file: KnownFile = { ...found, id, rootId, editable };
  work.known.set(id, file);
  return file;
}

/** The file with this number; looks for it when it is not at hand. `not-found` `config-files.gone`. */
export async function findFile(work: ConfigWork, fileId: number): Promise<KnownFile> {
  const known = work.known.get(fileId);
  if (known) return known;
  await listFiles(work);
  const found = work.known.get(fileId);
  if (found) return found;
  const path = readConfigFile(work.db, fileId)?.path ?? '';
  throw new Failure('not-found', 'config-files.gone', { path });
}

/** A single file anywhere on this PC; `kind` null: its name or its content tells. */
export async function addFile(
  work: ConfigWork,
  path: string,
  kind: ConfigFileKind | null,
): Promise<KnownFile> {
  const file = knownFrom(work, await describeFile(path, kind), null);
  await keepUnseen(work, [file]);
  return file;
}
