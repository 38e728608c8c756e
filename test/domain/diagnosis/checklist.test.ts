import { describe, expect, test } from 'vitest';
import { checklistsOf, type ChecklistEvidence } from '../../../main/domain/diagnosis/checklist.ts';
import { compareVersions, isOlderThan } from '../../../main/domain/diagnosis/vendor-version.ts';
import { versionNeeds } from '../../../main/domain/diagnosis/version-needs.ts';
import { betterAddress, serverInfoUrl } from '../../../main/domain/diagnosis/server-address.ts';
import { openTexts } from '../../../main/hosts/texts.ts';

const NOTHING: ChecklistEvidence = {
  connected: false,
  contacted: false,
  venues: 0,
  cities: 0,
  streets: 0,
  zones: 0,
  menuGroups: 0,
  menuItems: 0,
  marketingSources: 0,
  foreignOrders: 0,
  knownCustomers: 0,
  numbers: { orders: 0, clashes: 0, number: '', venue: '' },
  tariff: null,
  chain: null,
  ticked: new Set(),
};

const stateOf = (id: string, over: Partial<ChecklistEvidence> = {}): string | undefined =>
  checklistsOf({ ...NOTHING, ...over })
    .flatMap(({ items }) => items)
    .find((item) => item.id === id)?.state;

describe('checklists', () => {
  test('tick by themselves what the Cloud proves, and nothing else', () => {
    expect(stateOf('cities-export')).toBe('open');
    expect(stateOf('cities-export', { cities: 2 })).toBe('proven');
    expect(stateOf('menu-export', { cities: 2, contacted: true })).toBe('open');
    expect(stateOf('menu-export', { menuItems: 40 })).toBe('proven');
    expect(stateOf('menu-groups', { menuItems: 40 })).toBe('open');
    expect(stateOf('menu-export', { ticked: new Set(['menu-export']) })).toBe('ticked');
  });

  test('say «not on your tariff», never error, unless the thing is there after all', () => {
    expect(stateOf('call-centre-licence', { tariff: 'start' })).toBe('not-on-tariff');
    expect(stateOf('maps-and-schedule', { tariff: 'start' })).toBe('not-on-tariff');
    expect(stateOf('maps-and-schedule', { tariff: 'start', zones: 3 })).toBe('proven');
    expect(stateOf('call-centre-server', { chain: false })).toBe('not-needed');
  });

  test('hold numbers of orders against each other, and a tick against them both', () => {
    const numbers = { orders: 40, clashes: 0, number: '', venue: '' };
    const shared = { ...numbers, clashes: 2, number: '7', venue: 'Север' };
    expect(stateOf('numbers-apart')).toBe('open');
    expect(stateOf('numbers-apart', { numbers })).toBe('proven');
    const ticked = new Set(['numbers-apart']);
    expect(stateOf('numbers-apart', { numbers: shared, ticked })).toBe('open');
  });

  test.each(['ru', 'en'] as const)('have texts (%s)', (language) => {
    const { text } = openTexts(language);
    const full = { ...NOTHING, contacted: true, venues: 1, cities: 1, streets: 1, zones: 1 };
    const menu = { menuGroups: 1, menuItems: 1 };
    const evidence = { ...full, ...menu, marketingSources: 1, foreignOrders: 1, knownCustomers: 1 };
    const apart = { orders: 1, clashes: 0, number: '', venue: '' };
    for (const { id, items } of [
      ...checklistsOf({ ...evidence, numbers: apart }),
      ...checklistsOf({ ...evidence, numbers: { ...apart, clashes: 1 } }),
    ]) {
      const facts = items.flatMap((item) =>
        item.fact ? [`diagnosis.fact.${item.fact.code}`] : [],
      );
      const own = items.flatMap((item) => [
        `checklist.item.${item.id}`,
        `checklist.advice.${item.id}`,
      ]);
      for (const key of [`checklist.${id}`, ...own, ...facts]) expect(text(key)).not.toBe(key);
    }
    for (const { need } of versionNeeds([])) {
      expect(text(`checklist.version.${need}`)).not.toBe(`checklist.version.${need}`);
    }
  });
});

describe('versions', () => {
  test.each([
    ['4.1', 'product', 'too-old'],
    ['4.2', 'product', 'fits'],
    ['7.1.6', 'plugins', 'too-old'],
    ['7.1.7', 'plugins', 'fits'],
    ['7.2.3', 'plugins', 'too-old'],
    ['7.2.4', 'plugins', 'fits'],
    ['9.2.7015.0', 'plugins', 'fits'],
  ])('%s for %s: %s', (version, need, verdict) => {
    const row = versionNeeds([{ version, where: 'x' }]).find((one) => one.need === need);
    expect(row?.verdict).toBe(verdict);
  });

  test('judge by the oldest, and admit to know none', () => {
    const seen = [
      { version: '9.1', where: 'Север' },
      { version: '7.0.1', where: 'Юг' },
      { version: 'dev', where: 'Запад' },
    ];
    expect(versionNeeds(seen)[0]).toMatchObject({ version: '7.0.1', where: 'Юг' });
    expect(versionNeeds([])[0]).toMatchObject({ verdict: 'unknown' });
  });

  test('compare part by part, not as text', () => {
    expect(compareVersions('7.10', '7.9')).toBeGreaterThan(0);
    expect(compareVersions('7', '7.0.0')).toBe(0);
    expect(compareVersions('beta', '7')).toBeNull();
    expect(isOlderThan('beta', '4.2')).toBe(false);
  });
});

describe('addresses', () => {
  test.each([
    ['http://pizza.iiko.it:8080/resto', 'https://pizza.iiko.it:443/resto'],
    ['http://pizza.iiko.it', 'https://pizza.iiko.it:443/resto'],
    ['http://10.0.0.5:8080', 'http://10.0.0.5:8080/resto'],
    ['http://10.0.0.5:8080/resto/', null],
    ['https://pizza.iiko.it:443/resto', null],
    ['ftp://x/resto', null],
    ['адрес', null],
  ])('%s is better as %s', (given, better) => {
    expect(betterAddress(given)).toBe(better);
  });

  test('asks without whoever is named in the address', () => {
    expect(serverInfoUrl('http://me:secret@x:8080/resto/?a=1#b')).toBe(
      'http://x:8080/resto/get_server_info.jsp?encoding=utf-8',
    );
  });
});
