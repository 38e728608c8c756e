import { readLocal, type Zone } from '../domain/local-time.ts';
import type { OrderTimes, Stamp } from '../domain/orders/order.ts';
import { textOf, Unreadable } from './lenient-json.ts';

/** Servers write their smallest date, or nonsense, where there is none. */
const [FIRST_YEAR, LAST_YEAR] = ['2000', '2099'];

/** A local time as a server of the restaurant tells it; null for none and for a year that is absurd. */
export function readToldDate(value: unknown, zone: Zone): Stamp | null {
  const text = textOf(value).trim();
  if (text === '') return null;
  const stamp = readLocal(text, zone);
  const year = text.slice(0, 4);
  return stamp.instant !== null && (year < FIRST_YEAR || year > LAST_YEAR) ? null : stamp;
}

/** Throws `Unreadable` `no-date` for an order that would belong to no day. */
export function requireDate({ created, promised }: OrderTimes): void {
  const instant = created?.instant ?? promised?.instant ?? null;
  if (instant === null) throw new Unreadable('no-date');
}
