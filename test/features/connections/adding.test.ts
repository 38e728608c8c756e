import { describe, expect, test } from 'vitest';
import { saveActiveProfile, saveNewProfile } from '../../../main/store/profiles.ts';
import { connectedStoreOfTest } from '../../support/connected-store.ts';
import { codeOf } from '../../support/failure-of.ts';

const store = connectedStoreOfTest();

describe('adding', () => {
  test('reads organizations and venues and guesses each zone', async () => {
    const added = await store().add();
    expect(added).toMatchObject({ name: 'Суши Томск +1', secretKept: true, paused: false });
    const zones = added.organizations.map(({ name, zone, zoneOrigin }) => [name, zone, zoneOrigin]);
    expect(zones).toEqual([
      ['Суши Сургут', 'Asia/Yekaterinburg', 'vendor'],
      ['Суши Томск', 'Asia/Tomsk', 'vendor'],
    ]);
    expect(added.organizations[0]?.venues.map(({ name }) => name)).toEqual(['Ленина']);
    expect(store().told).toEqual(['connections.changed']);
  });

  test('the same login again is a conflict, even when both are added at once', async () => {
    const both = await Promise.all([
      codeOf(() => store().add()),
      codeOf(() => store().add({ settings: { host: `${store().host}/`, minIntervalMs: 0 } })),
    ]);
    expect(both.toSorted()).toEqual(['connections.already-connected', 'passed']);
    expect(await codeOf(() => store().add())).toBe('connections.already-connected');
    expect(await store().read.list({})).toHaveLength(1);
    const [card] = await store().read.catalogue({});
    expect(card).toEqual({ vendor: 'iiko-cloud', availability: 'ready', connected: 1 });
  });

  test('a refused login, a wrong shape and an unknown vendor store nothing', async () => {
    store().refused = true;
    expect(await codeOf(() => store().add())).not.toBe('passed');
    expect(await codeOf(() => store().add({ secret: {} }))).toBe('source.bad-secret');
    expect(await codeOf(() => store().add({ vendor: 'x' }))).toBe('source.unknown-vendor');
    expect(await store().read.list({})).toEqual([]);
  });

  test('needs the right to', async () => {
    saveActiveProfile(
      store().db,
      saveNewProfile(store().db, { name: 'О', preset: 'operator', rights: [] }, 1),
    );
    expect(await codeOf(() => store().add())).toBe('profiles.right-missing');
    expect(await codeOf(() => store().change.addDemo({}))).toBe('profiles.right-missing');
  });
});

test('a test says each step and stores nothing', async () => {
  const report = await store().change.test({ ...store().input(), connectionId: null });
  expect(report[0]).toMatchObject({ step: 'token', state: 'passed' });
  store().refused = true;
  const [first] = await store().change.test({ ...store().input(), connectionId: null });
  expect(first).toMatchObject({ step: 'token', state: 'failed' });
  expect(await store().read.list({})).toEqual([]);
});
