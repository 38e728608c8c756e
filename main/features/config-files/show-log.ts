import type { OpenConfigFile } from '../../contract/config-files.ts';
import { readArchived } from '../../documents/iiko-files/find-in-archive.ts';
import { lastLines, readLogTail } from '../../documents/iiko-files/read-log-tail.ts';
import { Failure } from '../../domain/failure.ts';
import type { KnownFile } from './config-work.ts';
import { asContract } from './find-files.ts';

/** What a person reads through; the diagnosis reads more. */
const SHOWN_BYTES = 128 * 1024;

/**
 * The end of a log, to be looked at only. It is never kept: it grows by the minute and names guests.
 * Fails with `not-found` `config-files.gone` when it is gone or may not be read.
 */
export async function showLog(file: KnownFile): Promise<OpenConfigFile> {
  const lines = await readEnd(file);
  if (lines === null) throw new Failure('not-found', 'config-files.gone', { path: file.path });
  return {
    file: asContract(file),
    form: { encoding: '', bom: false, newline: 'none', root: null },
    text: lines.join('\n'),
    fields: [],
    findings: [],
    versionId: 0,
    canUndo: false,
    canRedo: false,
    till: { frontRunning: false, shiftOpen: false, shiftNumber: null },
    terminalIdOffer: null,
  };
}

const readEnd = async ({ inArchive, root, path }: KnownFile): Promise<readonly string[] | null> =>
  inArchive
    ? lastLines(await readArchived(path), SHOWN_BYTES)
    : readLogTail(root, path, SHOWN_BYTES);
