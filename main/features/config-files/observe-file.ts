import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { contentHash } from '../../documents/content-hash.ts';
import { readConfined } from '../../documents/iiko-files/confined-read.ts';
import { readArchived } from '../../documents/iiko-files/find-in-archive.ts';
import type { ConfigDocument } from '../../documents/iiko-files/open-config.ts';
import { valueAt } from '../../domain/config-files/config-entry.ts';
import { Failure } from '../../domain/failure.ts';
import { inDurableTransaction } from '../../store/database.ts';
import { saveTerminalId } from '../../store/config-files/config-terminal-ids.ts';
import {
  confirmVersion,
  readNewestVersion,
  readPromisedVersion,
  saveVersion,
  withdrawVersion,
} from '../../store/config-files/config-versions.ts';
import type { ConfigWork, KnownFile } from './config-work.ts';
import { openOnce } from './opened-once.ts';

/** A file as it lies on the disk at this moment. */
export type ObservedFile = Readonly<{
  file: KnownFile;
  bytes: Uint8Array;
  hash: string;
  versionId: number;
}>;

/**
 * Reads a file and makes sure its bytes are in the history before anything else happens to them.
 * A write that a crash left undecided is decided here: the bytes tell. Call it in the file's turn.
 * A log is `invalid` `config-files.no-settings`: it is never kept.
 */
export async function observeFile(work: ConfigWork, known: KnownFile): Promise<ObservedFile> {
  if (known.kind === 'log') throw new Failure('invalid', 'config-files.no-settings', {});
  for (;;) {
    const before = markOf(work, known.id);
    const bytes = await readKnown(known);
    const hash = contentHash(bytes);
    const modifiedAt = known.inArchive ? known.modifiedAt : modifiedAtOf(await lstat(known.path));
    const file = { ...known, hash, size: bytes.length, modifiedAt };
    const versionId = keepObserved(work, file, bytes, before);
    if (versionId === null) continue;
    work.known.set(file.id, file);
    return { file, bytes, hash, versionId };
  }
}

const readKnown = ({ inArchive, root, path }: KnownFile): Promise<Uint8Array> =>
  inArchive ? readArchived(path) : readConfined(root, path);

const modifiedAtOf = ({ mtimeMs }: Stats): number => Math.trunc(mtimeMs);

/** Changes whenever any program of ours writes to the file's history. */
const markOf = ({ db }: ConfigWork, fileId: number): string =>
  `${readNewestVersion(db, fileId)?.id} ${readPromisedVersion(db, fileId)?.id}`;

/** The version of the bytes; null when the history moved on while they were read. */
function keepObserved(
  work: ConfigWork,
  file: KnownFile,
  bytes: Uint8Array,
  before: string,
): number | null {
  const newest = readNewestVersion(work.db, file.id);
  if (newest?.hash === file.hash && !readPromisedVersion(work.db, file.id)) return newest.id;
  return inDurableTransaction(work.db, () => {
    if (markOf(work, file.id) !== before) return null;
    settlePromise(work, file.id, file.hash);
    keepTerminalId(work, file, bytes);
    return keepVersion(work, file, bytes, file.hash);
  });
}

function settlePromise({ db }: ConfigWork, fileId: number, hash: string): void {
  const promised = readPromisedVersion(db, fileId);
  if (!promised) return;
  if (promised.hash === hash) confirmVersion(db, promised.id);
  else withdrawVersion(db, promised.id);
}

/** The version that these bytes are: the newest one, or a new one kept at once. */
export function keepVersion(
  work: ConfigWork,
  file: KnownFile,
  bytes: Uint8Array,
  hash: string,
): number {
  const { db, outside } = work;
  const newest = readNewestVersion(db, file.id);
  if (newest?.hash === hash) return newest.id;
  const draft = { bytes, at: outside.now(), origin: 'seen', author: null, why: '' } as const;
  const versionId = saveVersion(db, file.id, draft);
  keepTerminalId(work, file, bytes);
  return versionId;
}

/** Every identity a terminal ever had is kept (feature T3). */
export function keepTerminalId(
  { db, outside }: ConfigWork,
  file: KnownFile,
  bytes: Uint8Array,
): void {
  if (file.kind !== 'delivery-plugin') return;
  const value = terminalIdOf(tryOpen(file, bytes));
  if (value !== null) saveTerminalId(db, file.id, value, outside.now());
}

/** The terminal's identity in a document; null where it has none. */
export function terminalIdOf(document: ConfigDocument | null): string | null {
  if (document?.kind !== 'delivery-plugin') return null;
  const value = valueAt(document.entries, 'terminalId');
  return value === '' ? null : value;
}

/** The document, or null where the bytes can not be read as one. */
export function tryOpen(file: Pick<KnownFile, 'kind'>, bytes: Uint8Array): ConfigDocument | null {
  try {
    return openOnce(file, bytes);
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}
