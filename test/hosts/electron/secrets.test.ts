import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, beforeEach } from 'vitest';
import { safeSeal } from '../../../main/hosts/electron/safe-seal.ts';
import { keyFileSeal } from '../../../main/hosts/node/key-file-seal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-electron-'));
});

describe('secrets', () => {
  const keyFile = () => keyFileSeal(join(folder, 'seal.key'));
  const store = (available: boolean) => ({
    isAsyncEncryptionAvailable: async () => available,
    encryptStringAsync: async (text: string) => Buffer.from(text).reverse(),
    decryptStringAsync: async (bytes: Buffer) => {
      if (!available) throw new Error('no key');
      return { result: Buffer.from(bytes).reverse().toString(), shouldReEncrypt: false };
    },
  });

  test.each([true, false])('open again, key store there: %s', async (available) => {
    const seal = safeSeal(store(available), keyFile());
    const sealed = await seal.seal('tайна');
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('tайна');
    expect(await seal.unseal(sealed)).toBe('tайна');
  });

  test('are null, not an error, when the key store is lost', async () => {
    const sealed = await safeSeal(store(true), keyFile()).seal('x');
    expect(await safeSeal(store(false), keyFile()).unseal(sealed)).toBeNull();
  });
});
