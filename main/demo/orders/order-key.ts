import { mix, writeUuid } from '../seeded.ts';

/** Names an order for ever: organization 0–3, local day of the promise, place in it, part. */
export type OrderKey = Readonly<{
  city: number;
  /** Days since 1970. */
  day: number;
  index: number;
  /** 1 for the new order that a transfer makes, else 0. */
  part: 0 | 1;
}>;

const FIRST_DAY = 10_957;
const MULTIPLIER = 0x2c1b3c6d;
const INVERSE = invertOdd(MULTIPLIER);
/** How many orders a city can have in a day. */
export const MAX_ORDERS_PER_CITY_DAY = 8192;

/** Newton's iteration: every odd number has an inverse modulo 2³². */
function invertOdd(odd: number): number {
  let inverse = odd;
  for (let i = 0; i < 5; i += 1) inverse = Math.imul(inverse, 2 - Math.imul(odd, inverse));
  return inverse;
}

/** The key as one 32-bit number: 2 bits city, 16 day, 13 index, 1 part. */
export function packKey(key: OrderKey): number {
  return ((key.city << 30) | ((key.day - FIRST_DAY) << 14) | (key.index << 1) | key.part) >>> 0;
}

function unpackKey(packed: number): OrderKey {
  return {
    city: packed >>> 30,
    day: ((packed >>> 14) & 0xffff) + FIRST_DAY,
    index: (packed >>> 1) & 0x1fff,
    part: (packed & 1) as 0 | 1,
  };
}

function scramble(packed: number, secret: number): number {
  let x = Math.imul(packed ^ secret, MULTIPLIER);
  x ^= x >>> 16;
  return (Math.imul(x, MULTIPLIER) ^ secret) >>> 0;
}

function unscramble(scrambled: number, secret: number): number {
  let x = Math.imul(scrambled ^ secret, INVERSE);
  x ^= x >>> 16;
  return (Math.imul(x, INVERSE) ^ secret) >>> 0;
}

/** Which of an order's two ids: the Cloud's or the cash register's. */
export type IdKind = 'cloud' | 'pos';
const secretOf = (seed: number, kind: IdKind): number => mix(seed, kind === 'cloud' ? 11 : 12);

/** The order's UUID: looks random, yet its key can be read back without any table. */
export function orderId(seed: number, packed: number, kind: IdKind): string {
  const secret = secretOf(seed, kind);
  const tail = mix(packed, secret);
  return writeUuid(scramble(packed, secret), tail, mix(tail, 1), mix(tail, 2));
}

/** The key that a UUID was made of; null when it is not one of this chain's. */
export function readOrderId(seed: number, id: string, kind: IdKind): OrderKey | null {
  const word = Number.parseInt(id.slice(0, 8), 16);
  if (!Number.isFinite(word)) return null;
  const packed = unscramble(word >>> 0, secretOf(seed, kind));
  return orderId(seed, packed, kind) === id.toLowerCase() ? unpackKey(packed) : null;
}
