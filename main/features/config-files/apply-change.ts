import type { ConfigChange } from '../../contract/config-files.ts';
import { changeConfig, rewriteConfig } from '../../documents/iiko-files/change-config.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { Failure } from '../../domain/failure.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readConfigFile } from '../../store/config-files/config-files.ts';
import { readVersion, readVersionBytes } from '../../store/config-files/config-versions.ts';
import type { KnownFile } from './config-work.ts';
import { openOnce } from './opened-once.ts';

/**
 * The bytes that a change makes of a content. Fails with `invalid` `document.*` when they could not
 * be read as the file any more: such bytes are never written.
 */
export function applyChange(
  db: ReadableDb,
  file: KnownFile,
  bytes: Uint8Array,
  change: ConfigChange,
): Uint8Array {
  switch (change.type) {
    case 'elements':
      return changeConfig(openOnce(file, bytes), change.edits);
    case 'text':
      return rewriteConfig(openOnce(file, bytes), change.text);
    case 'version':
      return versionBytes(db, file, change.versionId);
    default:
      return assertNever(change);
  }
}

/** A version's bytes, fit to be written into this file. */
export function versionBytes(db: ReadableDb, file: KnownFile, versionId: number): Uint8Array {
  const version = readVersion(db, versionId);
  const kind = version && readConfigFile(db, version.fileId)?.kind;
  if (!version || kind !== file.kind) {
    throw new Failure('not-found', 'config-files.no-version', { version: versionId });
  }
  const bytes = readVersionBytes(db, versionId);
  openOnce(file, bytes);
  return bytes;
}
