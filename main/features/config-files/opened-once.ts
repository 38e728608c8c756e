import { openConfig, type ConfigDocument } from '../../documents/iiko-files/open-config.ts';
import type { KnownFile } from './config-work.ts';

/** A large file takes a tenth of a second to scan, and one question looks at its bytes many times. */
const opened = new WeakMap<Uint8Array, ConfigDocument>();

/** The document in these bytes, which nobody changes: scanned once. Fails like `openConfig`. */
export function openOnce({ kind }: Pick<KnownFile, 'kind'>, bytes: Uint8Array): ConfigDocument {
  const before = opened.get(bytes);
  if (before?.kind === kind) return before;
  const document = openConfig(kind, bytes);
  opened.set(bytes, document);
  return document;
}
