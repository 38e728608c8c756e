import type ru from '../../../resources/locales/ru/export.json';
import type { CsvCell } from '../../documents/exports/csv.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { writeLocal } from '../../domain/local-time.ts';
import { minorDigits } from '../../domain/money.ts';
import { remainingMs } from '../../domain/order-alarm.ts';
import type { OrderColumn } from '../../domain/order-filter.ts';
import type { OrderRow } from '../../domain/order-row.ts';

export type ExportTexts = Readonly<typeof ru>;

const MINUTES_END = 16;
const MINUTE_MS = 60_000;

/** One cell of an export: times in the venue's own zone, sums as numbers of major units. */
export function exportCell(
  row: OrderRow,
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

const localTime = (instant: number | null, zone: string): string =>
  instant === null ? '' : writeLocal(instant, zone).slice(0, MINUTES_END);

function remaining(row: OrderRow, now: number): number | null {
  const ms = remainingMs({ ...row, hasProblem: false }, now);
  return ms === null ? null : Math.round(ms / MINUTE_MS);
}

const address = (row: OrderRow): string =>
  row.street === ''
    ? row.addressLine
    : [row.city, row.street, row.house, row.flat].filter(Boolean).join(', ');
