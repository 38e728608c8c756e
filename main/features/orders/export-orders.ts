import en from '../../../resources/locales/en/export.json' with { type: 'json' };
import ru from '../../../resources/locales/ru/export.json' with { type: 'json' };
import type { Handlers } from '../../contract/define.ts';
import type { orders } from '../../contract/orders.ts';
import { CSV_START, csvLine } from '../../documents/exports/csv.ts';
import { openTransferFile } from '../../documents/exports/transfer-file.ts';
import { exportColumns, type ExportColumn } from '../../domain/orders/order-filter.ts';
import type { Creation, Stage } from '../../domain/orders/stage.ts';
import type { ReaderOutside } from '../../outside.ts';
import type { ReadableDb } from '../../store/database.ts';
import { planLines, readLines } from '../../store/orders/export-lines.ts';
import { orderConditions } from '../../store/orders/order-conditions.ts';
import {
  readExportNames,
  readExportPart,
  type ExportOrder,
  type ExportPart,
} from '../../store/orders/order-export.ts';
import { readOrderRows } from '../../store/orders/order-rows.ts';
import type { Place } from '../../store/orders/order-sequence.ts';
import { hasRight, requireRight } from '../../store/require-right.ts';
import { exportCell, type ExportTexts } from './export-cell.ts';
import { finishLines } from './finish-lines.ts';
import { phonePrivacy, type PhonePrivacy } from './phone-privacy.ts';

const TEXTS: Readonly<Record<'ru' | 'en', ExportTexts>> = { ru, en };
const PART = 1000;

type Input = Parameters<Handlers<typeof orders, 'report'>['exportCsv']>[0];

/** CSV of the list as the profile sees it, read in short slices so that sync is never held up. */
export function exportOrders(
  db: ReadableDb,
  outside: ReaderOutside,
): Handlers<typeof orders, 'report'> {
  return {
    async exportCsv(input) {
      requireRight(db, 'export-orders');
      const texts = TEXTS[input.language];
      const now = outside.now();
      const columns = exportColumns(input.columns);
      const day = new Date(now).toISOString().slice(0, 10);
      const file = openTransferFile(
        outside.dataFolder,
        `${texts['export.orders.file']}-${day}.csv`,
      );
      await file.write(CSV_START + csvLine(columns.map((column) => header(texts, column))));
      const privacy = phonePrivacy(hasRight(db, 'see-phones'));
      let rows = 0;
      for (const { text, count } of partsOf(db, input, { columns, privacy, texts, now })) {
        await file.write(text);
        rows += count;
      }
      await file.finish();
      return { handle: file.handle, fileName: file.fileName, rows };
    },
  };
}

const header = (texts: ExportTexts, column: ExportColumn): string =>
  texts[`export.column.${column}`];

type Writing = Readonly<{
  columns: readonly ExportColumn[];
  privacy: PhonePrivacy;
  texts: ExportTexts;
  now: number;
}>;

function writeOrders(orders: readonly ExportOrder[], { columns, privacy, texts, now }: Writing) {
  let text = '';
  for (const order of orders) {
    const shown = privacy.exported(order);
    text += csvLine(columns.map((column) => exportCell(shown, column, texts, now)));
  }
  return text;
}

type Part = Readonly<{ text: string | Uint8Array; count: number }>;

function partsOf(db: ReadableDb, input: Input, writing: Writing): Iterable<Part> {
  const { orderIds } = input;
  if (orderIds) return chosenParts(db, orderIds, writing);
  return hasRight(db, 'see-phones')
    ? plainParts(db, input, writing)
    : listParts(db, input, writing);
}

function* chosenParts(
  db: ReadableDb,
  orderIds: readonly number[],
  writing: Writing,
): Iterable<Part> {
  for (let from = 0; from < orderIds.length; from += PART) {
    const orders = readOrderRows(db, orderIds.slice(from, from + PART));
    yield { text: writeOrders(orders, writing), count: orders.length };
  }
}

/** Order by order, cell by cell: each text passes the profile's eyes. */
function* listParts(db: ReadableDb, { filter, sort }: Input, writing: Writing): Iterable<Part> {
  const { where } = orderConditions(db, filter, writing.now);
  const names = readExportNames(db);
  let behind: Place | null = null;
  for (;;) {
    const part: ExportPart = readExportPart(db, names, where, sort, behind, PART);
    const count = part.orders.length;
    if (count > 0) yield { text: writeOrders(part.orders, writing), count };
    if (count < PART) return;
    behind = part.last;
  }
}

/** Lines that the store puts together; the few with a text to be quoted are written cell by cell. */
function* plainParts(db: ReadableDb, { filter, sort }: Input, writing: Writing): Iterable<Part> {
  const { columns, texts, now } = writing;
  const { where } = orderConditions(db, filter, now);
  const stages = (stage: Exclude<Stage, 'unknown'>): string => texts[`export.stage.${stage}`];
  const creations = (code: Creation): string => texts[`export.creation.${code}`];
  const plan = planLines(db, { columns, stages, creations, flat: texts['export.flat'], now });
  let behind: Place | null = null;
  for (;;) {
    const { lines, ids, last } = readLines(db, plan, where, sort, behind, PART);
    for (const text of mendLines(db, lines, ids, writing)) yield { text, count: 0 };
    yield { text: '', count: ids.length };
    if (ids.length < PART) return;
    behind = last;
  }
}

/** The lines with those in between that had to be written anew. */
function* mendLines(
  db: ReadableDb,
  lines: Uint8Array,
  ids: readonly number[],
  writing: Writing,
): Iterable<string | Uint8Array> {
  const shape = { lines: ids.length, cells: writing.columns.length };
  const unsafe = finishLines(lines, shape);
  if (unsafe === null) {
    yield writeOrders(readOrderRows(db, ids), writing);
    return;
  }
  let done = 0;
  for (const { line, from, to } of unsafe) {
    yield lines.subarray(done, from);
    yield writeOrders(readOrderRows(db, [ids[line]!]), writing);
    done = to;
  }
  yield lines.subarray(done);
}
