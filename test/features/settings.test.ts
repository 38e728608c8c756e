import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Handlers } from '../../main/contract/define.ts';
import type { settings } from '../../main/contract/settings.ts';
import { personalSettings } from '../../main/contract/settings.ts';
import { changeProfiles, ensureFirstProfile } from '../../main/features/profiles/index.ts';
import { changeSettings, readSettings } from '../../main/features/settings/index.ts';
import { openWritable, type WritableDb } from '../../main/store/database.ts';

let db: WritableDb;
let folder = '';
let told: string[] = [];
let change: Handlers<typeof settings, 'core'>;
let read: Handlers<typeof settings, 'list'>;

const announce = (topic: string): void => void told.push(topic);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'настройки '));
  db = openWritable(':memory:');
  told = [];
  const outside = {
    host: 'test' as const,
    dataFolder: folder,
    startDemo: null,
    localIikoRoots: [folder],
    now: () => 1_800_000_000_000,
  };
  change = changeSettings(db, outside, announce, '0.1.0');
  read = readSettings(db);
  ensureFirstProfile(db, 'Марина', 1_800_000_000_000);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the defaults fit their own schema', async () => {
  const defaults = await read.personal({});
  expect(personalSettings.parse(defaults)).toEqual(defaults);
  expect(defaults.language).toBe('ru');
});

test('a change stays with its profile only', async () => {
  expect((await change.changePersonal({ theme: 'dark', cardWidth: 500 })).theme).toBe('dark');
  expect(told).toEqual(['settings.changed']);
  const people = changeProfiles(db, { now: Date.now, sleep: () => Promise.resolve() }, announce);
  const other = await people.add({ name: 'Оля', preset: 'operator', rights: [], pin: null });
  await people.switchTo({ profileId: other.id, pin: null });
  expect((await read.personal({})).theme).toBe('system');
  expect(await read.personal({})).not.toHaveProperty('name');
});

test('a stored value that no longer fits falls back alone', async () => {
  await change.changePersonal({ theme: 'dark', cardWidth: 500 });
  db.raw.prepare("UPDATE personal_setting SET value = '9' WHERE name = 'theme'").run();
  db.raw.prepare("INSERT INTO personal_setting VALUES (1, 'toString', '1')").run();
  expect(await read.personal({})).toMatchObject({ theme: 'system', cardWidth: 500 });
});

test('the first run is over once and for all', async () => {
  expect(await change.about({})).toMatchObject({ firstRun: true, demoAvailable: false });
  await change.finishFirstRun({});
  expect((await change.about({})).firstRun).toBe(false);
});

test('finds the programs of iiko that left files on this PC, however their folders are spelt', async () => {
  expect(await change.findLocalIiko({})).toEqual({ searched: [folder], found: [] });
  mkdirSync(join(folder, 'iiko', 'cashserver'), { recursive: true });
  mkdirSync(join(folder, 'iiko', 'Rms', 'Default'), { recursive: true });
  const { found } = await change.findLocalIiko({});
  expect(found).toEqual([
    { path: join(folder, 'iiko', 'cashserver'), product: 'iikoFront' },
    { path: join(folder, 'iiko', 'Rms'), product: 'iikoOffice' },
  ]);
});

test('a root that is not there is no error', async () => {
  rmSync(folder, { recursive: true });
  expect((await change.findLocalIiko({})).found).toEqual([]);
});
