import { isStreetKind } from '../../domain/addresses/street-key.ts';
import { asCyrillic } from '../../domain/keyboard-layout.ts';
import { phoneTail } from '../../domain/phone.ts';
import { foldWords } from '../../domain/orders/search-words.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, sql, type Sql } from '../sql.ts';

/** More than this nobody reads; the list then says that it shows a part only. */
export const MOST_FOUND = 1000;

export type Found = Readonly<{ ids: readonly number[]; truncated: boolean }>;

/** What else an order must be: only such orders are counted when there are too many. */
export type Among = Readonly<{
  /** Conditions over table `delivery`; null: none. */
  where: Sql | null;
  /** No order outside of these ids meets them; null: any may. */
  ids: Readonly<{ from: number; to: number }> | null;
}>;

const ANY: Among = { where: null, ids: null };

/**
 * Orders that match a search text, the newest in the store first: every word by its beginning in
 * names, street, dishes and comment; digits also as the phone's tail in any format and as the order's
 * number. What is found nowhere is sought as it would be in the Russian keyboard layout.
 */
export function findMatching(db: ReadableDb, text: string, among: Among = ANY): Found {
  const found = findTyped(db, text, among);
  const meant = asCyrillic(text);
  return found.ids.length > 0 || meant === text.toLowerCase() ? found : findTyped(db, meant, among);
}

function findTyped(db: ReadableDb, text: string, among: Among): Found {
  const digits = text.replace(/\D/g, '');
  const digitsOnly = digits.length >= 3 && /^[\d\s()+‐‑–-]*$/.test(text.trim());
  const ids = new Set(byWords(db, text, among));
  if (digitsOnly) {
    for (const id of byPhoneTail(db, digits, among)) ids.add(id);
    for (const id of byNumber(db, Number(digits), among)) ids.add(id);
  }
  const newest = [...ids].toSorted((a, b) => b - a);
  return { ids: newest.slice(0, MOST_FOUND), truncated: newest.length > MOST_FOUND };
}

/** A beginning shared by more words than this is left to the search index itself. */
const MOST_WORDS = 60;

/** A single letter is «к.» or «д.» of an address, which the orders do not repeat. */
const isTelling = (word: string): boolean => word.length > 1 || /\d/.test(word);

/** The list writes «ул. Ленина», the vendor «улица Ленина» or «Ленина»: the kind is not sought. */
function tellingWords(text: string): readonly string[] {
  const words = foldWords(text).split(' ').filter(isTelling);
  const own = words.filter((word) => !isStreetKind(word));
  return own.length > 0 ? own : words;
}

function byWords(db: ReadableDb, text: string, among: Among): number[] {
  const words = tellingWords(text);
  const matches = words.map((word) => matchOf(db, word));
  if (words.length === 0 || matches.includes(null)) return [];
  return matching(db, matches.join(' AND '), among);
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

function matching(db: ReadableDb, match: string, { where, ids: span }: Among): number[] {
  // From the words to their orders: an order that does not match is never looked up.
  const orders = where
    ? sql`CROSS JOIN delivery ON delivery.id = delivery_search.rowid AND ${where}`
    : sql``;
  return ids(
    db,
    sql`
SELECT delivery_search.rowid AS id
  FROM delivery_search ${orders}
 WHERE delivery_search MATCH ${match}
   AND ${within(sql`delivery_search.rowid`, span)}
 ORDER BY delivery_search.rowid DESC
 LIMIT ${MOST_FOUND + 1}`,
  );
}

const within = (id: Sql, span: Among['ids']): Sql =>
  span ? sql`${id} BETWEEN ${span.from} AND ${span.to}` : sql`TRUE`;

/**
 * Numbers typed with 8 or +7 are one: the country's first digit is left out when it is all there.
 * Phone by phone: an aggregator's number stands in a third of all orders, which lie in the index in
 * the order of their ids.
 */
function byPhoneTail(db: ReadableDb, digits: string, among: Among): number[] {
  const tail = phoneTail(digits.length === 11 ? digits.slice(1) : digits);
  return readTails(db, tail).flatMap((whole) => newestWhere(db, sql`phone_tail = ${whole}`, among));
}

const readTails = (db: ReadableDb, beginning: string): string[] =>
  readAll<{ tail: string }>(
    db,
    sql`
WITH RECURSIVE known (tail) AS (
  SELECT min(phone_tail)
    FROM delivery
   WHERE phone_tail >= ${beginning}
     AND phone_tail < ${`${beginning}:`}
  UNION ALL
  SELECT (SELECT min(phone_tail)
            FROM delivery
           WHERE phone_tail > tail
             AND phone_tail < ${`${beginning}:`})
    FROM known
   WHERE tail IS NOT NULL
   LIMIT ${MOST_FOUND + 1}
)
SELECT tail
  FROM known
 WHERE tail IS NOT NULL`,
  ).map(({ tail: whole }) => whole);

const byNumber = (db: ReadableDb, number: number, among: Among): number[] =>
  newestWhere(db, sql`number_order = ${number}`, among);

/** Orders with the key of an index, from the newest id on as far as anybody reads. */
const newestWhere = (db: ReadableDb, key: Sql, { where, ids: span }: Among): number[] =>
  ids(
    db,
    sql`
SELECT id
  FROM delivery
 WHERE ${key}
   AND ${within(sql`id`, span)}
   AND ${where ?? sql`TRUE`}
 ORDER BY id DESC
 LIMIT ${MOST_FOUND + 1}`,
  );

const ids = (db: ReadableDb, query: Parameters<typeof readAll>[1]): number[] =>
  readAll<{ id: number }>(db, query).map((row) => row.id);
