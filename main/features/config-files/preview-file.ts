import type { ConfigPreview } from '../../contract/config-changes.ts';
import type { ConfigChange } from '../../contract/config-files.ts';
import { contentHash } from '../../documents/content-hash.ts';
import { decodedOf } from '../../documents/iiko-files/open-config.ts';
import { diffTable } from '../../domain/config-files/diff-table.ts';
import { applyChange } from './apply-change.ts';
import type { ConfigWork } from './config-work.ts';
import { fieldsOf, findingsOf } from './describe-document.ts';
import { doubtsOf } from './doubts.ts';
import { findFile } from './find-files.ts';
import { observeFile, tryOpen } from './observe-file.ts';
import { openOnce } from './opened-once.ts';
import { surroundingsOf } from './surroundings.ts';
import { readTillState } from './till-state.ts';

/** What a change would make of a file as it is now; nothing is written. */
export async function previewFile(
  work: ConfigWork,
  fileId: number,
  change: ConfigChange,
): Promise<ConfigPreview> {
  const known = await findFile(work, fileId);
  const { file, bytes, hash } = await work.inTurn(fileId, () => observeFile(work, known));
  const after = applyChange(work.db, file, bytes, change);
  const document = openOnce(file, after);
  const around = await surroundingsOf(work.db, file.place);
  const till = await readTillState(work.outside, file);
  const before = tryOpen(file, bytes);
  const { text } = decodedOf(document);
  return {
    lines: diffTable(before ? decodedOf(before).text : '', text),
    fields: fieldsOf(document, around),
    findings: findingsOf(document, around),
    doubts: doubtsOf(file, { before: bytes, after }, till, around),
    text,
    changes: contentHash(after) !== hash,
    hash: contentHash(after),
  };
}
