import type { Order } from './order.ts';

const WORD = /[\p{L}\p{N}]+/gu;

/** Folds case and «ё», keeps letters and digits: the same for what is stored and what is sought. */
export function foldWords(text: string): string {
  const words = text.toLowerCase().replaceAll('ё', 'е').match(WORD);
  return words === null ? '' : words.join(' ');
}

/** A menu has a few hundred names and every order repeats some of them. */
const MOST_NAMES = 5000;
const foldedNames = new Map<string, string>();

function foldName(name: string): string {
  const known = foldedNames.get(name);
  if (known !== undefined) return known;
  if (foldedNames.size >= MOST_NAMES) foldedNames.clear();
  const folded = foldWords(name);
  foldedNames.set(name, folded);
  return folded;
}

/** Everything an operator may remember of an order, except the phone, which has its own index. */
export function searchWords(order: Order): string {
  const { address, customer } = order;
  const place = address
    ? [address.street, address.house, address.building, address.flat, address.line, address.comment]
    : [];
  const parts = [order.number, order.externalNumber, customer.name, customer.surname];
  let words = foldWords([...parts, ...place, order.comment].join(' '));
  for (const line of order.lines) {
    words += ` ${foldName(line.name)}`;
    for (const modifier of line.modifiers) words += ` ${foldName(modifier.name)}`;
  }
  return words.trim();
}
