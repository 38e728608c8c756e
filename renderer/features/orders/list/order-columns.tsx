import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { OrderRow } from '../../../../main/contract/orders.ts';
import { ORDER_COLUMNS, type OrderColumn } from '../../../../main/domain/orders/order-filter.ts';
import type { TableColumn } from '../../../shared/data-table/table-column.ts';
import type { Format } from '../../../shared/format/use-format.ts';
import {
  AddressCell,
  GuestCell,
  MomentCell,
  NumberCell,
  RemainingCell,
  SourceCell,
  StatusCell,
  SumCell,
  VenueCell,
  WordCell,
} from './cells.tsx';
import { rowTexts } from './row-texts.ts';
import { shortName } from './short-name.ts';
import { writePhone } from './write-phone.ts';

/** Width, narrowest and widest in pixels, and when the column leaves: the highest first, 0 never. */
const MEASURES: Readonly<Record<OrderColumn, readonly [number, number, number, number]>> = {
  created: [96, 92, 108, 7],
  number: [76, 66, 90, 0],
  status: [136, 128, 150, 2],
  address: [240, 170, 520, 0],
  guest: [140, 80, 200, 5],
  phone: [148, 142, 148, 0],
  venue: [132, 80, 190, 8],
  source: [120, 80, 180, 9],
  sum: [92, 78, 100, 6],
  promised: [102, 100, 108, 4],
  remaining: [104, 104, 110, 3],
  courier: [140, 92, 200, 1],
  zone: [112, 80, 150, 10],
  operator: [128, 90, 180, 11],
};

const AT_END: ReadonlySet<OrderColumn> = new Set(['sum', 'remaining']);

const CELLS: Readonly<Record<OrderColumn, (row: OrderRow) => ReactNode>> = {
  created: (row) => <MomentCell at={row.createdAt} zone={row.zone} />,
  number: (row) => <NumberCell row={row} />,
  status: (row) => <StatusCell row={row} />,
  address: (row) => <AddressCell row={row} />,
  guest: (row) => <GuestCell row={row} />,
  phone: (row) => <WordCell text={writePhone(row.phone)} />,
  venue: (row) => <VenueCell row={row} />,
  source: (row) => <SourceCell row={row} />,
  sum: (row) => <SumCell row={row} />,
  promised: (row) => (
    <MomentCell at={row.promisedAt} zone={row.zone} uncertain={row.timeUncertain} />
  ),
  remaining: (row) => <RemainingCell row={row} />,
  courier: (row) => <WordCell text={shortName(row.courier)} />,
  zone: (row) => <WordCell text={row.deliveryZone} />,
  operator: (row) => <WordCell text={row.operator} />,
};

/** Columns of the order list, with texts as they are shown: what is copied is what is seen. */
export function orderColumns(
  t: TFunction,
  format: Format,
): readonly TableColumn<OrderRow, OrderColumn>[] {
  const texts = rowTexts(t, format);
  return ORDER_COLUMNS.map((id) => {
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
      cell: CELLS[id],
      text: texts[id],
    };
  });
}
