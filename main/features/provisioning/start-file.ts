import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProvisioningProblems } from '../../contract/provisioning.ts';
import { contentHash } from '../../documents/content-hash.ts';
import { writeAtomically } from '../../documents/write-atomically.ts';
import { fileText } from './file-text.ts';
import { openSecret, sealed, secretsOf, type SecretOutside } from './open-secrets.ts';
import { placed, readFile } from './read-file.ts';
import { Failure, type FailureData } from '../../domain/failure.ts';

const LARGEST = 400_000;

/** Where the installer leaves the file of `/CONFIG=` for the first start. */
export const startFilePath = (dataFolder: string): string => join(dataFolder, 'provisioning.json');

/** The text of the file, which is UTF-8 from then on; null where there is none. */
export function readStartFile(dataFolder: string): string | null {
  const path = startFilePath(dataFolder);
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path).subarray(0, LARGEST);
  const text = fileText(bytes);
  if (!Buffer.from(text, 'utf8').equals(bytes)) {
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  }
  return text;
}

/** The file has done its work. */
export function removeStartFile(dataFolder: string): void {
  rmSync(startFilePath(dataFolder), { force: true });
}

/**
 * Puts sealed secrets in place of the written ones, at once and before anything else is done with
 * the file; its lines keep their numbers. Answers the text as it is now, or what is wrong.
 */
export async function sealStartFile(
  outside: SecretOutside & Readonly<{ dataFolder: string }>,
  text: string,
): Promise<Readonly<{ text: string; problems: ProvisioningProblems }>> {
  const read = readFile(text);
  if (read.file === null) return { text, problems: read.problems };
  const parts = [];
  const problems: FailureData[] = [];
  for (const { path, written } of secretsOf(read.file)) {
    try {
      await openSecret(outside, written);
      parts.push({ path, value: await sealed(outside, written) });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push(placed(error, path, read.written));
    }
  }
  const wiped = read.written.replaced(parts);
  if (wiped !== text) await write(startFilePath(outside.dataFolder), text, wiped);
  return { text: wiped, problems };
}

async function write(path: string, before: string, after: string): Promise<void> {
  const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
  const expected = contentHash(Buffer.from(before, 'utf8'));
  await writeAtomically(path, Buffer.from(after, 'utf8'), { expected, sleep });
}
