import { toMinor, type Currency } from '../domain/money.ts';
import type { Named } from '../domain/orders/order.ts';

/** Thrown for a value that can not become part of an order; `reason` goes to the quarantine. */
export class Unreadable extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The value when it is an object; null for anything else, whatever its type promises. */
export function objectOf<T extends object>(value: T | null | undefined): T | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}

/** The objects of a list; what is no list is empty, what is no object is left out. */
export function objectsOf<T extends object>(value: readonly T[] | null | undefined): readonly T[] {
  if (!isList(value)) return [];
  return value.every((item) => objectOf(item)) ? value : value.filter((item) => objectOf(item));
}

/** `Array.isArray` that keeps the type of the items. */
export const isList = <T>(value: readonly T[] | null | undefined): value is readonly T[] =>
  Array.isArray(value);

/** A text; numbers and booleans as they would be written, anything else empty. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A finite number, also when it came as text; null for anything else. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** A whole number that is stored exactly; `Unreadable` when it is too large for that. */
export function wholeOf(value: number): number {
  if (!Number.isSafeInteger(value)) throw new Unreadable('number-out-of-range');
  return value;
}

/** Minor units of an amount; what is no number is null. */
export function minorOf(value: unknown, currency: Currency): number | null {
  const major = numberOf(value);
  return major === null ? null : wholeOf(toMinor(major, currency));
}

/** A currency's ISO 4217 code, upper case; null for what is none. */
export function currencyOf(value: unknown): Currency | null {
  const code = textOf(value).trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : null;
}

/** A UUID in lower case; null for anything else. */
export function uuidOf(value: unknown): string | null {
  return typeof value === 'string' && UUID.test(value) ? value.toLowerCase() : null;
}

/** A reference to a dictionary's entry; null when the vendor named none. */
export function namedOf(value: { id?: unknown; name?: unknown } | null | undefined): Named | null {
  const named = objectOf(value);
  if (!named) return null;
  return { id: typeof named.id === 'string' ? named.id : null, name: textOf(named.name) };
}
