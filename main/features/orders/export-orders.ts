import en from '../../../resources/locales/en/export.json' with { type: 'json' };
import ru from '../../../resources/locales/ru/export.json' with { type: 'json' };
import type { Handlers } from '../../contract/define.ts';
import type { orders } from '../../contract/orders.ts';
import { CSV_START, csvLine } from '../../documents/exports/csv.ts';
import { openTransferFile } from '../../documents/exports/transfer-file.ts';
import type { OrderColumn } from '../../domain/order-filter.ts';
import type { ReaderOutside } from '../../outside.ts';
import type { ReadableDb } from '../../store/database.ts';
import { orderConditions } from '../../store/order-conditions.ts';
import { readOrderRows } from '../../store/order-rows.ts';
import { readSequence, type Place, type SequencePart } from '../../store/order-sequence.ts';
import { hasRight, requireRight } from '../../store/require-right.ts';
import { exportCell, type ExportTexts } from './export-cell.ts';
import { phonePrivacy } from './phone-privacy.ts';

const TEXTS: Readonly<Record<'ru' | 'en', ExportTexts>> = { ru, en };
const PART = 500;

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
      const day = new Date(now).toISOString().slice(0, 10);
      const file = openTransferFile(
        outside.dataFolder,
        `${texts['export.orders.file']}-${day}.csv`,
      );
      await file.write(CSV_START + csvLine(input.columns.map((column) => header(texts, column))));
      let rows = 0;
      for (const ids of idParts(db, input, now)) {
        await file.write(writeRows(db, ids, input.columns, texts, now));
        rows += ids.length;
      }
      await file.finish();
      return { handle: file.handle, fileName: file.fileName, rows };
    },
  };
}

const header = (texts: ExportTexts, column: OrderColumn): string =>
  texts[`export.column.${column}`];

function writeRows(
  db: ReadableDb,
  ids: readonly number[],
  columns: readonly OrderColumn[],
  texts: ExportTexts,
  now: number,
): string {
  const privacy = phonePrivacy(hasRight(db, 'see-phones'));
  return readOrderRows(db, ids)
    .map(privacy.row)
    .map((row) => csvLine(columns.map((column) => exportCell(row, column, texts, now))))
    .join('');
}

function* idParts(
  db: ReadableDb,
  { filter, sort, orderIds }: Input,
  now: number,
): Iterable<readonly number[]> {
  if (orderIds) {
    for (let from = 0; from < orderIds.length; from += PART)
      yield orderIds.slice(from, from + PART);
    return;
  }
  const { where } = orderConditions(db, filter, now);
  let behind: Place | null = null;
  for (;;) {
    const part: SequencePart = readSequence(db, where, sort, behind, PART);
    if (part.ids.length > 0) yield part.ids;
    if (part.ids.length < PART) return;
    behind = part.last;
  }
}
