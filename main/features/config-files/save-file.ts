import type { ConfigDoubt, ConfigSave } from '../../contract/config-changes.ts';
import { contentHash } from '../../documents/content-hash.ts';
import { requireConfined } from '../../documents/iiko-files/confined-read.ts';
import { writeAtomically } from '../../documents/write-atomically.ts';
import type { VersionOrigin } from '../../domain/config-files/config-history.ts';
import { Failure } from '../../domain/failure.ts';
import {
  claimVersion,
  confirmVersion,
  promiseVersion,
  readNewestVersion,
  saveVersion,
  type VersionDraft,
} from '../../store/config-files/config-versions.ts';
import { readActiveProfile } from '../../store/profiles.ts';
import type { ConfigWork, KnownFile } from './config-work.ts';
import { doubtsOf } from './doubts.ts';
import { findFile } from './find-files.ts';
import { mergeOutside } from './merge-outside.ts';
import { nameHolder } from './name-holder.ts';
import { keepTerminalId, observeFile, type ObservedFile } from './observe-file.ts';
import { showFile } from './open-file.ts';
import { surroundingsOf } from './surroundings.ts';
import { readTillState } from './till-state.ts';

/** What somebody wants of a file: the bytes to make of those they saw, why, and what they agreed to. */
export type SaveRequest = Readonly<{
  fileId: number;
  baseHash: string;
  origin: VersionOrigin;
  why: string;
  accepted: readonly ConfigDoubt[];
  make(file: KnownFile, base: Uint8Array): Uint8Array;
}>;

/**
 * Writes a file over exactly what the person saw. Asks back where they must decide; a file that
 * changed meanwhile is never overwritten. Fails with `refused` `config-files.read-only`, and like
 * `writeAtomically`.
 */
export async function saveFile(work: ConfigWork, request: SaveRequest): Promise<ConfigSave> {
  const known = await findFile(work, request.fileId);
  if (!known.editable) {
    throw new Failure('refused', 'config-files.read-only', { path: known.path });
  }
  const saved = await work.inTurn(known.id, () => saveInTurn(work, known, request));
  if (saved.type === 'saved') work.announce('configFiles.changed', { fileIds: [known.id] });
  return saved;
}

async function saveInTurn(
  work: ConfigWork,
  known: KnownFile,
  request: SaveRequest,
): Promise<ConfigSave> {
  const now = await observeFile(work, known);
  if (now.hash !== request.baseHash) {
    return { type: 'changed-outside', merge: mergeOutside(work.db, now, request) };
  }
  const after = request.make(now.file, now.bytes);
  if (contentHash(after) === now.hash) {
    return { type: 'unchanged', file: await showFile(work, now) };
  }
  const till = await readTillState(work.outside, now.file);
  const around = await surroundingsOf(work.db, now.file.place);
  const doubts = doubtsOf(now.file, { before: now.bytes, after }, till, around).filter(
    (doubt) => !request.accepted.includes(doubt),
  );
  if (doubts.length > 0) return { type: 'doubted', doubts };
  return writeAndShow(work, now, after, request);
}

async function writeAndShow(
  work: ConfigWork,
  now: ObservedFile,
  after: Uint8Array,
  request: SaveRequest,
): Promise<ConfigSave> {
  const draft: VersionDraft = {
    bytes: after,
    at: work.outside.now(),
    origin: request.origin,
    author: readActiveProfile(work.db)?.name ?? null,
    why: request.why,
  };
  try {
    await write(work, now, draft);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'document.changed-outside') throw error;
    // Between our look and the writing: the same as an outside change before it.
    const later = await observeFile(work, now.file);
    return { type: 'changed-outside', merge: mergeOutside(work.db, later, request) };
  }
  keepTerminalId(work, now.file, after);
  const restart = now.file.kind === 'resto-properties' ? 'server' : 'front';
  return { type: 'saved', file: await showFile(work, await observeFile(work, now.file)), restart };
}

/** History first, then the file, then the word that it is there: a crash between leaves both known. */
async function write(work: ConfigWork, now: ObservedFile, draft: VersionDraft): Promise<void> {
  const { db, outside } = work;
  const { file, hash } = now;
  await requireConfined(file.root, file.path);
  const promised = promiseVersion(db, file.id, draft);
  const quiet = new AbortController().signal;
  const sleep = (ms: number): Promise<void> => outside.sleep(ms, quiet);
  try {
    await writeAtomically(file.path, draft.bytes, { expected: hash, sleep, within: file.root });
  } catch (error) {
    await observeFile(work, file).catch(() => null);
    throw await nameHolder(outside, error);
  }
  if (!confirmVersion(db, promised)) keepUnconfirmed(work, file.id, draft);
}

/** Another program of ours on the same store looked in between and withdrew the promise. */
function keepUnconfirmed({ db }: ConfigWork, fileId: number, draft: VersionDraft): void {
  const newest = readNewestVersion(db, fileId);
  if (newest?.hash === contentHash(draft.bytes)) claimVersion(db, newest.id, draft);
  else saveVersion(db, fileId, draft);
}
