import { Failure } from '../../domain/failure.ts';
import { markedEncoding, markLength } from '../text-encoding/byte-order-mark.ts';
import { decodeDocument } from '../text-encoding/decode-document.ts';

const LONGEST_LEAD = 4096;
const SPACES = new Set([0x20, 0x09, 0x0a, 0x0d, 0x00]);

/**
 * The first character of a text file that is no white space, whatever its encoding; empty when
 * there is none near the beginning. Enough to tell the formats apart.
 */
export function firstSign(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes);
  const start = marked ? markLength(marked) : 0;
  const lead = bytes.subarray(start, start + LONGEST_LEAD);
  const found = lead.find((byte) => !SPACES.has(byte));
  return found === undefined ? '' : String.fromCharCode(found);
}

/** Refuses a file without a single byte that says something. */
export function refuseBlank(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Failure('invalid', 'zones.file-empty');
  if (bytes.every((byte) => byte === 0)) throw new Failure('invalid', 'zones.file-nulled');
}

/** The text of a file that declares no encoding; what is no text is `zones.file-encoding`. */
export function zoneFileText(bytes: Uint8Array): string {
  try {
    return decodeDocument(bytes, null).text;
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    throw new Failure('invalid', 'zones.file-encoding', cause.params, { cause });
  }
}
