import { LINE_MARKS } from '../../store/orders/export-lines.ts';

const code = (text: string): number => text.charCodeAt(0);
const RETURN = code('\r');
const NEW_LINE = code('\n');
const SEMICOLON = code(';');
const QUOTE = code('"');
const SPACE = code(' ');

/** A text that begins so would run in a spreadsheet. */
const RUNS = new Set([...'=+-@\t'].map(code));

/** A line's bytes from `from` up to `to`, and its number among the lines. */
export type Line = Readonly<{ line: number; from: number; to: number }>;

/**
 * Turns marked bytes into lines of CSV in their place; answers the lines with a text that must be
 * quoted or made inert: what they hold is of no use. Compares bytes with numbers, since looking each
 * of a hundred million up would take as long as reading the orders.
 */
export function finishLines(bytes: Uint8Array): readonly Line[] {
  const unsafe: Line[] = [];
  const runsAt = (at: number): boolean => at < bytes.length && RUNS.has(bytes[at]!);
  let [line, from, isUnsafe] = [0, 0, runsAt(0)];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte >= SPACE) {
      if (byte === QUOTE || byte === SEMICOLON) isUnsafe = true;
      continue;
    }
    switch (byte) {
      case LINE_MARKS.text:
        bytes[at] = SEMICOLON;
        if (runsAt(at + 1)) isUnsafe = true;
        break;
      case LINE_MARKS.made:
        bytes[at] = SEMICOLON;
        break;
      case LINE_MARKS.return:
        bytes[at] = RETURN;
        break;
      case LINE_MARKS.newLine:
        bytes[at] = NEW_LINE;
        if (isUnsafe) unsafe.push({ line, from, to: at + 1 });
        line += 1;
        from = at + 1;
        isUnsafe = runsAt(from);
        break;
      case RETURN:
      case NEW_LINE:
        isUnsafe = true;
        break;
      default:
    }
  }
  return unsafe;
}
