import type { NewlineStyle } from './text-encoding.ts';

const LINE_END = /\r\n|\r|\n/g;

/** How the lines of a text end. */
export function newlineStyle(text: string): NewlineStyle {
  const hasReturns = text.includes('\r');
  const styles: NewlineStyle[] = [
    hasReturns && text.includes('\r\n') ? 'crlf' : 'none',
    hasBareFeed(text, hasReturns) ? 'lf' : 'none',
    hasReturns && /\r(?!\n)/.test(text) ? 'cr' : 'none',
  ];
  const found = styles.filter((style) => style !== 'none');
  return found.length > 1 ? 'mixed' : (found[0] ?? 'none');
}

/** Whether a line feed stands without a carriage return before it. */
function hasBareFeed(text: string, hasReturns: boolean): boolean {
  if (!hasReturns) return text.includes('\n');
  let at = text.indexOf('\n');
  while (at !== -1 && text[at - 1] === '\r') at = text.indexOf('\n', at + 1);
  return at !== -1;
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
