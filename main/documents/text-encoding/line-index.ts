import type { TextPosition } from './text-encoding.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Tells the line and column of places in a text. */
export type LineIndex = Readonly<{ positionOf(at: number): TextPosition }>;

/** Finds the lines of a text once, so that many places can be told quickly. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) if (endsLine(text, at)) starts.push(at + 1);
  return {
    positionOf(at) {
      const line = lineOf(starts, at);
      return { line: line + 1, column: at - starts[line]! + 1 };
    },
  };
}

/** The line and column of one place. */
export function positionIn(text: string, place: number): TextPosition {
  let line = 1;
  let start = 0;
  for (let at = 0; at < place; at += 1) {
    if (!endsLine(text, at)) continue;
    line += 1;
    start = at + 1;
  }
  return { line, column: place - start + 1 };
}

/** Whether a line ends with the character at a place; `\r\n` ends one line, with its `\n`. */
function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === LINE_FEED) return true;
  return code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED;
}

function lineOf(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
