import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Profile } from '../../main/contract/profiles.ts';
import { TRANSPORTS, type TestTransport } from './support/transports.ts';

describe.each(Object.entries(TRANSPORTS))('over %s', (_name, open) => {
  let transport: TestTransport;
  beforeAll(async () => {
    transport = await open();
  });
  afterAll(() => transport.close());

  test('a question is answered', async () => {
    const outcome = await transport.call('settings.about', {});
    expect(outcome).toMatchObject({ ok: true, value: { host: 'test', firstRun: true } });
  });

  test('every lane answers', async () => {
    const personal = await transport.call('settings.personal', {});
    const catalogue = await transport.call('connections.catalogue', {});
    expect([personal.ok, catalogue.ok]).toEqual([true, true]);
  });

  test('what one lane writes the other reads at once', async () => {
    const profile = { name: 'Мария', preset: 'operator', rights: [], pin: null };
    const added = await transport.call('profiles.add', profile);
    expect(added).toMatchObject({ ok: true, value: { name: 'Мария' } });
    const listed = await transport.call('profiles.list', {});
    const names = listed.ok ? (listed.value as readonly Profile[]).map(({ name }) => name) : [];
    expect(names).toContain('Мария');
  });

  test('announcements arrive', async () => {
    const heard: string[] = [];
    transport.subscribe((topic) => heard.push(topic));
    await expect
      .poll(
        async () => {
          await transport.call('settings.changePersonal', { theme: 'dark' });
          return heard;
        },
        { interval: 100 },
      )
      .toContain('settings.changed');
  });

  test.each([
    ['nothing', ''],
    ['no section', 'about'],
    ['no such name', 'settings.nothing'],
    ['an announcement', 'settings.changed'],
    ['a prototype key', '__proto__.toString'],
    ['an inherited name', 'settings.hasOwnProperty'],
    ['a constructor', 'constructor.name'],
    ['three parts', 'settings.about.more'],
  ])('unknown topic is invalid: %s', async (_what, topic) => {
    const failure = { kind: 'invalid', code: 'contract.unknown-topic' };
    expect(await transport.call(topic, {})).toMatchObject({ ok: false, failure });
  });

  test.each([
    ['a wrong type', 5],
    ['an unknown field', { more: 1 }],
    ['a list', []],
    ['null', null],
    ['a polluting key', JSON.parse('{"__proto__":{"polluted":true}}')],
  ])('wrong input is invalid: %s', async (_what, input) => {
    const failure = { kind: 'invalid', code: 'contract.bad-input' };
    expect(await transport.call('settings.about', input)).toMatchObject({ ok: false, failure });
  });

  test('more than a megabyte is invalid', async () => {
    const input = { text: 'x'.repeat(1_100_000) };
    const failure = { kind: 'invalid', code: 'contract.too-large' };
    expect(await transport.call('settings.about', input)).toMatchObject({ ok: false, failure });
  });

  test('a failure keeps its kind, code and parameters', async () => {
    const outcome = await transport.call('profiles.remove', { profileId: 999 });
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });
});
