import { join } from 'node:path';
import type { TillState } from '../../contract/config-files.ts';
import { readConfined } from '../../documents/iiko-files/confined-read.ts';
import { isInArchive, readArchived } from '../../documents/iiko-files/find-in-archive.ts';
import { realFolder } from '../../documents/iiko-files/find-iiko-files.ts';
import { openConfig } from '../../documents/iiko-files/open-config.ts';
import { valueAt, type ConfigEntry } from '../../domain/config-files/config-entry.ts';
import type { ConfigFileKind } from '../../domain/config-files/config-file.ts';
import { Failure } from '../../domain/failure.ts';
import type { ConfigOutside, KnownFile } from './config-work.ts';

const TILL_PROGRAM = 'iikofront.net.exe';

/**
 * What the till of a file does now: whether `iikoFront.Net.exe` runs on this PC (copies from other
 * PCs have no running till) and whether a shift is open (`CashServerInfo.xml`, `iiko-local.md` 1.7).
 */
export async function readTillState(outside: ConfigOutside, file: KnownFile): Promise<TillState> {
  const isTills = file.kind === 'front' || file.kind === 'delivery-plugin';
  if (!isTills || file.rootId !== null) {
    return { frontRunning: false, shiftOpen: false, shiftNumber: null };
  }
  const programs = (await outside.runningPrograms?.()) ?? [];
  const state = await readBeside(file.place, 'CashServerInfo.xml', 'cash-server-info');
  const number = Number(valueAt(state, 'CurrentCafeSessionNumber') ?? 0);
  const shiftNumber = Number.isInteger(number) && number > 0 ? number : null;
  const frontRunning = programs.some((name) => name.toLowerCase() === TILL_PROGRAM);
  return { frontRunning, shiftOpen: shiftNumber !== null, shiftNumber };
}

/** The entries of another file in the same place; none where it is absent or can not be read. */
export async function readBeside(
  place: string,
  name: string,
  kind: ConfigFileKind,
): Promise<readonly ConfigEntry[]> {
  try {
    if (isInArchive(`${place}/`)) {
      const inside = place.endsWith('!/') ? name : `/${name}`;
      return openConfig(kind, await readArchived(place + inside)).entries;
    }
    const root = await realFolder(place);
    if (root === null) return [];
    return openConfig(kind, await readConfined(root, join(root, name))).entries;
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}
