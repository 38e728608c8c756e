import type { TouchFileHead } from '../../contract/attribution.ts';
import type { TouchMapping } from '../../domain/attribution/touch-file.ts';
import { openTouchFile } from '../../documents/touch-files/open-touch-file.ts';
import { readSample } from '../../documents/touch-files/read-sample.ts';
import {
  headersKey,
  recogniseHeaders,
  recogniseKind,
} from '../../domain/attribution/touch-headers.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readFirstZone, readMapping } from '../../store/attribution/touch-imports.ts';

/** Says what a file holds and what its columns probably mean. */
export async function inspectUpload(
  db: ReadableDb,
  upload: Readonly<{ uploadId: string; path: string; fileName: string }>,
): Promise<TouchFileHead> {
  const file = await openTouchFile(upload.path);
  const { uploadId, fileName } = upload;
  return {
    uploadId,
    fileName,
    format: file.format,
    headers: file.headers,
    sample: await readSample(file),
    ...mappingFor(db, file.headers),
  };
}

function mappingFor(
  db: ReadableDb,
  headers: readonly string[],
): Pick<TouchFileHead, 'mapping' | 'mappingFrom'> {
  const remembered = readMapping(db, headersKey(headers));
  if (remembered) return { mapping: remembered, mappingFrom: 'remembered' };
  const columns = recogniseHeaders(headers);
  const mapping: TouchMapping = {
    columns,
    kind: recogniseKind(headers),
    zone: readFirstZone(db),
  };
  const known = columns.at !== undefined && Object.keys(columns).length > 1;
  return { mapping, mappingFrom: known ? 'recognised' : 'nowhere' };
}
