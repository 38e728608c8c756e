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

/** How many lines the bytes hold, and of how many cells each. */
export type LinesShape = Readonly<{ lines: number; cells: number }>;

/**
 * Turns marked bytes into lines of CSV in their place; answers the lines with a text that must be
 * quoted or made inert: what they hold is of no use. Null where a text brings line ends of its own,
 * so that no line can be told from another. A text can only add marks: one too many gives it away.
 * Compares bytes with numbers, since looking each of a hundred million up would take as long as
 * reading the orders.
 */
export function finishLines(bytes: Uint8Array, shape: LinesShape): readonly Line[] | null {
  const unsafe: Line[] = [];
  const runsAt = (at: number): boolean => at < bytes.length && RUNS.has(bytes[at]!);
  let [line, from, isUnsafe, marks] = [0, 0, runsAt(0), 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte >= SPACE) {
      if (byte === QUOTE || byte === SEMICOLON) isUnsafe = true;
      continue;
    }
    switch (byte) {
      case LINE_MARKS.text:
        bytes[at] = SEMICOLON;
        marks += 1;
        if (runsAt(at + 1)) isUnsafe = true;
        break;
      case LINE_MARKS.made:
      case LINE_MARKS.return:
        bytes[at] = byte === LINE_MARKS.made ? SEMICOLON : RETURN;
        marks += 1;
        break;
      case LINE_MARKS.newLine:
        bytes[at] = NEW_LINE;
        // One before each cell but the first, and one before the line's end.
        if (isUnsafe || marks !== shape.cells) unsafe.push({ line, from, to: at + 1 });
        line += 1;
        from = at + 1;
        isUnsafe = runsAt(from);
        marks = 0;
        break;
      case RETURN:
      case NEW_LINE:
        isUnsafe = true;
        break;
      default:
    }
  }
  return line === shape.lines ? unsafe : null;
}
