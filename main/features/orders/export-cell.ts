import type ru from '../../../resources/locales/ru/export.json';
import type { CsvCell } from '../../documents/exports/csv.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { minorDigits } from '../../domain/money.ts';
import { remainingMs } from '../../domain/orders/order-alarm.ts';
import type { OrderColumn } from '../../domain/orders/order-filter.ts';
import type { ExportOrder } from '../../store/orders/order-export.ts';
import { localTime } from './local-time-text.ts';

export type ExportTexts = Readonly<typeof ru>;

const MINUTE_MS = 60_000;

/** One cell of an export: times in the venue's own zone, sums as numbers of major units. */
export function exportCell(
  row: ExportOrder,
  column: OrderColumn,
  texts: ExportTexts,
  now: number,
): CsvCell {
  switch (column) {
    case 'created':
      return localTime(row.createdAt, row.zone);
    case 'promised':
      return localTime(row.promisedAt, row.zone);
    case 'remaining':
      return remaining(row, now);
    case 'status':
      return row.stage === 'unknown' ? row.status : texts[`export.stage.${row.stage}`];
    case 'sum':
      return row.sumMinor / 10 ** minorDigits(row.currency);
    case 'address':
      return address(row);
    case 'zone':
      return row.deliveryZone;
    case 'number':
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

function remaining(row: ExportOrder, now: number): number | null {
  const { stage, promisedAt } = row;
  const order = { stage, promisedAt, cookingStartAt: null, hasProblem: false };
  const ms = remainingMs(order, now);
  return ms === null ? null : Math.round(ms / MINUTE_MS);
}

const address = (row: ExportOrder): string =>
  row.street === ''
    ? row.addressLine
    : [row.city, row.street, row.house, row.flat].filter(Boolean).join(', ');
