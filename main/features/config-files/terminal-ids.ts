import type { KeptTerminalId } from '../../contract/config-files.ts';
import type { ConfigDocument } from '../../documents/iiko-files/open-config.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readTerminalIds } from '../../store/config-files/config-terminal-ids.ts';
import {
  readVersionBytes,
  readVersions,
  type StoredVersion,
} from '../../store/config-files/config-versions.ts';
import type { KnownFile } from './config-work.ts';
import { terminalIdOf, tryOpen } from './observe-file.ts';

/** How far back the last change of the identity is looked for. */
const MOST_VERSIONS = 200;

/** Every identity the terminal ever had, the one seen last first. */
export function keptTerminalIds(
  db: ReadableDb,
  fileId: number,
  current: string | null,
): readonly KeptTerminalId[] {
  return readTerminalIds(db, fileId).map((kept) => ({
    ...kept,
    current: kept.value === current,
  }));
}

/**
 * The identity to put back when it was changed or lost outside this program, as a reinstall of iiko
 * does (F4, feature T3); null after a deliberate change here, or when there is no other.
 */
export function offerTerminalId(
  db: ReadableDb,
  file: KnownFile,
  document: ConfigDocument,
): KeptTerminalId | null {
  if (file.kind !== 'delivery-plugin' || !file.editable) return null;
  const current = terminalIdOf(document);
  const others = keptTerminalIds(db, file.id, current).filter((kept) => !kept.current);
  if (others.length === 0) return null;
  const change = lastChange(db, file);
  if (change === null || change.author !== null) return null;
  return others.find(({ value }) => value === change.before) ?? others[0] ?? null;
}

type IdentityChange = Readonly<{ author: string | null; before: string | null }>;

/** Who changed the identity last, and what it was before. */
function lastChange(db: ReadableDb, file: KnownFile): IdentityChange | null {
  const versions = readVersions(db, file.id).filter(({ written }) => written);
  const newest = versions.slice(-MOST_VERSIONS).toReversed();
  const idOf = (version: StoredVersion): string | null =>
    terminalIdOf(tryOpen(file, readVersionBytes(db, version.id)));
  for (const [at, version] of newest.entries()) {
    const before = newest[at + 1];
    if (!before) return null;
    const was = idOf(before);
    if (was !== idOf(version)) return { author: version.author, before: was };
  }
  return null;
}
