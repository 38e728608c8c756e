import type { ConfigValues, OpenConfigFile } from '../../contract/config-files.ts';
import { decodedOf } from '../../documents/iiko-files/open-config.ts';
import { movesAfter } from '../../domain/config-files/config-history.ts';
import { Failure } from '../../domain/failure.ts';
import { readVersions } from '../../store/config-files/config-versions.ts';
import type { ConfigWork, KnownFile } from './config-work.ts';
import { fieldsOf, findingsOf, formOf } from './describe-document.ts';
import { asContract, findFile } from './find-files.ts';
import { observeFile, type ObservedFile } from './observe-file.ts';
import { openOnce } from './opened-once.ts';
import { showLog } from './show-log.ts';
import { surroundingsOf } from './surroundings.ts';
import { offerTerminalId } from './terminal-ids.ts';
import { readTillState } from './till-state.ts';

/** Reads a file as a person sees it: settings with their meaning, findings, text, what can be undone; of a log its end. */
export async function openFile(work: ConfigWork, fileId: number): Promise<OpenConfigFile> {
  const file = await findFile(work, fileId);
  if (file.kind === 'log') return showLog(file);
  const observed = await work.inTurn(fileId, () => observeFile(work, file));
  return showFile(work, observed);
}

/** The answer for a file that was just read. */
export async function showFile(work: ConfigWork, observed: ObservedFile): Promise<OpenConfigFile> {
  const { file, bytes, versionId } = observed;
  const document = openOnce(file, bytes);
  const around = await surroundingsOf(work.db, file.place);
  const moves = movesAfter(readVersions(work.db, file.id).filter(({ written }) => written));
  return {
    file: asContract(file),
    form: formOf(document),
    text: decodedOf(document).text,
    fields: fieldsOf(document, around),
    findings: findingsOf(document, around),
    versionId,
    canUndo: file.editable && moves.undo !== null,
    canRedo: file.editable && moves.redo !== null,
    till: await readTillState(work.outside, file),
    terminalIdOffer: offerTerminalId(work.db, file, document),
  };
}

/** The disk answers several questions sooner together than one after another. */
const AT_ONCE = 16;

/** Values of many files, each with its failure where it can not be read. */
export async function readValues(
  work: ConfigWork,
  fileIds: readonly number[],
): Promise<readonly ConfigValues[]> {
  const all: ConfigValues[] = [];
  for (let at = 0; at < fileIds.length; at += AT_ONCE) {
    const some = fileIds.slice(at, at + AT_ONCE);
    all.push(...(await Promise.all(some.map((fileId) => valuesOf(work, fileId)))));
  }
  return all;
}

async function valuesOf(work: ConfigWork, fileId: number): Promise<ConfigValues> {
  let hash: string | null = null;
  try {
    const file = await findFile(work, fileId);
    const observed = await work.inTurn(fileId, () => observeFile(work, file));
    ({ hash } = observed);
    return await readObserved(work, observed.file, observed);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { fileId, hash, values: [], findings: [], failure: error.toData() };
  }
}

async function readObserved(
  work: ConfigWork,
  file: KnownFile,
  { bytes, hash }: ObservedFile,
): Promise<ConfigValues> {
  const document = openOnce(file, bytes);
  const around = await surroundingsOf(work.db, file.place);
  const values = document.entries
    .filter(({ group }) => !group)
    .map(({ address, value, nil }) => ({ element: address, value: nil ? null : value, nil }));
  return { fileId: file.id, hash, values, findings: findingsOf(document, around), failure: null };
}
