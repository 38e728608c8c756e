import type { SafeStorage } from 'electron';
import type { Seal } from '../node/key-file-seal.ts';

type KeyStore = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
>;

/**
 * Seals with the user's own key store (DPAPI on Windows); where the system has none, by the key file.
 * The first byte tells which, so that a store that comes or goes later is noticed.
 */
export function safeSeal(keyStore: KeyStore, keyFile: Seal): Seal {
  return {
    seal: async (secret) => {
      if (!(await keyStore.isAsyncEncryptionAvailable())) {
        return marked(BY_KEY_FILE, await keyFile.seal(secret));
      }
      return marked(BY_KEY_STORE, await keyStore.encryptStringAsync(secret));
    },
    unseal: async (sealed) => {
      const body = sealed.subarray(1);
      if (sealed[0] === BY_KEY_FILE) return keyFile.unseal(body);
      return openOrNull(keyStore, body);
    },
  };
}

const BY_KEY_STORE = 1;
const BY_KEY_FILE = 2;

const marked = (mark: number, body: Uint8Array): Uint8Array => Uint8Array.of(mark, ...body);

async function openOrNull(keyStore: KeyStore, body: Uint8Array): Promise<string | null> {
  try {
    return (await keyStore.decryptStringAsync(Buffer.from(body))).result;
  } catch {
    return null;
  }
}
