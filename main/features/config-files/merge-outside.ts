import type { ConfigMerge } from '../../contract/config-changes.ts';
import { rewriteConfig } from '../../documents/iiko-files/change-config.ts';
import { decodedOf } from '../../documents/iiko-files/open-config.ts';
import { Failure } from '../../domain/failure.ts';
import { mergeTexts } from '../../domain/config-files/text-merge.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readVersionBytes, readVersions } from '../../store/config-files/config-versions.ts';
import type { KnownFile } from './config-work.ts';
import type { ObservedFile } from './observe-file.ts';
import { openOnce } from './opened-once.ts';
import type { SaveRequest } from './save-file.ts';

/**
 * Lays beside each other what the person wanted and what happened to the file meanwhile. Fails with
 * `conflict` `config-files.changed-outside` when what they saw is not in the history of the file.
 */
export function mergeOutside(
  db: ReadableDb,
  theirs: ObservedFile,
  { baseHash, make }: Pick<SaveRequest, 'baseHash' | 'make'>,
): ConfigMerge {
  const { file } = theirs;
  const base = readVersions(db, file.id).findLast(({ hash }) => hash === baseHash);
  if (!base) throw new Failure('conflict', 'config-files.changed-outside', { path: file.path });
  const before = readVersionBytes(db, base.id);
  const mine = make(file, before);
  const text = (bytes: Uint8Array): string => decodedOf(openOnce(file, bytes)).text;
  const { stretches, text: merged } = mergeTexts(text(before), text(mine), text(theirs.bytes));
  const isSound = merged !== null && canBecome(file, theirs.bytes, merged);
  return { theirsHash: theirs.hash, merged: isSound ? merged : null, stretches };
}

/** Two changes that fit line by line may still make no file together. */
function canBecome(file: KnownFile, theirs: Uint8Array, merged: string): boolean {
  try {
    rewriteConfig(openOnce(file, theirs), merged);
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
