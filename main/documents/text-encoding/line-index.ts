import type { TextPosition } from './text-encoding.ts';

const LINE_END = /\r\n|\r|\n/g;

/** Tells the line and column of places in a text. */
export type LineIndex = Readonly<{ positionOf(at: number): TextPosition }>;

/** Finds the lines of a text once, so that many places can be told quickly. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(LINE_END)) starts.push(index + end.length);
  return {
    positionOf(at) {
      const line = lineOf(starts, at);
      return { line: line + 1, column: at - starts[line]! + 1 };
    },
  };
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
