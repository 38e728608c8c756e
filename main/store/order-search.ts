import { phoneTail } from '../domain/phone.ts';
import { foldWords } from '../domain/search-words.ts';
import type { ReadableDb } from './database.ts';
import { readAll, sql } from './sql.ts';

/** More than this nobody reads; the list then says that it shows the newest only. */
export const MOST_FOUND = 2000;

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

/**
 * Words by their beginning from three letters on: the search index keeps beginnings of three. Shorter
 * ones and numbers are sought whole, since the beginning «1» is shared by a fifth of all numbers.
 */
const matchOf = (word: string): string => (/^\p{L}{3}/u.test(word) ? `"${word}"*` : `"${word}"`);

/** A single letter is «к.» or «д.» of an address, which the orders do not repeat. */
const isTelling = (word: string): boolean => word.length > 1 || /\d/.test(word);

/** Whole words first: when they alone fill the list, the dearer beginnings need not be sought. */
function byWords(db: ReadableDb, text: string): number[] {
  const words = foldWords(text).split(' ').filter(isTelling);
  if (words.length === 0) return [];
  const whole = matching(db, words.map((word) => `"${word}"`).join(' AND '));
  return whole.length > MOST_FOUND ? whole : matching(db, words.map(matchOf).join(' AND '));
}

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
