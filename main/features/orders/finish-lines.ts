import { LINE_MARKS } from '../../store/orders/export-lines.ts';

const code = (text: string): number => text.charCodeAt(0);
const RETURN = code('\r');
const NEW_LINE = code('\n');
const SEMICOLON = code(';');

/** What each mark becomes. */
const MEANT = new Map<number, number>([
  [LINE_MARKS.text, SEMICOLON],
  [LINE_MARKS.made, SEMICOLON],
  [LINE_MARKS.return, RETURN],
  [LINE_MARKS.newLine, NEW_LINE],
]);

/** Bytes in a text that need quotes: 1; those that make a text run when it begins with them: 2. */
const KIND = new Uint8Array(256);
for (const character of '";\r\n') KIND[code(character)] = 1;
for (const character of '=+-@\t') KIND[code(character)] = 2;
for (const mark of MEANT.keys()) KIND[mark] = 3;

/** A line's bytes from `from` up to `to`, and its number among the lines. */
export type Line = Readonly<{ line: number; from: number; to: number }>;

/**
 * Turns marked bytes into lines of CSV in their place; answers the lines with a text that must be
 * quoted or made inert: what they hold is of no use.
 */
export function finishLines(bytes: Uint8Array): readonly Line[] {
  const unsafe: Line[] = [];
  let [line, from, isUnsafe, atStart] = [0, 0, false, true];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    const kind = KIND[byte]!;
    if (kind === 0) {
      atStart = false;
      continue;
    }
    if (kind < 3) {
      if (kind === 1 || atStart) isUnsafe = true;
      atStart = false;
      continue;
    }
    bytes[at] = MEANT.get(byte)!;
    atStart = byte === LINE_MARKS.text;
    if (byte !== LINE_MARKS.newLine) continue;
    if (isUnsafe) unsafe.push({ line, from, to: at + 1 });
    [line, from, isUnsafe, atStart] = [line + 1, at + 1, false, true];
  }
  return unsafe;
}
