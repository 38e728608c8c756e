import { phoneTail } from '../../domain/phone.ts';
import { foldWords } from '../../domain/orders/search-words.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, sql } from '../sql.ts';

/** More than this nobody reads; the list then says that it shows the newest only. */
export const MOST_FOUND = 1000;

export type Found = Readonly<{ ids: readonly number[]; truncated: boolean }>;

/**
 * Orders that match a search text, newest first: every word by its beginning in names, street,
 * dishes and comment; digits also as the phone's tail in any format and as the order's number.
 */
export function findMatching(db: ReadableDb, text: string): Found {
  const digits = text.replace(/\D/g, '');
  const digitsOnly = digits.length >= 3 && /^[\d\s()+‐‑–-]*$/.test(text.trim());
  const ids = new Set(byWords(db, text));
  if (digitsOnly) {
    for (const id of byPhoneTail(db, digits)) ids.add(id);
    for (const id of byNumber(db, Number(digits))) ids.add(id);
  }
  const newest = [...ids].toSorted((a, b) => b - a);
  return { ids: newest.slice(0, MOST_FOUND), truncated: newest.length > MOST_FOUND };
}

/** A beginning shared by more words than this is left to the search index itself. */
const MOST_WORDS = 60;

/** A single letter is «к.» or «д.» of an address, which the orders do not repeat. */
const isTelling = (word: string): boolean => word.length > 1 || /\d/.test(word);

function byWords(db: ReadableDb, text: string): number[] {
  const words = foldWords(text).split(' ').filter(isTelling);
  const matches = words.map((word) => matchOf(db, word));
  if (words.length === 0 || matches.includes(null)) return [];
  return matching(db, matches.join(' AND '));
}

/**
 * Words by their beginning from three letters on. Shorter ones and numbers are sought whole, since
 * the beginning «1» is shared by a fifth of all numbers. The index keeps beginnings of three; the
 * words of a longer one are named one by one, which lets the index skip where they do not meet.
 */
function matchOf(db: ReadableDb, word: string): string | null {
  if (!/^\p{L}{3}/u.test(word)) return `"${word}"`;
  if (word.length === 3) return `"${word}"*`;
  const whole = readWordsBeginning(db, word);
  if (whole.length === 0) return null;
  if (whole.length > MOST_WORDS) return `"${word}"*`;
  return `(${whole.map((known) => `"${known}"`).join(' OR ')})`;
}

const readWordsBeginning = (db: ReadableDb, beginning: string): string[] =>
  readAll<{ term: string }>(
    db,
    sql`
SELECT term
  FROM delivery_word
 WHERE term >= ${beginning}
   AND term < ${`${beginning}\u{10ffff}`}
 LIMIT ${MOST_WORDS + 1}`,
  ).map(({ term }) => term);

const matching = (db: ReadableDb, match: string): number[] =>
  ids(
    db,
    sql`
SELECT rowid AS id
  FROM delivery_search
 WHERE delivery_search MATCH ${match}
 ORDER BY rowid DESC
 LIMIT ${MOST_FOUND + 1}`,
  );

/** Numbers typed with 8 or +7 are one: the country's first digit is left out when it is all there. */
function byPhoneTail(db: ReadableDb, digits: string): number[] {
  const tail = phoneTail(digits.length === 11 ? digits.slice(1) : digits);
  return ids(
    db,
    sql`
SELECT id
  FROM delivery
 WHERE phone_tail >= ${tail}
   AND phone_tail < ${`${tail}:`}
 LIMIT ${MOST_FOUND + 1}`,
  );
}

function byNumber(db: ReadableDb, number: number): number[] {
  return ids(
    db,
    sql`
SELECT id
  FROM delivery
 WHERE number_order = ${number}
 ORDER BY id DESC
 LIMIT ${MOST_FOUND + 1}`,
  );
}

const ids = (db: ReadableDb, query: Parameters<typeof readAll>[1]): number[] =>
  readAll<{ id: number }>(db, query).map((row) => row.id);
