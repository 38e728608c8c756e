import { isWritten, secretsOf } from './open-secrets.ts';
import { readFile } from './read-file.ts';

/**
 * Whether a provisioning file may hold secrets as plain text: it must then not lie where others read
 * it. A file that cannot be read may hold anything.
 */
export function hasWrittenSecrets(text: string): boolean {
  const { file } = readFile(text);
  return file === null || secretsOf(file).some(({ written }) => isWritten(written));
}
