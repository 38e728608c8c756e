import type { ConfigVersion, ConfigVersionText, DiffLine } from '../../contract/config-changes.ts';
import { decodedOf, openConfig } from '../../documents/iiko-files/open-config.ts';
import { movesAfter } from '../../domain/config-files/config-history.ts';
import { diffTable } from '../../domain/config-files/diff-table.ts';
import { Failure } from '../../domain/failure.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readConfigFile } from '../../store/config-files/config-files.ts';
import {
  readVersion,
  readVersionBytes,
  readVersions,
  type StoredVersion,
} from '../../store/config-files/config-versions.ts';
import { versionBytes } from './apply-change.ts';
import type { KnownFile } from './config-work.ts';

/** Every version of a file, newest first. */
export function readHistory(db: ReadableDb, fileId: number): readonly ConfigVersion[] {
  const versions = readVersions(db, fileId).filter(({ written }) => written);
  const firsts = new Map<number, number>();
  for (const { contentId, number } of versions) {
    if (!firsts.has(contentId)) firsts.set(contentId, number);
  }
  const newest = versions.at(-1);
  return versions
    .map((version) => asShown(version, firsts.get(version.contentId), version === newest))
    .toReversed();
}

function asShown(
  { id, number, at, origin, author, why, size, hash }: StoredVersion,
  first: number | undefined,
  current: boolean,
): ConfigVersion {
  const sameAs = first === undefined || first === number ? null : first;
  return { id, number, at, origin, author, why, size, hash, sameAs, current };
}

/** A version's text; bytes that can not be read have the reason instead. */
export function readVersionText(db: ReadableDb, versionId: number): ConfigVersionText {
  const stored = requireVersion(db, versionId);
  const version = readHistory(db, stored.fileId).find(({ id }) => id === versionId);
  if (!version) throw absent(versionId);
  try {
    return { version, text: textOf(db, stored), failure: null };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { version, text: null, failure: error.toData() };
  }
}

/** Two versions side by side; fails like `openConfig` when one can not be read. */
export function compareVersions(db: ReadableDb, left: number, right: number): readonly DiffLine[] {
  return diffTable(textOf(db, requireVersion(db, left)), textOf(db, requireVersion(db, right)));
}

function requireVersion(db: ReadableDb, versionId: number): StoredVersion {
  const version = readVersion(db, versionId);
  if (!version) throw absent(versionId);
  return version;
}

const absent = (version: number): Failure =>
  new Failure('not-found', 'config-files.no-version', { version });

function textOf(db: ReadableDb, version: StoredVersion): string {
  const kind = readConfigFile(db, version.fileId)?.kind ?? 'front';
  return decodedOf(openConfig(kind, readVersionBytes(db, version.id))).text;
}

/** The bytes one step back or forward from the content with this hash; `invalid` when there is none. */
export function bytesAside(
  db: ReadableDb,
  file: KnownFile,
  baseHash: string,
  way: 'undo' | 'redo',
): Uint8Array {
  const versions = readVersions(db, file.id).filter(({ written }) => written);
  const base = versions.findLastIndex(({ hash }) => hash === baseHash);
  const target = movesAfter(versions.slice(0, base + 1))[way];
  if (target === null) throw new Failure('invalid', `config-files.nothing-to-${way}`, {});
  return versionBytes(db, file, target);
}
