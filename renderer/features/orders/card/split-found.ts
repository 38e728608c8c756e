/** A piece of a text: what was searched for, or what stands between. */
export type FoundPart = Readonly<{ text: string; found: boolean }>;

/** So many marks are drawn; the text behind them stays whole. */
const MOST = 500;

/** The text cut at every occurrence of what is searched for, in either case. */
export function splitFound(text: string, search: string): readonly FoundPart[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return [{ text, found: false }];
  const plain = text.toLowerCase();
  // Some letters change their length with their case: then nothing is marked rather than wrongly.
  if (plain.length !== text.length) return [{ text, found: false }];
  const parts: FoundPart[] = [];
  let from = 0;
  for (let at = plain.indexOf(wanted); at >= 0 && parts.length < MOST * 2;) {
    parts.push({ text: text.slice(from, at), found: false });
    from = at + wanted.length;
    parts.push({ text: text.slice(at, from), found: true });
    at = plain.indexOf(wanted, from);
  }
  return [...parts, { text: text.slice(from), found: false }].filter((part) => part.text !== '');
}
