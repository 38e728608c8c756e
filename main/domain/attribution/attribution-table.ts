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

type FoldedEntry = Readonly<{ entry: RuleEntry; code: string }>;

/** A table is looked up for every order: its lines are folded once. */
const foldedTables = new WeakMap<readonly RuleEntry[], readonly FoldedEntry[]>();

function foldedTable(table: readonly RuleEntry[]): readonly FoldedEntry[] {
  const known = foldedTables.get(table);
  if (known) return known;
  const folded = table.map((entry) => ({ entry, code: foldCode(entry.text) }));
  foldedTables.set(table, folded);
  return folded;
}

/**
 * Looks a value up: exact lines before beginnings, a longer beginning before a shorter one. Two
 * equally good lines that name different sources are refused rather than guessed (feature 153).
 */
export function lookUp(table: readonly RuleEntry[], value: string): LookedUp {
  if (table.length === 0) return { type: 'unlisted', near: null };
  const code = foldCode(value);
  const lines = foldedTable(table);
  const exact = lines.filter((line) => line.entry.match === 'is' && line.code === code);
  const best = exact.length > 0 ? exact : longestBeginnings(lines, code);
  const [first] = best;
  if (!first) return { type: 'unlisted', near: nearest(lines, code) };
  const keys = new Set(best.map(({ entry }) => pathKey(entry.source)));
  return keys.size === 1 ? { type: 'found', source: first.entry.source } : { type: 'ambiguous' };
}

function longestBeginnings(lines: readonly FoldedEntry[], value: string): readonly FoldedEntry[] {
  const fitting = lines.filter(
    ({ entry, code }) => entry.match === 'starts' && code !== '' && value.startsWith(code),
  );
  const longest = Math.max(0, ...fitting.map(({ code }) => code.length));
  return fitting.filter(({ code }) => code.length === longest);
}

const SHORTEST_FOR_A_GUESS = 4;

function nearest(lines: readonly FoldedEntry[], value: string): string | null {
  if (value.length < SHORTEST_FOR_A_GUESS) return null;
  const near = lines.filter(({ entry, code }) => entry.match === 'is' && isOneSlip(code, value));
  const codes = new Set(near.map(({ code }) => code));
  return codes.size === 1 ? (near[0]?.entry.text ?? null) : null;
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
