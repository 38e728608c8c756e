import type ru from '../../../resources/locales/ru/export.json';
import type { CsvCell } from '../../documents/exports/csv.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { offsetAt } from '../../domain/local-time.ts';
import { minorDigits } from '../../domain/money.ts';
import { remainingMs } from '../../domain/orders/order-alarm.ts';
import type { OrderColumn } from '../../domain/orders/order-filter.ts';
import type { ExportOrder } from '../../store/orders/order-export.ts';

export type ExportTexts = Readonly<typeof ru>;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

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

const two = (value: number): string => String(value).padStart(2, '0');

/** ` 00:00` … ` 23:59`: a million orders need them over and over. */
const CLOCK = Array.from(
  { length: DAY_MINUTES },
  (_, minute) => ` ${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
);
const days = new Map<number, string>();

function dayText(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MINUTES * MINUTE_MS).toISOString().slice(0, 10);
  days.set(day, text);
  return text;
}

/** `2026-11-21 14:32` on the zone's clock. */
function localTime(instant: number | null, zone: string): string {
  if (instant === null) return '';
  const minutes = Math.floor((instant + offsetAt(instant, zone)) / MINUTE_MS);
  const day = Math.floor(minutes / DAY_MINUTES);
  return dayText(day) + (CLOCK[minutes - day * DAY_MINUTES] ?? '');
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
