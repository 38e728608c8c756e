import type { TFunction } from 'i18next';
import type { OrderRow } from '../../../../main/contract/orders.ts';
import type { OrderColumn } from '../../../../main/domain/orders/order-filter.ts';
import type { Instant } from '../../../../main/domain/orders/order.ts';
import type { Format } from '../../../shared/format/use-format.ts';
import { statusText } from '../status-text.ts';
import { insteadOfAddress, wholeAddress } from './row-address.ts';
import { rowRemainingMs } from './row-timing.ts';
import { writePhone } from './write-phone.ts';

/** Each column of a row as text. */
export type RowTexts = Readonly<Record<OrderColumn, (row: OrderRow) => string>>;

/** The sum without its unit, which the header names; other currencies bring theirs. */
export function writeSum({ sumMinor, currency }: OrderRow, format: Format): string {
  return currency === 'RUB' ? format.amount(sumMinor, currency) : format.money(sumMinor, currency);
}

function writeRemaining(row: OrderRow, format: Format): string {
  const ms = rowRemainingMs(row, Date.now());
  return ms === null ? '' : format.remaining(ms);
}

/** Texts of the list: for the tooltip of a cut cell and for copying what is seen. */
export function rowTexts(t: TFunction, format: Format): RowTexts {
  const moment = (at: Instant | null, { zone }: OrderRow): string =>
    at === null ? '' : [format.moment(at, zone), format.zoneNote(at, zone)].join(' ').trim();
  const flat = (number: string): string => t('orders.address.flat', { number });
  return {
    created: (row) => moment(row.createdAt, row),
    number: (row) => row.number || row.externalNumber,
    status: (row) => statusText(t, row),
    address: (row) => wholeAddress(row, { flat }) || insteadOfAddress(t, row),
    guest: (row) => row.guest,
    phone: (row) => writePhone(row.phone),
    venue: (row) => row.venue,
    source: (row) => row.source || t('orders.source.none'),
    sum: (row) => writeSum(row, format),
    promised: (row) => moment(row.promisedAt, row),
    remaining: (row) => writeRemaining(row, format),
    courier: (row) => row.courier,
    zone: (row) => row.deliveryZone,
    operator: (row) => row.operator,
  };
}
