import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { TouchImport } from '../../contract/attribution.ts';
import type { Announce } from '../../contract/index.ts';
import type { FileRow } from '../../documents/touch-files/csv-rows.ts';
import { openTouchFile, type TouchFile } from '../../documents/touch-files/open-touch-file.ts';
import { Failure } from '../../domain/failure.ts';
import { isZone } from '../../domain/local-time.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { TouchMapping, TouchRole } from '../../domain/attribution/touch-file.ts';
import { headersKey } from '../../domain/attribution/touch-headers.ts';
import { readTouchRow } from '../../domain/attribution/touch-row.ts';
import type { WritableDb } from '../../store/database.ts';
import {
  hideImport,
  removeSome,
  saveMapping,
  saveNewImport,
  saveTouches,
  saveWholeImport,
  tellSome,
  type RowTouch,
} from '../../store/attribution/touch-imports.ts';
import { TouchReport } from './touch-report.ts';

const BATCH = 200;
const TELL_EVERY_MS = 300;
/** A visits list of a chain's ten years; more is another kind of file. */
const MOST_ROWS = 5_000_000;
const LINE_END = 0x0a;

/** What an import works with; `isOpen` turns false when the program ends in the midst of it. */
export type ImportWork = Readonly<{
  db: WritableDb;
  announce: Announce;
  now: Instant;
  author: string;
  isOpen(): boolean;
}>;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Takes a file in: wholly, or nothing of it stays. */
export async function importTouches(
  work: ImportWork,
  upload: Readonly<{ path: string; fileName: string }>,
  mapping: TouchMapping,
): Promise<TouchImport> {
  const { db, author, now } = work;
  const file = await openTouchFile(upload.path);
  checkMapping(file, mapping);
  if (file.format.startsWith('csv')) await checkLength(upload.path);
  const head = { fileName: upload.fileName, format: file.format, author, at: now };
  const id = saveNewImport(db, head);
  try {
    const report = await takeRows(work, upload, file, mapping, id);
    saveWholeImport(db, id, report);
    saveMapping(db, headersKey(file.headers), mapping, now);
    await tellImport(db, id, work.isOpen);
    return { id, ...head, report };
  } catch (error) {
    if (work.isOpen()) await removeImport(db, id, work.isOpen);
    throw error;
  }
}

/** Ten million lines are refused before the first of them is stored. */
async function checkLength(path: string): Promise<void> {
  let lines = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(LINE_END); at !== -1; at = chunk.indexOf(LINE_END, at + 1)) {
      lines += 1;
    }
    if (lines > MOST_ROWS + 1) throw tooMany();
  }
}

const tooMany = (): Failure =>
  new Failure('invalid', 'attribution.too-many-rows', { most: MOST_ROWS });

function checkMapping({ headers }: TouchFile, { columns, zone }: TouchMapping): void {
  if (!isZone(zone)) throw new Failure('invalid', 'attribution.unknown-zone', { zone });
  const missing = Object.values(columns).find((header) => !headers.includes(header));
  if (missing !== undefined) {
    throw new Failure('invalid', 'attribution.no-column', { column: missing.slice(0, 60) });
  }
  if (columns.at === undefined) throw new Failure('invalid', 'attribution.no-time-column');
  const keys = [
    columns.phone,
    columns.email,
    columns.client,
    columns.visit,
    columns['order-number'],
  ];
  if (keys.every((key) => key === undefined)) {
    throw new Failure('invalid', 'attribution.no-key-column');
  }
}

async function takeRows(
  work: ImportWork,
  { path, fileName }: Readonly<{ path: string; fileName: string }>,
  file: TouchFile,
  mapping: TouchMapping,
  importId: number,
) {
  const { size } = await stat(path);
  const report = new TouchReport();
  const places = placesOf(file, mapping);
  let bytes = 0;
  let toldAt = performance.now();
  let batch: RowTouch[] = [];
  const store = async (): Promise<void> => {
    report.known(saveTouches(work.db, importId, batch), batch);
    batch = [];
    if (performance.now() - toldAt > TELL_EVERY_MS) {
      work.announce('attribution.importing', { fileName, bytes, size });
      toldAt = performance.now();
    }
    await nextTurn();
    if (!work.isOpen()) throw new Failure('busy', 'attribution.stopped');
  };
  for await (const row of file.rows((count) => (bytes += count))) {
    if (report.rows >= MOST_ROWS) throw tooMany();
    const touch = readRow(row, places, mapping, work.now, file.headers.length);
    if (typeof touch === 'string') report.refuse(row, touch);
    else batch.push({ row: row.row, touch });
    report.rows += 1;
    if (batch.length >= BATCH || report.rows % 2000 === 0) await store();
  }
  await store();
  return report.toReport();
}

type Places = Readonly<Partial<Record<TouchRole, number>>>;

const placesOf = ({ headers }: TouchFile, { columns }: TouchMapping): Places =>
  Object.fromEntries(
    Object.entries(columns).map(([role, header]) => [role, headers.indexOf(header)]),
  );

function readRow(
  { cells }: FileRow,
  places: Places,
  { kind, zone }: TouchMapping,
  now: Instant,
  width: number,
) {
  if (cells === null) return 'not-a-row' as const;
  // Spreadsheets add empty cells at the end; more text than columns is a broken row.
  if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '')) {
    return 'cells' as const;
  }
  const cell = (role: TouchRole): string => {
    const place = places[role];
    return place === undefined ? '' : (cells[place] ?? '');
  };
  return readTouchRow(cell, { kind, zone, now });
}

/** Makes every order due that the import may concern. */
export async function tellImport(
  db: WritableDb,
  importId: number,
  isOpen: () => boolean,
): Promise<void> {
  for (let after: number | null = 0; after !== null && isOpen();) {
    after = tellSome(db, importId, after);
    await nextTurn();
  }
}

/** Takes an import out again; nobody sees its touches from the first moment on. */
export async function removeImport(
  db: WritableDb,
  importId: number,
  isOpen: () => boolean,
): Promise<void> {
  hideImport(db, importId);
  while (isOpen() && removeSome(db, importId)) await nextTurn();
}
