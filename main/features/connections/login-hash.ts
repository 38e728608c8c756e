import { scryptSync } from 'node:crypto';
import type { ConnectionSettings } from '../../store/connections.ts';

/** As costly as guessing a PIN: an iiko login is short enough to be guessed from a fast hash. */
const COST = { N: 2 ** 14, r: 8, p: 1 };
const HASH_BYTES = 24;

/**
 * Tells whether two connections use the same login of the same vendor's host, without keeping it.
 * Takes some tens of milliseconds in the calling thread: one of libuv's would keep the 16 MB that
 * the cost asks for, here the next page of orders has them.
 */
export function hashLogin(
  vendor: string,
  settings: ConnectionSettings,
  secret: Readonly<Record<string, string>>,
): Uint8Array {
  const host = String(settings['host'] ?? '')
    .trim()
    .toLowerCase()
    .replace(/\/+$/, '');
  const parts = Object.entries(secret).map(([key, value]) => [key, value.trim()] as const);
  const login = JSON.stringify(parts.toSorted(([left], [right]) => (left < right ? -1 : 1)));
  return scryptSync(login, `${vendor}\n${host}`, HASH_BYTES, COST);
}
