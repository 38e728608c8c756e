import en from '../../../resources/locales/en/export.json' with { type: 'json' };
import ru from '../../../resources/locales/ru/export.json' with { type: 'json' };
import type { Handlers } from '../../contract/define.ts';
import type { orders } from '../../contract/orders.ts';
import { CSV_START, csvLine } from '../../documents/exports/csv.ts';
import { openTransferFile } from '../../documents/exports/transfer-file.ts';
import type { OrderColumn } from '../../domain/orders/order-filter.ts';
import type { ReaderOutside } from '../../outside.ts';
import type { ReadableDb } from '../../store/database.ts';
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
      const day = new Date(now).toISOString().slice(0, 10);
      const file = openTransferFile(
        outside.dataFolder,
        `${texts['export.orders.file']}-${day}.csv`,
      );
      await file.write(CSV_START + csvLine(input.columns.map((column) => header(texts, column))));
      const privacy = phonePrivacy(hasRight(db, 'see-phones'));
      let rows = 0;
      for (const orders of orderParts(db, input, now)) {
        await file.write(writeOrders(orders, { ...input, privacy, texts, now }));
        rows += orders.length;
      }
      await file.finish();
      return { handle: file.handle, fileName: file.fileName, rows };
    },
  };
}

const header = (texts: ExportTexts, column: OrderColumn): string =>
  texts[`export.column.${column}`];

type Writing = Readonly<{
  columns: readonly OrderColumn[];
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

function* orderParts(
  db: ReadableDb,
  { filter, sort, orderIds }: Input,
  now: number,
): Iterable<readonly ExportOrder[]> {
  if (orderIds) {
    for (let from = 0; from < orderIds.length; from += PART)
      yield readOrderRows(db, orderIds.slice(from, from + PART));
    return;
  }
  const { where } = orderConditions(db, filter, now);
  const names = readExportNames(db);
  let behind: Place | null = null;
  for (;;) {
    const part: ExportPart = readExportPart(db, names, where, sort, behind, PART);
    if (part.orders.length > 0) yield part.orders;
    if (part.orders.length < PART) return;
    behind = part.last;
  }
}
