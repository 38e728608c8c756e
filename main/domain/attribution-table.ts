import type { RuleEntry } from './attribution-rule.ts';
import { pathKey, type SourcePath } from './attribution-source.ts';

/** What a rule's table says of a value. `near` names the one code it was probably meant to be. */
export type LookedUp =
  | Readonly<{ type: 'found'; source: SourcePath }>
  | Readonly<{ type: 'ambiguous' }>
  | Readonly<{ type: 'unlisted'; near: string | null }>;

const LOOKALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  Ё: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
};

/** A code as it sounds by phone: case, spaces, dashes and the alphabet of look-alike letters do not matter. */
export function foldCode(text: string): string {
  const upper = text.normalize('NFKC').toUpperCase();
  return upper
    .replace(/[\s‐‑–—_.-]+/g, '')
    .replace(/[А-ЯЁ]/g, (letter) => LOOKALIKES[letter] ?? letter);
}

/**
 * Looks a value up: exact lines before beginnings, a longer beginning before a shorter one. Two
 * equally good lines that name different sources are refused rather than guessed (feature 153).
 */
export function lookUp(table: readonly RuleEntry[], value: string): LookedUp {
  const code = foldCode(value);
  const exact = table.filter(({ match, text }) => match === 'is' && foldCode(text) === code);
  const best = exact.length > 0 ? exact : longestBeginnings(table, code);
  const [first] = best;
  if (!first) return { type: 'unlisted', near: nearest(table, code) };
  const keys = new Set(best.map(({ source }) => pathKey(source)));
  return keys.size === 1 ? { type: 'found', source: first.source } : { type: 'ambiguous' };
}

function longestBeginnings(table: readonly RuleEntry[], code: string): readonly RuleEntry[] {
  const fitting = table
    .filter(({ match }) => match === 'starts')
    .map((entry) => ({ entry, start: foldCode(entry.text) }))
    .filter(({ start }) => start !== '' && code.startsWith(start));
  const longest = Math.max(0, ...fitting.map(({ start }) => start.length));
  return fitting.filter(({ start }) => start.length === longest).map(({ entry }) => entry);
}

const SHORTEST_FOR_A_GUESS = 4;

function nearest(table: readonly RuleEntry[], code: string): string | null {
  if (code.length < SHORTEST_FOR_A_GUESS) return null;
  const near = table.filter(({ match, text }) => match === 'is' && isOneSlip(foldCode(text), code));
  const texts = new Set(near.map(({ text }) => foldCode(text)));
  return texts.size === 1 ? (near[0]?.text ?? null) : null;
}

/** One letter more, less, other, or two neighbours swapped. */
export function isOneSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const rest = (text: string, from: number): string => text.slice(from);
  if (rest(one, start + 1) === rest(other, start)) return true;
  if (rest(one, start) === rest(other, start + 1)) return true;
  if (rest(one, start + 1) === rest(other, start + 1)) return true;
  const swapped = one[start] === other[start + 1] && one[start + 1] === other[start];
  return swapped && rest(one, start + 2) === rest(other, start + 2);
}
