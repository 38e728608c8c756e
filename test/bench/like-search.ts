import { foldWords } from '../../main/domain/orders/search-words.ts';
import type { ReadableDb } from '../../main/store/database.ts';

/** Columns the search index covers, dishes left out: that spares the rival a join. */
const COLUMNS = [
  'guest',
  'street',
  'house',
  'flat',
  'address_line',
  'comment',
  'number',
  'external_number',
  'phone',
];

/** The newest orders that hold every word somewhere, by LIKE; digits alone as one number. */
export function likeNewest(db: ReadableDb, text: string, count: number): unknown[] {
  const digits = /^[\d\s()+-]+$/.test(text) ? text.replace(/\D/g, '').slice(-10) : null;
  const words = digits === null ? foldWords(text).split(' ') : [digits];
  const everyWord = words
    .map(() => `(${COLUMNS.map((column) => `${column} LIKE ?`).join(' OR ')})`)
    .join(' AND ');
  const values = words.flatMap((word) => COLUMNS.map(() => `%${word}%`));
  return db.raw
    .prepare(`SELECT * FROM delivery WHERE ${everyWord} ORDER BY id DESC LIMIT ?`)
    .all(...values, count);
}
