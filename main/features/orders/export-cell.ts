import type ru from '../../../resources/locales/ru/export.json';
import type { CsvCell } from '../../documents/exports/csv.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { minorDigits } from '../../domain/money.ts';
import { remainingMs } from '../../domain/orders/order-alarm.ts';
import { isCreation } from '../../domain/orders/stage.ts';
import type { ExportColumn } from '../../domain/orders/order-filter.ts';
import type { ExportOrder } from '../../store/orders/order-export.ts';
import { localTime } from './local-time-text.ts';

export type ExportTexts = Readonly<typeof ru>;

const MINUTE_MS = 60_000;

/** One cell of an export: times in the venue's own zone, sums as numbers of major units. */
export function exportCell(
  row: ExportOrder,
  column: ExportColumn,
  texts: ExportTexts,
  now: number,
): CsvCell {
  switch (column) {
    case 'created':
      return localTime(row.createdAt, row.zone);
    case 'promised':
      return localTime(row.promisedAt, row.zone);
    case 'time-zone':
      return row.zone;
    case 'remaining':
      return remaining(row, now);
    case 'status':
      return row.stage === 'unknown' ? unknown(row, texts) : texts[`export.stage.${row.stage}`];
    case 'sum':
      return row.sumMinor / 10 ** minorDigits(row.currency);
    case 'address':
      return address(row, texts);
    case 'zone':
      return row.deliveryZone;
    case 'number':
      return row.number || row.externalNumber;
    case 'guest':
    case 'phone':
    case 'venue':
    case 'source':
    case 'courier':
    case 'operator':
      return row[column];
    default:
      return assertNever(column);
  }
}

/** The vendor's own name of a status; of an order that it has not created, or never will, ours. */
function unknown({ status }: ExportOrder, texts: ExportTexts): string {
  return isCreation(status) ? texts[`export.creation.${status}`] : status;
}

function remaining(row: ExportOrder, now: number): number | null {
  const { stage, promisedAt } = row;
  const order = { stage, promisedAt, cookingStartAt: null, hasProblem: false };
  const ms = remainingMs(order, now);
  return ms === null ? null : Math.round(ms / MINUTE_MS);
}

function address(row: ExportOrder, texts: ExportTexts): string {
  if (row.street === '') return row.addressLine;
  const flat = row.flat && `${texts['export.flat']}${row.flat}`;
  return [row.city, row.street, row.house, flat].filter(Boolean).join(', ');
}
