import { Failure } from '../../domain/failure.ts';
import { LARGEST_TEXT, limitIn } from '../largest-text.ts';
import { decodeBytes, decodeUtf8 } from '../text-encoding/codec.ts';
import { positionIn } from '../text-encoding/line-index.ts';
import { newlineStyle } from '../text-encoding/newline-style.ts';
import type { DocumentWarning } from '../text-encoding/text-encoding.ts';
import type { PropertiesDocument } from './properties-document.ts';
import { scanProperties } from './scan-properties.ts';

const NOT_ASCII = /[\u0080-\u00FF]/;
const UTF_8_MARK = '\u00EF\u00BB\u00BF';

/**
 * Opens a file of Java properties: ISO-8859-1 with `\uXXXX` (iiko-local.md 1.5), byte for byte.
 * Zero bytes inside, more than 16 MiB and broken escapes are a `Failure('invalid')`.
 */
export function openProperties(bytes: Uint8Array): PropertiesDocument {
  if (bytes.length > LARGEST_TEXT) {
    const params = { ...limitIn(bytes), bytes: bytes.length };
    throw new Failure('invalid', 'document.too-large', params);
  }
  const text = decodeBytes(bytes, 'iso-8859-1');
  const zero = text.indexOf('\0');
  if (zero !== -1) throw new Failure('invalid', 'document.nulled', positionIn(text, zero));
  const entries = scanProperties(text);
  const how = { encoding: 'iso-8859-1', bom: false, newline: newlineStyle(text) } as const;
  return { bytes, text, ...how, warnings: warningsFor(text, bytes), entries };
}

function warningsFor(text: string, bytes: Uint8Array): DocumentWarning[] {
  if (text.startsWith(UTF_8_MARK)) return [{ code: 'marked-properties', params: {} }];
  const looksUtf8 = NOT_ASCII.test(text) && decodeUtf8(bytes) !== null;
  return looksUtf8 ? [{ code: 'looks-utf-8', params: { declared: 'iso-8859-1' } }] : [];
}
