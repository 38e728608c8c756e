import type { OrderFileHead } from '../../contract/joining.ts';
import { openTouchFile } from '../../documents/touch-files/open-touch-file.ts';
import { readSample } from '../../documents/touch-files/read-sample.ts';
import { recogniseOfficeColumns, REQUIRED_ROLES } from '../../domain/joining/office-columns.ts';
import { readFirstZone } from '../../store/attribution/touch-imports.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readRememberedColumns } from '../../store/joining/order-imports.ts';

/** Says what a file with orders holds and what its columns probably mean. */
export async function inspectFile(
  db: ReadableDb,
  upload: Readonly<{ uploadId: string; path: string; fileName: string }>,
): Promise<OrderFileHead> {
  const { uploadId, fileName } = upload;
  const file = await openTouchFile(upload.path);
  const remembered = readRememberedColumns(db, file.headers.join('\u0000'));
  const columns = remembered ?? recogniseOfficeColumns(file.headers);
  const whole = REQUIRED_ROLES.every((role) => columns[role] !== undefined);
  return {
    uploadId,
    fileName,
    format: file.format,
    headers: file.headers,
    sample: await readSample(file),
    columns,
    columnsFrom: remembered ? 'remembered' : whole ? 'recognised' : 'nowhere',
    zone: readFirstZone(db),
  };
}
