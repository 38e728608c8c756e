import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { contentHash } from '../../../main/documents/content-hash.ts';
import { writeAtomically } from '../../../main/documents/write-atomically.ts';

/* node saving-program.ts PATH BYTES: saves so many `n` over a file, or as a new one. */
const [path, length] = process.argv.slice(2) as [string, string];

function hashNow(): string | null {
  try {
    return contentHash(readFileSync(path));
  } catch {
    return null;
  }
}

const expected = hashNow();
const sleep = (ms: number): Promise<void> => wait(ms);
globalThis.savesNow = true;
await writeAtomically(path, Buffer.alloc(Number(length), 'n'), { expected, sleep });
globalThis.savesNow = false;
