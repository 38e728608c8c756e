/**
 * The line end and indentation directly before a place, or null when something else stands between
 * the beginning of the line and the place. Looks at that white space only.
 */
export function leadBefore(text: string, at: number): string | null {
  let start = at;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start -= 1;
  const last = text[start - 1];
  if (last !== '\n' && last !== '\r') return null;
  const isPair = last === '\n' && text[start - 2] === '\r';
  return text.slice(start - (isPair ? 2 : 1), at);
}
