import type { TFunction } from 'i18next';
import type { OrderRow } from '../../../../main/contract/orders.ts';

/** An address in parts that give way in this order: street, then flat; the house never. */
export type AddressParts = Readonly<{ street: string; house: string; flat: string }>;

/** Kinds of streets as they are shortened on maps; the tooltip and the copy have them whole. */
const SHORT: readonly (readonly [whole: RegExp, short: string])[] = [
  [/^улица /i, 'ул. '],
  [/^проспект /i, 'пр-т '],
  [/^переулок /i, 'пер. '],
  [/^набережная /i, 'наб. '],
  [/^бульвар /i, 'б-р '],
  [/^площадь /i, 'пл. '],
  [/^шоссе /i, 'ш. '],
  [/ улица$/i, ' ул.'],
  [/ проспект$/i, ' пр-т'],
  [/ переулок$/i, ' пер.'],
  [/ набережная$/i, ' наб.'],
  [/ бульвар$/i, ' б-р'],
  [/ площадь$/i, ' пл.'],
  [/ шоссе$/i, ' ш.'],
];

/** A street in the room of a list. */
export function shortStreet(street: string): string {
  const known = SHORT.find(([whole]) => whole.test(street));
  return known ? street.replace(known[0], known[1]) : street;
}

type Written = Readonly<{ flat: (flat: string) => string }>;

/** End of a one-line address without a house that stays in sight. */
const TAIL = 14;

/** «д. 21/4», «54А», «35 к. 2»; no «1-я Тверская». */
const HOUSE =
  /^(?:д(?:ом)?\.?\s*)?\d[\d/-]*\s?\p{L}?(?:\s+(?:к|корп|корпус|с|стр|строение|лит|литера)\.?\s*[\d\p{L}]+){0,3}$/iu;

/** One line from the vendor: its house is the first part but one that reads as a house. */
function linePieces(line: string): AddressParts {
  const parts = line.split(', ');
  const at = parts.findIndex((part, index) => index > 0 && HOUSE.test(part));
  if (at > 0) {
    const behind = parts.slice(at + 1).map((part) => `, ${part}`);
    const street = parts.slice(0, at).join(', ');
    return { street, house: `, ${parts[at]!}`, flat: behind.join('') };
  }
  if (line.length <= TAIL) return { street: '', house: line, flat: '' };
  return { street: line.slice(0, -TAIL), house: line.slice(-TAIL), flat: '' };
}

/** The parts of a row's address, without its city where that is known. */
export function addressParts(row: OrderRow, written: Written): AddressParts {
  if (row.street === '' && row.house === '') {
    const city = row.city && `${row.city}, `;
    const { addressLine } = row;
    return linePieces(addressLine.startsWith(city) ? addressLine.slice(city.length) : addressLine);
  }
  const house = row.house && (row.street ? `, ${row.house}` : row.house);
  return { street: row.street, house, flat: row.flat && `, ${written.flat(row.flat)}` };
}

/** The whole address in one line, for the tooltip and for copying. */
export function wholeAddress(row: OrderRow, written: Written): string {
  const { street, house, flat } = addressParts(row, written);
  const line = `${street}${house}${flat}`;
  return row.city && line && !line.startsWith(row.city) ? `${row.city}, ${line}` : line || row.city;
}

/** What stands where there is no address: pickup has none; '' where nobody knows. */
export const insteadOfAddress = (
  t: TFunction,
  { serviceType }: Pick<OrderRow, 'serviceType'>,
): string => (serviceType === 'unknown' ? '' : t(`orders.service.${serviceType}`));
