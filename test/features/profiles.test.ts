import { beforeEach, describe, expect, test } from 'vitest';
import type { Handlers } from '../../main/contract/define.ts';
import type { profiles } from '../../main/contract/profiles.ts';
import type { Announce } from '../../main/contract/index.ts';
import { Failure } from '../../main/domain/failure.ts';
import {
  changeProfiles,
  ensureFirstProfile,
  readProfilesHandlers,
} from '../../main/features/profiles/index.ts';
import { LOCK_MS } from '../../main/features/profiles/pin-guard.ts';
import { openWritable, type WritableDb } from '../../main/store/database.ts';
import { requireRight } from '../../main/store/require-right.ts';
import { codeOf } from '../support/failure-of.ts';

let db: WritableDb;
let clock = 1_800_000_000_000;
let slept: number[] = [];
let told: string[] = [];
let change: Handlers<typeof profiles, 'core'>;
let read: Handlers<typeof profiles, 'list'>;

const outside = {
  now: () => clock,
  sleep: (ms: number) => {
    slept.push(ms);
    return Promise.resolve();
  },
};

const list = async () => await read.list({});

beforeEach(() => {
  db = openWritable(':memory:');
  slept = [];
  told = [];
  const announce: Announce = (topic) => void told.push(topic);
  change = changeProfiles(db, outside, announce);
  read = readProfilesHandlers(db);
  ensureFirstProfile(db, 'Марина', clock);
});

describe('first start', () => {
  test('makes the Windows user a manager who is not locked out', async () => {
    ensureFirstProfile(db, 'Somebody else', clock);
    const [only, ...others] = await list();
    expect(others).toEqual([]);
    expect(only).toMatchObject({ name: 'Марина', preset: 'manager', active: true, hasPin: false });
    expect(only?.rights).toContain('edit-profiles');
    expect(only?.rights).toContain('see-phones');
  });

  test('a nameless user gets a name', async () => {
    db = openWritable(':memory:');
    ensureFirstProfile(db, '  ', clock);
    expect((await readProfilesHandlers(db).list({}))[0]?.name).not.toBe('');
  });
});

describe('rights', () => {
  const operator = {
    name: 'Оля',
    preset: 'operator',
    rights: ['edit-reviews'],
    pin: null,
  } as const;

  test('an operator may change nobody, and is told which right is missing', async () => {
    const added = await change.add({ ...operator, rights: [...operator.rights] });
    await change.switchTo({ profileId: added.id, pin: null });
    expect(() => requireRight(db, 'see-phones')).toThrow(Failure);
    expect(await codeOf(() => change.add({ ...operator, name: 'X', rights: [] }))).toBe(
      'profiles.right-missing',
    );
    expect(await codeOf(() => change.remove({ profileId: added.id }))).toBe(
      'profiles.right-missing',
    );
  });

  test('two people can not share a name, whatever its case', async () => {
    expect(await codeOf(() => change.add({ ...operator, name: 'МАРИНА', rights: [] }))).toBe(
      'profiles.name-taken',
    );
  });

  test('the last one who may change profiles keeps that right and stays', async () => {
    const [me] = await list();
    const same = { profileId: me!.id, name: me!.name, preset: me!.preset, pin: null };
    expect(await codeOf(() => change.change({ ...same, rights: [] }))).toBe('profiles.last-editor');
    expect(await codeOf(() => change.remove({ profileId: me!.id }))).toBe('profiles.is-active');
  });

  test('every change is announced', async () => {
    const added = await change.add({ ...operator, rights: [...operator.rights] });
    await change.remove({ profileId: added.id });
    expect(told).toEqual(['profiles.changed', 'profiles.changed']);
    expect(await list()).toHaveLength(1);
  });
});

describe('PIN', () => {
  let guarded = 0;
  const tryPin = (pin: string | null) => codeOf(() => change.switchTo({ profileId: guarded, pin }));

  beforeEach(async () => {
    const added = await change.add({
      name: 'Установщик',
      preset: 'installer',
      rights: ['edit-settings'],
      pin: '4321',
    });
    guarded = added.id;
  });

  test('lets in who knows it and nobody else, with a growing pause', async () => {
    expect(await tryPin(null)).toBe('profiles.pin-needed');
    expect(await tryPin('1111')).toBe('profiles.wrong-pin');
    expect(await tryPin('2222')).toBe('profiles.wrong-pin');
    expect(slept[1]).toBeGreaterThan(slept[0]!);
    expect(await tryPin('4321')).toBe('passed');
    expect((await list()).find(({ active }) => active)?.id).toBe(guarded);
  });

  test('is locked after five wrong tries, even for the right one, until the time is over', async () => {
    for (const pin of ['1111', '2222', '3333', '4444']) await tryPin(pin);
    expect(await tryPin('5555')).toBe('profiles.pin-locked');
    expect(await tryPin('4321')).toBe('profiles.pin-locked');
    clock += LOCK_MS + 1;
    expect(await tryPin('4321')).toBe('passed');
  });

  test('many tries at once gain nothing', async () => {
    const pins = ['1000', '1001', '1002', '1003', '1004', '1005', '4321'];
    const answers = await Promise.all(pins.map((pin) => tryPin(pin)));
    expect(answers.slice(5)).toEqual(['profiles.pin-locked', 'profiles.pin-locked']);
  });

  test('is stored as a salted hash only', () => {
    const row = db.raw.prepare('SELECT * FROM profile WHERE id = ?').get(guarded) as {
      pin_salt: Uint8Array;
      pin_hash: Uint8Array;
    };
    expect(row.pin_salt).toHaveLength(16);
    expect(row.pin_hash).toHaveLength(32);
    expect(JSON.stringify(row)).not.toContain('4321');
  });

  test('can be removed and kept by an editor', async () => {
    const same = { profileId: guarded, name: 'Установщик', preset: 'installer' } as const;
    expect((await change.change({ ...same, rights: [], pin: null })).hasPin).toBe(true);
    expect((await change.change({ ...same, rights: [], pin: '' })).hasPin).toBe(false);
    expect(await tryPin(null)).toBe('passed');
  });
});
