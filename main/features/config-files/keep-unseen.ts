import { readConfined } from '../../documents/iiko-files/confined-read.ts';
import { contentHash } from '../../documents/content-hash.ts';
import { Failure } from '../../domain/failure.ts';
import { inDurableTransaction } from '../../store/database.ts';
import {
  readNewestVersion,
  readPromisedVersion,
} from '../../store/config-files/config-versions.ts';
import type { ConfigWork, KnownFile } from './config-work.ts';
import { keepVersion, observeFile } from './observe-file.ts';

/** Files whose bytes are kept in one transaction: each costs the disk a flush. */
const BATCH = 25;

/**
 * Keeps the contents of found files that were never seen. A file that can not be read stays as it
 * is: opening it will say why. Files in archives are kept when they are opened.
 */
export async function keepUnseen(work: ConfigWork, files: readonly KnownFile[]): Promise<void> {
  const ordinary: KnownFile[] = [];
  for (const file of files) {
    if (file.hash === '' || file.inArchive || file.kind === 'log') continue;
    if (readPromisedVersion(work.db, file.id)) await decide(work, file);
    else if (readNewestVersion(work.db, file.id)?.hash !== file.hash) ordinary.push(file);
  }
  for (let at = 0; at < ordinary.length; at += BATCH) {
    await keepBatch(work, ordinary.slice(at, at + BATCH));
  }
}

/** A write that a crash left undecided. */
async function decide(work: ConfigWork, file: KnownFile): Promise<void> {
  await work.inTurn(file.id, async () => void (await orNothing(() => observeFile(work, file))));
}

async function keepBatch(work: ConfigWork, files: readonly KnownFile[]): Promise<void> {
  const seen = files.map((file) => ({ file, newest: readNewestVersion(work.db, file.id)?.id }));
  const read = await Promise.all(
    seen.map(async (one) => ({
      ...one,
      bytes: await orNothing(() => readConfined(one.file.root, one.file.path)),
    })),
  );
  inDurableTransaction(work.db, () => {
    for (const { file, newest, bytes } of read) {
      // A save may have begun or ended meanwhile: then it has kept what it found.
      const isStill = readNewestVersion(work.db, file.id)?.id === newest;
      if (bytes === null || !isStill || readPromisedVersion(work.db, file.id)) continue;
      keepVersion(work, file, bytes, contentHash(bytes));
    }
  });
}

async function orNothing<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}
