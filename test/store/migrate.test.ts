import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeDb, openWritable, storePath, type ReadableDb } from '../../main/store/database.ts';
import { checkStoreFile } from '../../main/store/check-store-file.ts';
import { STORE_VERSION } from '../../main/store/migrate.ts';
import RELEASED from '../fixtures/store-schemas.json' with { type: 'json' };
import {
  countRows,
  fillEveryTable,
  KEPT_ORDERS,
  makeStoreOfVersion,
} from '../support/store-of-version.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'прежнее хранилище '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Everything a store is made of, as SQLite keeps it. */
const schemaOf = ({ raw }: Pick<ReadableDb, 'raw'>): unknown[] =>
  raw.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();

const pluck = ({ raw }: ReadableDb, text: string): unknown => raw.prepare(text).pluck().get();

const contentOf = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file} ${statSync(file).mtimeMs} ${readFileSync(file).toString('base64')}`);

describe('a store of an earlier program', () => {
  const earlier = Array.from({ length: STORE_VERSION - 1 }, (_, index) => index + 1);

  test.each(earlier)(
    'of schema %i becomes one of this program, and a copy of it stays',
    (version) => {
      const path = storePath(folder);
      makeStoreOfVersion(path, version);
      const db = openWritable(path);
      const fresh = openWritable(':memory:');
      expect(schemaOf(db)).toEqual(schemaOf(fresh));
      expect(pluck(db, 'PRAGMA user_version')).toBe(STORE_VERSION);
      expect(pluck(db, 'SELECT count(*) FROM delivery')).toBe(KEPT_ORDERS);
      expect(pluck(db, 'SELECT name FROM connection')).toBe('Суши «Маркет»');
      expect(db.raw.pragma('foreign_key_check')).toEqual([]);
      expect(pluck(db, 'PRAGMA integrity_check')).toBe('ok');
      closeDb(db);
      const copies = readdirSync(join(folder, 'backups'));
      expect(copies).toHaveLength(1);
      const copy = checkStoreFile(join(folder, 'backups', copies[0]!));
      expect(copy).toEqual({ fault: null, version, orders: KEPT_ORDERS });
    },
  );
});

describe('a store with a row in every table', () => {
  const earlier = Array.from({ length: STORE_VERSION - 1 }, (_, index) => index + 1);

  test.each(earlier)('of schema %i loses none of them', (version) => {
    const path = storePath(folder);
    makeStoreOfVersion(path, version);
    const before = fillEveryTable(path);
    const db = openWritable(path);
    const after = countRows(db.raw);
    const lost = [...before].filter(([table, rows]) => (after.get(table) ?? 0) < rows);
    expect([lost, db.raw.pragma('foreign_key_check')]).toEqual([[], []]);
    closeDb(db);
  });
});

/*
 * What `test/fixtures/store-schemas.json` names was handed out: stores of it exist. A change goes into
 * a migration of its own; when that is handed out too, its line is added there.
 */
describe('a schema that was handed out', () => {
  test.each(Object.entries(RELEASED))('%s is what it was', (version, digest) => {
    const path = join(folder, 'store.sqlite');
    makeStoreOfVersion(path, Number(version));
    const raw = new Database(path);
    const schema = JSON.stringify(schemaOf({ raw }));
    raw.close();
    expect(createHash('sha256').update(schema).digest('hex')).toBe(digest);
  });
});

describe('a store of a newer program', () => {
  const refusal = new RegExp(`store.newer-than-program .*"known":${STORE_VERSION}`);

  test('is refused and not one byte of it is touched', () => {
    const path = storePath(folder);
    closeDb(openWritable(path));
    const raw = new Database(path);
    raw.pragma(`user_version = ${STORE_VERSION + 3}`);
    raw.close();
    const before = contentOf(folder);
    expect(() => openWritable(path)).toThrow(refusal);
    expect(contentOf(folder)).toEqual(before);
  });

  test('is known by its log too, when that was not folded in', () => {
    const path = storePath(folder);
    closeDb(openWritable(path));
    const raw = new Database(path);
    raw.pragma('journal_mode = WAL');
    raw.pragma(`user_version = ${STORE_VERSION + 1}`);
    const logged = readFileSync(`${path}-wal`);
    expect(() => openWritable(path)).toThrow(refusal);
    expect(readFileSync(`${path}-wal`)).toEqual(logged);
    raw.close();
  });
});
