import type { NewlineStyle } from './text-encoding.ts';

const LINE_END = /\r\n|\r|\n/g;

const STYLES: Readonly<Record<string, NewlineStyle>> = { '\r\n': 'crlf', '\n': 'lf', '\r': 'cr' };

/** How the lines of a text end. */
export function newlineStyle(text: string): NewlineStyle {
  const ends = [
    text.includes('\r\n') ? '\r\n' : null,
    /(^|[^\r])\n/.test(text) ? '\n' : null,
    /\r(?!\n)/.test(text) ? '\r' : null,
  ].filter((end) => end !== null);
  if (ends.length > 1) return 'mixed';
  return STYLES[ends[0] ?? ''] ?? 'none';
}

/** The line end to write at a place: the nearest one before it, else the nearest after, else CRLF. */
export function newlineNear(text: string, at: number): string {
  const before = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1));
  if (at > 0 && before !== -1) return lineEndAt(text, before);
  LINE_END.lastIndex = at;
  return LINE_END.exec(text)?.[0] ?? '\r\n';
}

function lineEndAt(text: string, last: number): string {
  if (text[last] === '\n') return text[last - 1] === '\r' ? '\r\n' : '\n';
  return text[last + 1] === '\n' ? '\r\n' : '\r';
}
