import { Failure } from '../../domain/failure.ts';

/** First bytes of files that people bring in place of a map, and what to tell them. */
const SIGNATURES: readonly (readonly [first: string, code: string])[] = [
  ['\u0089PNG', 'zones.file-picture'],
  ['\u00FF\u00D8\u00FF', 'zones.file-picture'],
  ['GIF8', 'zones.file-picture'],
  ['%PDF', 'zones.file-picture'],
  ['\u00D0\u00CF\u0011\u00E0', 'zones.workbook'],
  ['Rar!', 'zones.other-archive'],
  ['7z\u00BC\u00AF', 'zones.other-archive'],
  ['\u001F\u008B', 'zones.other-archive'],
  ['[InternetShortcut', 'zones.file-shortcut'],
];

/** Refuses pictures, old workbooks, other archives and shortcuts by their first bytes. */
export function refuseOtherFormats(bytes: Uint8Array): void {
  const beginning = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  const found = SIGNATURES.find(([first]) => beginning.startsWith(first));
  if (found) throw new Failure('invalid', found[1]);
}
