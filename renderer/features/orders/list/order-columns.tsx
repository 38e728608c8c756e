import type { TFunction } from 'i18next';
import type { OrderRow } from '../../../../main/contract/orders.ts';
import type { OrderColumn } from '../../../../main/domain/order-filter.ts';
import type { Instant } from '../../../../main/domain/order.ts';
import type { TableColumn } from '../../../shared/data-table/table-column.ts';
import type { Format } from '../../../shared/format/use-format.ts';
import {
  AddressCell,
  GuestCell,
  MomentCell,
  NumberCell,
  RemainingCell,
  StatusCell,
  WordCell,
} from './cells.tsx';
import { wholeAddress } from './row-address.ts';
import { rowRemainingMs } from './row-timing.ts';
import { writePhone } from './write-phone.ts';

type Column = TableColumn<OrderRow, OrderColumn>;

/** Width, narrowest and widest in pixels, and when the column leaves: the highest first, 0 never. */
const MEASURES: Readonly<Record<OrderColumn, readonly [number, number, number, number]>> = {
  created: [96, 62, 124, 7],
  number: [76, 62, 90, 0],
  status: [136, 108, 150, 0],
  address: [240, 150, 520, 0],
  guest: [140, 76, 200, 3],
  phone: [148, 128, 148, 0],
  venue: [132, 76, 180, 5],
  source: [120, 76, 180, 6],
  sum: [92, 68, 92, 4],
  promised: [96, 62, 124, 2],
  remaining: [92, 78, 96, 0],
  courier: [128, 112, 190, 0],
  zone: [112, 72, 150, 8],
  operator: [128, 84, 180, 9],
};

const AT_END: ReadonlySet<OrderColumn> = new Set(['sum', 'remaining']);

function column(id: OrderColumn, cell: Column['cell'], text: Column['text']): Column {
  const [width, minWidth, maxWidth, rank] = MEASURES[id];
  return {
    id,
    label: `orders.column.${id}`,
    align: AT_END.has(id) ? 'end' : 'start',
    width,
    minWidth,
    maxWidth,
    shown: id !== 'operator',
    foldRank: rank === 0 ? null : rank,
    cell,
    text,
  };
}

function writeSum(row: OrderRow, format: Format): string {
  const { sumMinor, currency } = row;
  return currency === 'RUB' ? format.amount(sumMinor, currency) : format.money(sumMinor, currency);
}

/** Columns of the order list, with texts as they are shown: what is copied is what is seen. */
export function orderColumns(t: TFunction, format: Format): readonly Column[] {
  const moment = (at: Instant | null, row: OrderRow): string =>
    at === null
      ? ''
      : [format.moment(at, row.zone), format.zoneNote(at, row.zone)].join(' ').trim();
  const flat = (number: string): string => t('orders.address.flat', { number });
  const stage = (row: OrderRow): string =>
    row.stage === 'unknown' && row.status ? row.status : t(`orders.stage.${row.stage}`);
  const remaining = (row: OrderRow): string => {
    const ms = rowRemainingMs(row, Date.now());
    return ms === null ? '' : format.remaining(ms);
  };
  const word = (id: OrderColumn, read: (row: OrderRow) => string, missing?: string): Column =>
    column(id, (row) => <WordCell text={read(row)} {...(missing ? { missing } : {})} />, read);
  return [
    column(
      'created',
      (row) => <MomentCell at={row.createdAt} zone={row.zone} />,
      (row) => moment(row.createdAt, row),
    ),
    column(
      'number',
      (row) => <NumberCell row={row} />,
      (row) => row.number || row.externalNumber,
    ),
    column('status', (row) => <StatusCell row={row} />, stage),
    column(
      'address',
      (row) => <AddressCell row={row} />,
      (row) => wholeAddress(row, { flat }),
    ),
    column(
      'guest',
      (row) => <GuestCell row={row} />,
      (row) => row.guest,
    ),
    word('phone', (row) => writePhone(row.phone)),
    word('venue', (row) => row.venue),
    word('source', (row) => row.source, t('orders.source.none')),
    column(
      'sum',
      (row) => writeSum(row, format),
      (row) => writeSum(row, format),
    ),
    column(
      'promised',
      (row) => <MomentCell at={row.promisedAt} zone={row.zone} uncertain={row.timeUncertain} />,
      (row) => moment(row.promisedAt, row),
    ),
    column('remaining', (row) => <RemainingCell row={row} />, remaining),
    word('courier', (row) => row.courier),
    word('zone', (row) => row.deliveryZone),
    word('operator', (row) => row.operator),
  ];
}
