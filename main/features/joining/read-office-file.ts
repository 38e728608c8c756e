import type { FileRow } from '../../documents/touch-files/csv-rows.ts';
import type { TouchFile } from '../../documents/touch-files/open-touch-file.ts';
import { Failure } from '../../domain/failure.ts';
import type { OfficeColumns, OfficeRole } from '../../domain/joining/office-columns.ts';
import {
  officeKey,
  readOfficeOrder,
  withOfficeRow,
  type OfficeCell,
  type OfficeRefusal,
} from '../../domain/joining/office-order.ts';
import type { ObservedOrder, Order } from '../../domain/orders/order.ts';
import type { RefusedRow } from '../../contract/joining.ts';
import { OFFICE_ORGANIZATION, type OfficePlaces } from './office-places.ts';

/** What a file holds. */
export type OfficeFile = Readonly<{
  rows: number;
  orders: readonly ObservedOrder[];
  refused: readonly RefusedRow[];
}>;

/** Ten years of a chain; a file with more is another kind of file. */
const MOST_ROWS = 2_000_000;
const MOST_VENUES = 2_000;
const SHOWN_TEXT = 80;

type Places = Readonly<Partial<Record<OfficeRole, number>>>;

const placesOf = ({ headers }: TouchFile, columns: OfficeColumns): Places =>
  Object.fromEntries(
    Object.entries(columns).map(([role, header]) => [role, headers.indexOf(header)]),
  );

const cellOf =
  (cells: readonly string[], places: Places): OfficeCell =>
  (role) => {
    const place = places[role];
    return place === undefined ? '' : (cells[place] ?? '');
  };

/** The venues that a file names. */
export async function readVenueNames(
  file: TouchFile,
  columns: OfficeColumns,
): Promise<readonly string[]> {
  const places = placesOf(file, columns);
  const names = new Set<string>();
  for await (const { cells } of file.rows(() => undefined)) {
    const name = cells ? cellOf(cells, places)('venue').trim() : '';
    if (name !== '' && name.length <= SHOWN_TEXT * 2) names.add(name);
    if (names.size > MOST_VENUES) throw new Failure('invalid', 'joining.too-many-venues');
  }
  return [...names];
}

/** Reads every row; rows of one order's dishes are one order. */
export async function readOfficeFile(
  file: TouchFile,
  columns: OfficeColumns,
  { currency, zoneOf }: OfficePlaces,
): Promise<OfficeFile> {
  const places = placesOf(file, columns);
  const orders = new Map<string, { order: Order; cells: (readonly string[])[] }>();
  const refused: RefusedRow[] = [];
  let rows = 0;
  for await (const row of file.rows(() => undefined)) {
    if (row.cells?.every((cell) => cell.trim() === '')) continue;
    rows += 1;
    if (rows > MOST_ROWS)
      throw new Failure('invalid', 'joining.too-many-rows', { most: MOST_ROWS });
    const reason = takeRow(row, places, orders, (cell) =>
      readOfficeOrder(cell, {
        organizationId: OFFICE_ORGANIZATION,
        zone: zoneOf(cell('venue').trim()),
        currency,
      }),
    );
    if (reason) refused.push(refusal(row, reason));
  }
  return {
    rows,
    refused,
    orders: [...orders.values()].map(({ order, cells }) => ({
      order,
      payload: Buffer.from(JSON.stringify({ headers: file.headers, rows: cells })),
    })),
  };
}

function takeRow(
  { cells }: FileRow,
  places: Places,
  orders: Map<string, { order: Order; cells: (readonly string[])[] }>,
  read: (cell: OfficeCell) => Order | OfficeRefusal,
): OfficeRefusal | null {
  if (!cells) return 'not-a-row';
  const cell = cellOf(cells, places);
  const order = read(cell);
  if (typeof order === 'string') return order;
  const key = officeKey(cell);
  const known = orders.get(key);
  if (!known) {
    orders.set(key, { order, cells: [cells] });
    return null;
  }
  // Without dishes a second row is the same order again.
  if (order.lines.length === 0) return 'duplicate';
  known.order = withOfficeRow(known.order, order);
  known.cells.push(cells);
  return null;
}

/** Only the row's number and its reason are told, with the cells that have no person in them. */
const refusal = ({ row, cells }: FileRow, reason: OfficeRefusal): RefusedRow => ({
  row,
  reason,
  text: (cells ?? [])
    .slice(0, 3)
    .join(' · ')
    .replaceAll(/\d{7,}/g, '…')
    .slice(0, SHOWN_TEXT),
});
