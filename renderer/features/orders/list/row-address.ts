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

/** End of a one-line address that stays in sight: the house is usually there. */
const TAIL = 14;

/** The parts of a row's address; one line from the vendor keeps its end. */
export function addressParts(row: OrderRow, written: Written): AddressParts {
  if (row.street === '' && row.house === '') {
    const line = row.addressLine;
    if (line.length <= TAIL) return { street: '', house: line, flat: '' };
    return { street: line.slice(0, -TAIL), house: line.slice(-TAIL), flat: '' };
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
