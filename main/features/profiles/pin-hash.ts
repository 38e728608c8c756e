import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** A PIN as it is stored: never the digits themselves. */
export type PinHash = Readonly<{ salt: Uint8Array; hash: Uint8Array }>;

const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** 32 MB and some tens of milliseconds a try: five tries then a pause is all a guesser gets. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

function derive(pin: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, KEY_BYTES, COST, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** Hashes a PIN (4–12 digits) with a fresh salt by scrypt. */
export async function hashPin(pin: string): Promise<PinHash> {
  const salt = randomBytes(SALT_BYTES);
  return { salt, hash: await derive(pin, salt) };
}

/** True when the PIN is the one that was hashed; takes the same time either way. */
export async function pinFits(pin: string, kept: PinHash): Promise<boolean> {
  return timingSafeEqual(await derive(pin, kept.salt), kept.hash);
}
