import { beforeEach, expect, test } from 'vitest';
import {
  readConfigRoots,
  removeConfigRoot,
  saveConfigFile,
  saveConfigRoot,
} from '../../main/store/config-files/config-files.ts';
import {
  readTerminalIds,
  saveTerminalId,
} from '../../main/store/config-files/config-terminal-ids.ts';
import {
  confirmVersion,
  promiseVersion,
  readNewestVersion,
  readPromisedVersion,
  readVersionBytes,
  readVersions,
  saveVersion,
  withdrawVersion,
} from '../../main/store/config-files/config-versions.ts';
import { openWritable, type WritableDb } from '../../main/store/database.ts';

let db: WritableDb;
let fileId = 0;

beforeEach(() => {
  db = openWritable(':memory:');
  fileId = saveConfigFile(db, { path: '/till/config.xml', kind: 'front' }, 1);
});

const draft = (bytes: Uint8Array, at = 1) =>
  ({ bytes, at, origin: 'seen', author: null, why: '' }) as const;

test('every byte value comes back as it was, in the order of the versions', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (const bytes of [all, all.toReversed(), new Uint8Array()]) {
    const id = saveVersion(db, fileId, draft(bytes));
    expect(readVersionBytes(db, id)).toEqual(bytes);
  }
  expect(readVersions(db, fileId).map(({ number, size }) => [number, size])).toEqual([
    [1, 256],
    [2, 256],
    [3, 0],
  ]);
});

test('the same bytes are stored once', () => {
  const bytes = Buffer.from('<config/>');
  for (const at of [1, 2, 3]) saveVersion(db, fileId, draft(bytes, at));
  const { count } = db.raw.prepare('SELECT count(*) AS count FROM config_content').get() as {
    count: number;
  };
  expect([count, readVersions(db, fileId).length]).toEqual([1, 3]);
});

test('a promise is no version until it is confirmed, and leaves nothing when withdrawn', () => {
  saveVersion(db, fileId, draft(Buffer.from('1')));
  const first = promiseVersion(db, fileId, draft(Buffer.from('2')));
  expect([readNewestVersion(db, fileId)?.number, readPromisedVersion(db, fileId)?.id]).toEqual([
    1,
    first,
  ]);
  expect(confirmVersion(db, first)).toBe(true);
  withdrawVersion(db, first);
  expect([readNewestVersion(db, fileId)?.id, readPromisedVersion(db, fileId)]).toEqual([
    first,
    undefined,
  ]);
  const second = promiseVersion(db, fileId, draft(Buffer.from('3')));
  withdrawVersion(db, second);
  expect(confirmVersion(db, second)).toBe(false);
  expect(readVersions(db, fileId)).toHaveLength(2);
});

test('a file keeps its number, a root its place', () => {
  expect(saveConfigFile(db, { path: '/till/config.xml', kind: 'delivery-plugin' }, 9)).toBe(fileId);
  expect(saveConfigFile(db, { path: '/till/other.xml', kind: 'front' }, 9)).not.toBe(fileId);
  const root = saveConfigRoot(db, '/касса 2', 5);
  expect(saveConfigRoot(db, '/касса 2', 9)).toEqual(root);
  removeConfigRoot(db, root.id);
  expect(readConfigRoots(db)).toEqual([]);
});

test('every identity is kept with the time it was seen in, the last one first', () => {
  saveTerminalId(db, fileId, 'a', 1);
  saveTerminalId(db, fileId, 'b', 2);
  saveTerminalId(db, fileId, 'a', 3);
  expect(readTerminalIds(db, fileId)).toEqual([
    { value: 'a', firstSeenAt: 1, lastSeenAt: 3 },
    { value: 'b', firstSeenAt: 2, lastSeenAt: 2 },
  ]);
});

test('what a person was told is saved is on the disk', () => {
  const asked: string[] = [];
  const { pragma } = db.raw;
  db.raw.pragma = ((text: string, options?: object) => {
    asked.push(text);
    return pragma.call(db.raw, text, options);
  }) as typeof pragma;
  saveVersion(db, fileId, draft(Buffer.from('1')));
  confirmVersion(db, promiseVersion(db, fileId, draft(Buffer.from('2'))));
  saveTerminalId(db, fileId, 'a', 1);
  saveConfigRoot(db, '/x', 1);
  expect(asked.filter((text) => text === 'synchronous = FULL').length).toBe(5);
});
