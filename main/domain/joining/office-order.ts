import { readTouchTime } from '../attribution/touch-time.ts';
import type { Zone } from '../local-time.ts';
import { minorDigits, type Currency } from '../money.ts';
import type { Identity, Named, Order, OrderLine, ServiceType, Stamp } from '../orders/order.ts';
import type { Stage } from '../orders/stage.ts';
import { EMPTY_ADDRESS, NOBODY, NO_TIMES } from '../orders/untold.ts';
import { readDecimalCell } from '../typed-cell.ts';
import type { OfficeRole } from './office-columns.ts';

/** The system under which orders of exported files are kept. */
export const OFFICE_VENDOR = 'iiko-office';

/** Why a row was not taken: a code under `joining.import.`. */
export type OfficeRefusal =
  | 'not-a-row'
  | 'no-number'
  | 'no-venue'
  | 'bad-time'
  | 'bad-sum'
  | 'bad-amount'
  | 'duplicate';

/** The text of a row's cell; '' where the file has no such column. */
export type OfficeCell = (role: OfficeRole) => string;

const STAGES: readonly (readonly [beginning: string, stage: Stage])[] = [
  ['закрыт', 'closed'],
  ['closed', 'closed'],
  ['доставлен', 'delivered'],
  ['delivered', 'delivered'],
  ['отмен', 'cancelled'],
  ['cancel', 'cancelled'],
  ['в пути', 'on-way'],
  ['on the way', 'on-way'],
  ['ждет', 'waiting'],
  ['ждёт', 'waiting'],
  ['готово', 'cooked'],
  ['готовится', 'cooking'],
  ['новая', 'new'],
  ['не подтвержд', 'unconfirmed'],
];

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A report without statuses lists what was sold; a cause of cancelling says otherwise. */
function stageOf(cell: OfficeCell): Stage {
  const text = cell('status').trim().toLowerCase();
  if (text === '') return cell('cancel-cause').trim() === '' ? 'closed' : 'cancelled';
  return STAGES.find(([beginning]) => text.startsWith(beginning))?.[1] ?? 'unknown';
}

function serviceOf(text: string): ServiceType {
  const folded = text.trim().toLowerCase();
  if (folded.startsWith('courier') || folded.startsWith('курьер')) return 'courier';
  if (folded.startsWith('pickup') || folded.startsWith('самовывоз')) return 'pickup';
  return 'unknown';
}

const stampOf = (text: string, zone: Zone): Stamp | null => {
  const instant = text.trim() === '' ? null : readTouchTime(text, zone);
  return instant === null ? null : { text: text.trim(), instant, certainty: 'exact' };
};

const named = (text: string): Named | null =>
  text.trim() === '' ? null : { id: null, name: text.trim() };

/** Rows of one order share its id, or its number, venue and promise. */
export const officeKey = (cell: OfficeCell): string =>
  cell('id').trim().toLowerCase() ||
  ['venue', 'number', 'promised'].map((role) => cell(role as OfficeRole).trim()).join('|');

/**
 * Reads one row of a file exported from iikoOffice as an order; times are the venue's local ones.
 * A row of a dish is an order with that line alone: rows of one order are put together later.
 */
export function readOfficeOrder(
  cell: OfficeCell,
  place: Readonly<{ organizationId: string; zone: Zone; currency: Currency }>,
): Order | OfficeRefusal {
  const { zone, currency } = place;
  if (cell('number').trim() === '') return 'no-number';
  if (cell('venue').trim() === '') return 'no-venue';
  const promised = stampOf(cell('promised'), zone);
  if (!promised) return 'bad-time';
  const sumMinor = readDecimalCell(cell('sum'), minorDigits(currency));
  if (sumMinor === null) return 'bad-sum';
  const line = lineOf(cell, sumMinor);
  if (line === 'bad-amount') return line;
  const stage = stageOf(cell);
  return {
    ...EMPTY,
    identities: identitiesOf(cell),
    organizationId: place.organizationId,
    venueId: cell('venue').trim(),
    status: { system: OFFICE_VENDOR, code: cell('status').trim() || stage },
    stage,
    number: cell('number').trim(),
    serviceType: serviceOf(cell('service')),
    currency,
    sumMinor,
    discountMinor: readDecimalCell(cell('discount'), minorDigits(currency)) ?? 0,
    phone: cell('phone').trim(),
    customer: { ...NOBODY, name: cell('guest').trim() },
    address: addressOf(cell('address').trim()),
    zone: cell('zone').trim(),
    times: { ...NO_TIMES, promised, ...timesOf(cell, zone, stage) },
    marketingSource: named(cell('source')),
    sourceKey: cell('source-key').trim(),
    operator: named(cell('operator')),
    courier: named(cell('courier')),
    comment: cell('comment').trim(),
    cancelCause: named(cell('cancel-cause')),
    lines: line ? [line] : [],
  };
}

function identitiesOf(cell: OfficeCell): readonly [Identity, ...Identity[]] {
  const key = officeKey(cell);
  const own = { vendor: OFFICE_VENDOR, id: key };
  return UUID.test(key) ? [own, { vendor: 'iiko-pos', id: key }] : [own];
}

function timesOf(cell: OfficeCell, zone: Zone, stage: Stage) {
  const closed = stampOf(cell('closed'), zone);
  return {
    created: stampOf(cell('created'), zone),
    closed: stage === 'cancelled' ? null : closed,
    cancelled: stage === 'cancelled' ? closed : null,
  };
}

const THOUSANDTHS = 3;

function lineOf(cell: OfficeCell, sumMinor: number): OrderLine | 'bad-amount' | null {
  const name = cell('dish').trim();
  if (name === '') return null;
  const amountMilli =
    cell('amount').trim() === '' ? 1000 : readDecimalCell(cell('amount'), THOUSANDTHS);
  if (amountMilli === null) return 'bad-amount';
  const priceMinor = amountMilli === 0 ? 0 : Math.round((sumMinor * 1000) / amountMilli);
  return {
    kind: 'product',
    productId: null,
    name,
    amountMilli,
    priceMinor,
    sumMinor,
    size: '',
    comment: '',
    status: '',
    deleted: false,
    deletionReason: '',
    modifiers: [],
  };
}

const addressOf = (line: string): Order['address'] =>
  line === '' ? null : { ...EMPTY_ADDRESS, line };

/** Another row of the same order: its dish and its sum come to the ones before. */
export const withOfficeRow = (order: Order, row: Order): Order => ({
  ...order,
  sumMinor: order.sumMinor + row.sumMinor,
  discountMinor: order.discountMinor + row.discountMinor,
  lines: [...order.lines, ...row.lines],
});

/** What a file tells nothing of. */
const EMPTY = {
  version: 0,
  created: true,
  creationError: '',
  externalNumber: '',
  orderType: null,
  paidMinor: null,
  phoneExtension: '',
  durationMinutes: null,
  asap: false,
  coupon: '',
  externalData: [],
  conception: null,
  courierService: null,
  guests: 0,
  problem: null,
  cancelComment: '',
  links: { movedFrom: null, movedTo: null, parent: null },
  deleted: false,
  payments: [],
  discounts: [],
} as const;
