import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const OWNER_ONLY = 0o600;

export type Seal = Readonly<{
  seal(secret: string): Promise<Uint8Array>;
  /** Null when the key is gone or another one: ask for the secret again, keep the data. */
  unseal(sealed: Uint8Array): Promise<string | null>;
}>;

/**
 * Seals secrets with AES-256-GCM under a key file that its owner alone can read; the file is made on
 * first use. For hosts without the system's key store.
 */
export function keyFileSeal(keyFile: string): Seal {
  return {
    seal: async (secret) => encrypt(await readOrMakeKey(keyFile), secret),
    unseal: async (sealed) => {
      const key = await readKey(keyFile);
      return key && decrypt(key, sealed);
    },
  };
}

function encrypt(key: Buffer, secret: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]));
}

function decrypt(key: Buffer, sealed: Uint8Array): string | null {
  try {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = sealed.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

async function readKey(keyFile: string): Promise<Buffer | null> {
  const key = await readFile(keyFile).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return key?.length === KEY_BYTES ? key : null;
}

async function readOrMakeKey(keyFile: string): Promise<Buffer> {
  const known = await readKey(keyFile);
  if (known) return known;
  await mkdir(dirname(keyFile), { recursive: true, mode: 0o700 });
  const key = randomBytes(KEY_BYTES);
  const whole = `${keyFile}.${randomUUID()}`;
  await writeKey(whole, key);
  try {
    // A link appears whole and never replaces the key of a process that was quicker.
    await link(whole, keyFile);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return await keyOfOther(keyFile);
  } finally {
    await rm(whole, { force: true });
  }
}

async function writeKey(path: string, key: Buffer): Promise<void> {
  const file = await open(path, 'wx', OWNER_ONLY);
  try {
    await file.writeFile(key);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Another process was quicker, or the file is damaged: never seal under a key nobody can read again. */
async function keyOfOther(keyFile: string): Promise<Buffer> {
  const key = await readKey(keyFile);
  if (!key) throw new Error(`The key file is damaged: ${keyFile}`);
  return key;
}
