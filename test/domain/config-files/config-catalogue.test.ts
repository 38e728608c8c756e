import { expect, test } from 'vitest';
import {
  CONFIG_CATALOGUE,
  knownElement,
} from '../../../main/domain/config-files/config-catalogue.ts';
import {
  movesAfter,
  type VersionOrigin,
} from '../../../main/domain/config-files/config-history.ts';
import { kindByElements, kindByName } from '../../../main/domain/config-files/config-kind.ts';
import { NOTHING_KNOWN } from '../../../main/domain/config-files/config-topology.ts';
import {
  isLocalServer,
  isSameServer,
  readServerUrl,
} from '../../../main/domain/config-files/config-url.ts';

test('every known element says where it is known from', () => {
  for (const { path, source } of CONFIG_CATALOGUE) {
    expect([path, source]).toEqual([path, expect.stringMatching(/^1\.\d$/)]);
  }
  const twice = CONFIG_CATALOGUE.map(({ kind, path }) => `${kind} ${path}`);
  expect(new Set(twice).size).toBe(twice.length);
});

test.each([
  ['10000', '30000'],
  ['45000', '45000'],
  [null, '30000'],
  ['долго', '30000'],
])('of a wait of %j ms it recommends %s', (current, advice) => {
  const known = knownElement('delivery-plugin', 'serviceMethodTimeoutMilliseconds');
  expect(known?.recommend(NOTHING_KNOWN, current)).toBe(advice);
});

test.each([
  ['deliveryPluginConfig.xml', 'delivery-plugin'],
  ['DELIVERYPLUGINCONFIG.XML', 'delivery-plugin'],
  ['config.xml', 'front'],
  ['backclient.config.xml', 'backclient'],
  ['resto-properties', 'resto-properties'],
  ['plugin-Resto.Front.Api.Transport.V9Preview3.log', 'log'],
  ['my.config.xml', null],
  ['readme.txt', null],
])('%s is by its name %s', (name, kind) => {
  expect(kindByName(name)).toBe(kind);
});

test.each([
  [['serverUrl', 'terminalId'], 'delivery-plugin'],
  [['serverUrl', 'allowHandCardRoll'], 'front'],
  [['serverUrl'], 'front'],
  [['ServersList', 'ServersList/Port', 'Login'], 'backclient'],
])('a file with %j is %s', (paths, kind) => {
  expect(kindByElements(paths)).toBe(kind);
});

test.each([
  ['http://localhost/resto', true],
  ['http://192.168.0.1/resto', true],
  ['http://172.20.1.1/resto', true],
  ['http://172.32.1.1/resto', false],
  ['http://kassa-server:8080/resto', true],
  ['http://[::1]:8080/resto', true],
  ['http://[2001:db8::1]/resto', false],
  ['https://venue.iiko.it/resto', false],
])('%s stands on the premises: %s', (text, isLocal) => {
  expect(isLocalServer(readServerUrl(text)!)).toBe(isLocal);
});

test.each([
  ['http://a.example.org/resto', 'http://A.example.org:80/resto/', true],
  ['http://a.example.org:8080/resto', 'http://a.example.org:9080/resto', false],
  ['http://v.iiko.it:8080/resto', 'https://v.iiko.it:443/resto', true],
  ['nonsense', 'nonsense', false],
])('%s and %s are one server: %s', (one, other, isSame) => {
  expect(isSameServer(one, other)).toBe(isSame);
});

test.each<[string, number | null, number | null]>([
  ['s', null, null],
  ['s e', 1, null],
  ['s e e', 2, null],
  ['s e e u', 1, 3],
  ['s e e u u', null, 2],
  ['s e e u u r', 1, 3],
  ['s e e u u r r', 2, null],
  ['s e e u e', 2, null],
  ['s e u s', 1, null],
  ['u', null, null],
])('after %s undo goes to %s and redo to %s', (steps, undo, redo) => {
  const origins: Readonly<Record<string, VersionOrigin>> = {
    s: 'seen',
    e: 'edited',
    u: 'undone',
    r: 'redone',
  };
  const history = steps.split(' ').map((step, at) => ({ id: at + 1, origin: origins[step]! }));
  expect(movesAfter(history)).toEqual({ undo, redo });
});
