import type { Order } from './order.ts';

const NOT_A_WORD = /[^\p{L}\p{N}]+/gu;

/** Folds case and «ё», keeps letters and digits: the same for what is stored and what is sought. */
export function foldWords(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').replace(NOT_A_WORD, ' ').trim();
}

/** Everything an operator may remember of an order, except the phone, which has its own index. */
export function searchWords(order: Order): string {
  const { address, customer } = order;
  const place = address
    ? [address.street, address.house, address.building, address.flat, address.line, address.comment]
    : [];
  const dishes = order.lines.flatMap((line) => [line.name, ...line.modifiers.map((m) => m.name)]);
  const parts = [order.number, order.externalNumber, customer.name, customer.surname];
  return foldWords([...parts, ...place, order.comment, ...dishes].join(' '));
}
