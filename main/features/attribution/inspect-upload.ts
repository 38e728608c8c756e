import type { TouchFileHead } from '../../contract/attribution.ts';
import type { TouchMapping } from '../../domain/attribution/touch-file.ts';
import { openTouchFile, type TouchFile } from '../../documents/touch-files/open-touch-file.ts';
import {
  headersKey,
  recogniseHeaders,
  recogniseKind,
} from '../../domain/attribution/touch-headers.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readFirstZone, readMapping } from '../../store/attribution/touch-imports.ts';

const SHOWN_ROWS = 5;
const LONGEST_CELL = 80;

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
    sample: await sampleOf(file),
    ...mappingFor(db, file.headers),
  };
}

async function sampleOf(file: TouchFile): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of file.rows(() => undefined)) {
    if (cells) rows.push(cells.map((cell) => cell.slice(0, LONGEST_CELL)));
    if (rows.length >= SHOWN_ROWS) break;
  }
  return rows;
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
