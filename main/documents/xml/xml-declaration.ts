import { Failure } from '../../domain/failure.ts';
import type { DeclaredEncoding } from '../text-encoding/decode-document.ts';

const QUOTED = String.raw`(?:"([^"<]*)"|'([^'<]*)')`;
const DECLARATION = new RegExp(
  String.raw`^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*${QUOTED}` +
    String.raw`(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*${QUOTED})?` +
    String.raw`(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?` +
    String.raw`[ \t\r\n]*\?>`,
);
const BEGINNING = /^<\?xml[ \t\r\n]/;
const LONGEST = 1024;

const KNOWN: Readonly<Record<string, Exclude<DeclaredEncoding, null>>> = {
  'utf-8': 'utf-8',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1251': 'windows-1251',
};

/** The `<?xml … ?>` at the beginning of a file: its length in code units and what it declares. */
export type XmlDeclaration = Readonly<{ length: number; encoding: DeclaredEncoding }>;

/** Reads the declaration of a file, which may have none; anything but XML 1.0 is a `Failure`. */
export function xmlDeclaration(text: string): XmlDeclaration {
  const beginning = text.slice(0, LONGEST);
  if (!BEGINNING.test(beginning)) return { length: 0, encoding: null };
  const found = DECLARATION.exec(beginning);
  const version = found?.[1] ?? found?.[2];
  if (!found || version !== '1.0')
    throw new Failure('invalid', 'document.xml.declaration', { line: 1, column: 1 });
  return { length: found[0].length, encoding: knownEncoding(found[3] ?? found[4] ?? null) };
}

function knownEncoding(name: string | null): DeclaredEncoding {
  if (name === null) return null;
  const known = Object.hasOwn(KNOWN, name.toLowerCase()) ? KNOWN[name.toLowerCase()] : undefined;
  if (known) return known;
  const params = { encoding: name.slice(0, 40), line: 1, column: 1 };
  throw new Failure('invalid', 'document.unknown-encoding', params);
}
