import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDb, type WritableDb } from '../../main/store/database.ts';
import { addRows, addRowsForIds, readAll, sql } from '../../main/store/sql.ts';
import { emptyStore } from '../support/store-with-orders.ts';

let db: WritableDb;
beforeEach(() => {
  db = emptyStore();
  db.raw.exec(
    'CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT UNIQUE, times INTEGER, kind TEXT)',
  );
});
afterEach(() => closeDb(db));

const ADD = "INSERT INTO word (text, times, kind) VALUES (?, ?, 'new')";
const SAVE = `${ADD} ON CONFLICT (text) DO UPDATE SET times = times + excluded.times, kind = 'old'`;
const words = (count: number) => Array.from({ length: count }, (_, at) => [`word ${at}`, at]);
const stored = () =>
  readAll<{ id: number; text: string; times: number; kind: string }>(
    db,
    sql`SELECT id, text, times, kind FROM word ORDER BY id`,
  );

describe('rows of one table', () => {
  it.each([0, 1, 7, 8, 9, 16, 23])('go in as they stand: %i of them', (count) => {
    const last = addRows(db, ADD, words(count));
    expect(last).toBe(count);
    expect(stored()).toEqual(
      words(count).map(([text, times], at) => ({ id: at + 1, text, times, kind: 'new' })),
    );
  });

  it('tell their ids, whatever was there', () => {
    db.raw.exec("INSERT INTO word (id, text) VALUES (100, 'a'), (3, 'b')");
    const ids = addRowsForIds(db, ADD, words(11));
    expect(ids).toEqual(Array.from({ length: 11 }, (_, at) => 101 + at));
    expect(stored().filter(({ kind }) => kind === 'new')).toEqual(
      words(11).map(([text, times], at) => ({ id: ids[at], text, times, kind: 'new' })),
    );
  });

  it('are added to those that are known, also to one of the same call', () => {
    addRows(db, SAVE, [...words(12), ...words(12)]);
    expect(stored()).toEqual(
      words(12).map(([text, times], at) => ({
        id: at + 1,
        text,
        times: Number(times) * 2,
        kind: 'old',
      })),
    );
  });
});
