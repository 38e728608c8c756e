import { createHash } from 'node:crypto';

/** SHA-256 of a file's bytes in hexadecimal: tells whether it is still the file that was read. */
export const contentHash = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
