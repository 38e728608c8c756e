import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findIikoFiles } from '../../../main/documents/iiko-files/find-iiko-files.ts';
import { canLink, DELIVERY, iikoFolderOfTest, roaming } from './iiko-folder.ts';

const { folder, put } = iikoFolderOfTest();

test('every profile, both brands, all programs, in any spelling', async () => {
  put(...roaming('Касса'), 'iiko', 'CashServer', 'config.xml');
  put(...roaming('Касса'), 'iiko', 'CashServer', ...DELIVERY);
  put(...roaming('Касса'), 'iiko', 'CashServer', 'CashServerInfo.xml');
  put(...roaming('Касса'), 'iiko', 'CashServer', 'Logs', 'cash-server.log');
  put(...roaming('Касса'), 'iiko', 'CashServer', 'Logs', 'plugin-Resto.Front.Api.Delivery.log');
  put(...roaming('admin'), 'Syrve', 'cashserver', 'CONFIG.XML');
  put(...roaming('office'), 'iiko', 'Rms', 'Default', 'config', 'backclient.config.xml');
  put(...roaming('office'), 'iiko', 'Chain', 'net', 'config', 'backclient.config.xml');
  // Strangers: another program, another plugin, a file of ours in the wrong place.
  put(...roaming('Касса'), 'Other', 'config.xml');
  put(...roaming('Касса'), 'iiko', 'CashServer', 'PluginConfigs', 'Other', 'config.xml');
  put(...roaming('Касса'), 'iiko', 'CashServer', 'Plugins', 'config.xml');
  const { files } = await findIikoFiles({ path: join(folder(), 'Users'), own: true });
  expect(files.map(({ kind, brand, owner }) => `${kind} ${brand} ${owner}`).toSorted()).toEqual([
    'backclient iiko office',
    'backclient iiko office',
    'cash-server-info iiko Касса',
    'delivery-plugin iiko Касса',
    'front iiko Касса',
    'front syrve admin',
    'log iiko Касса',
    'log iiko Касса',
  ]);
  const till = join(folder(), ...roaming('Касса'), 'iiko', 'CashServer');
  expect(new Set(files.filter(({ owner }) => owner === 'Касса').map(({ place }) => place))).toEqual(
    new Set([till]),
  );
});

test.each([
  ['roaming data', roaming('a'), 'iiko/CashServer/config.xml'],
  ['the brand', [...roaming('a'), 'iiko'], 'CashServer/config.xml'],
  ['the till', [...roaming('a'), 'iiko', 'CashServer'], 'config.xml'],
])('the root may be %s', async (_, root, below) => {
  put(...root, ...below.split('/'));
  const { files } = await findIikoFiles({ path: join(folder(), ...root), own: true });
  expect(files).toMatchObject([{ kind: 'front', brand: 'iiko', owner: 'a' }]);
});

test('iikoOffice tells the version of iiko', async () => {
  const path = put(
    ...roaming('office'),
    'iiko',
    'Rms',
    'Default',
    'config',
    'backclient.config.xml',
  );
  const version = async () =>
    (await findIikoFiles({ path: folder(), own: false })).files.map((file) => file.programVersion);
  expect(await version()).toEqual([null]);
  writeFileSync(path, '<config><ServersList><Version>8.9.7015.0</Version></ServersList></config>');
  expect(await version()).toEqual(['8.9.7015.0']);
  writeFileSync(path, '<config><Ser');
  expect(await version()).toEqual([null]);
});

test('the newest comes first', async () => {
  const old = put('till', 'CashServer', 'config.xml');
  const young = put('till', 'CashServer', ...DELIVERY);
  utimesSync(old, 1000, 1000);
  utimesSync(young, 2000, 2000);
  const { files } = await findIikoFiles({ path: folder(), own: false });
  expect(files.map(({ path, modifiedAt }) => [path, modifiedAt])).toEqual([
    [young, 2_000_000],
    [old, 1_000_000],
  ]);
});

test('an added folder tells its terminals apart', async () => {
  put('касса 1', 'config.xml');
  put('касса 1', 'deliveryPluginConfig.xml');
  put('касса 2', 'CashServer', 'config.xml');
  put('server', 'resto.properties');
  put('server', 'other.properties');
  const { files, absent } = await findIikoFiles({ path: folder(), own: false });
  expect(files.map(({ kind, owner }) => `${kind} ${owner}`).toSorted()).toEqual([
    'delivery-plugin касса 1',
    'front касса 1',
    'front касса 2',
    'resto-properties server',
  ]);
  expect(absent).toEqual([
    {
      kind: 'delivery-plugin',
      owner: 'касса 2',
      place: join(folder(), 'касса 2', 'CashServer'),
      reason: 'plugin-never-started',
    },
  ]);
});

test.each([
  ['nothing at all', [], 'nothing-installed'],
  [
    'iikoOffice alone',
    ['iiko', 'Rms', 'Default', 'config', 'backclient.config.xml'],
    'front-never-started',
  ],
])('with %s it says why there is no till', async (_, names, reason) => {
  if (names.length > 0) put(...names);
  const { absent } = await findIikoFiles({ path: folder(), own: true });
  expect(absent).toMatchObject([{ kind: 'front', reason }]);
});

test('an empty profile is told by its name, not as «Roaming»', async () => {
  const roaming = join(folder(), 'Users', 'Kassa1', 'AppData', 'Roaming');
  mkdirSync(roaming, { recursive: true });
  const { absent } = await findIikoFiles({ path: roaming, own: true });
  expect(absent).toMatchObject([{ kind: 'front', owner: 'Kassa1', place: roaming }]);
});

test('a folder that is gone is said to be gone', async () => {
  const { files, absent } = await findIikoFiles({ path: join(folder(), 'none'), own: false });
  expect([files, absent]).toMatchObject([[], [{ reason: 'not-here-any-more' }]]);
});

test.skipIf(!canLink)('no link is followed, neither of a file nor of a folder', async () => {
  put('elsewhere', 'config.xml');
  put('till', 'CashServer', 'CashServerInfo.xml');
  symlinkSync(join(folder(), 'elsewhere'), join(folder(), 'till', 'linked'), 'junction');
  if (process.platform !== 'win32') {
    symlinkSync(
      join(folder(), 'elsewhere', 'config.xml'),
      join(folder(), 'till', 'CashServer', 'config.xml'),
    );
  }
  const { files } = await findIikoFiles({ path: join(folder(), 'till'), own: false });
  expect(files.map(({ kind }) => kind)).toEqual(['cash-server-info']);
});

test.skipIf(!canLink)('a root that is a link is searched where it leads', async () => {
  put('real', 'CashServer', 'config.xml');
  symlinkSync(join(folder(), 'real'), join(folder(), 'link'), 'junction');
  const { files } = await findIikoFiles({ path: join(folder(), 'link'), own: false });
  expect(files).toMatchObject([{ root: join(folder(), 'real') }]);
});
