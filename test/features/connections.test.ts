import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { connections } from '../../main/contract/connections.ts';
import type { Handlers, InputOf } from '../../main/contract/define.ts';
import { Failure } from '../../main/domain/failure.ts';
import {
  changeConnections,
  readConnectionsHandlers,
  resumeDemo,
  type ConnectionWork,
} from '../../main/features/connections/index.ts';
import { openWritable, type WritableDb } from '../../main/store/database.ts';
import { saveActiveProfile, saveNewProfile } from '../../main/store/profiles.ts';

const KEY = 'k3y-f0r-tests-only';
const SURGUT = '11111111-1111-4111-8111-111111111111';
const TOMSK = '22222222-2222-4222-8222-222222222222';
const VENUE = '33333333-3333-4333-8333-333333333333';

let db: WritableDb;
let server: Server;
let host = '';
let refused = false;
let told: string[] = [];
let rederived: number[] = [];
let logged: unknown[] = [];
let keyStoreLost = false;
let work: ConnectionWork;
let change: Handlers<typeof connections, 'core'>;
let read: Handlers<typeof connections, 'list'>;

const place = (id: string, name: string, latitude: number, longitude: number) => ({
  responseType: 'Extended',
  id,
  name,
  country: 'Россия',
  latitude,
  longitude,
  currencyIsoName: 'RUB',
  version: '9.2.4',
});

const ANSWERS: Readonly<Record<string, unknown>> = {
  '/api/1/organizations': {
    organizations: [
      place(TOMSK, 'Суши Томск', 56.49, 84.95),
      place(SURGUT, 'Суши Сургут', 61.25, 73.4),
    ],
  },
  '/api/1/terminal_groups': {
    terminalGroups: [
      {
        organizationId: SURGUT,
        items: [{ id: VENUE, organizationId: SURGUT, name: 'Ленина', address: '', timeZone: '' }],
      },
    ],
    terminalGroupsInSleep: [],
  },
};

/** The vendor: a real server that knows one login. */
function answer(path: string, body: string): readonly [number, unknown] {
  if (path.includes('access_token')) {
    const fits = !refused && body.includes(KEY);
    return fits
      ? [200, { token: 'token' }]
      : [401, { errorDescription: 'Login is not authorized' }];
  }
  return ANSWERS[path] === undefined ? [400, {}] : [200, ANSWERS[path]];
}

const input = (more: Partial<InputOf<typeof connections.add>> = {}) => ({
  vendor: 'iiko-cloud',
  name: '',
  settings: { host, minIntervalMs: 0 },
  secret: { kind: 'api-login', apiLogin: KEY },
  historyDays: 7,
  zone: null,
  ...more,
});

async function codeOf(act: () => unknown): Promise<string> {
  try {
    await act();
    return 'passed';
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
}

beforeEach(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const [status, value] = answer(request.url ?? '', body);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  [refused, keyStoreLost, told, rederived, logged] = [false, false, [], [], []];
  db = openWritable(':memory:');
  saveNewProfile(db, { name: 'Я', preset: 'installer', rights: ['edit-connections'] }, Date.now());
  work = {
    db,
    outside: {
      fetch: globalThis.fetch,
      now: Date.now,
      sleep: () => Promise.resolve(),
      random: Math.random,
      seal: (secret) => Promise.resolve(Buffer.from(secret).map((byte) => byte ^ 90)),
      unseal: (sealed) =>
        Promise.resolve(keyStoreLost ? null : Buffer.from(sealed.map((b) => b ^ 90)).toString()),
      startDemo: () => Promise.resolve({ address: host, apiLogin: KEY }),
      log: (entry) => void logged.push(entry),
    },
    announce: (topic) => void told.push(topic),
    rederiveDays: (id) => void rederived.push(id),
  };
  change = changeConnections(work);
  read = readConnectionsHandlers(db);
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
});

describe('adding', () => {
  test('reads organizations and venues and guesses each zone', async () => {
    const added = await change.add(input());
    expect(added).toMatchObject({ name: 'Суши Томск +1', secretKept: true, paused: false });
    const zones = added.organizations.map(({ name, zone, zoneOrigin }) => [name, zone, zoneOrigin]);
    expect(zones).toEqual([
      ['Суши Сургут', 'Asia/Yekaterinburg', 'vendor'],
      ['Суши Томск', 'Asia/Tomsk', 'vendor'],
    ]);
    expect(added.organizations[0]?.venues.map(({ name }) => name)).toEqual(['Ленина']);
    expect(told).toEqual(['connections.changed']);
  });

  test('the same login again is a conflict, even when both are added at once', async () => {
    const both = await Promise.all([
      codeOf(() => change.add(input())),
      codeOf(() => change.add(input({ settings: { host: `${host}/`, minIntervalMs: 0 } }))),
    ]);
    expect(both.toSorted()).toEqual(['connections.already-connected', 'passed']);
    expect(await codeOf(() => change.add(input()))).toBe('connections.already-connected');
    expect(await read.list({})).toHaveLength(1);
    const [card] = await read.catalogue({});
    expect(card).toEqual({ vendor: 'iiko-cloud', availability: 'ready', connected: 1 });
  });

  test('a refused login, a wrong shape and an unknown vendor store nothing', async () => {
    refused = true;
    expect(await codeOf(() => change.add(input()))).not.toBe('passed');
    expect(await codeOf(() => change.add(input({ secret: {} })))).toBe('source.bad-secret');
    expect(await codeOf(() => change.add(input({ vendor: 'x' })))).toBe('source.unknown-vendor');
    expect(await read.list({})).toEqual([]);
  });

  test('needs the right to', async () => {
    saveActiveProfile(db, saveNewProfile(db, { name: 'О', preset: 'operator', rights: [] }, 1));
    expect(await codeOf(() => change.add(input()))).toBe('profiles.right-missing');
    expect(await codeOf(() => change.addDemo({}))).toBe('profiles.right-missing');
  });
});

describe('the secret', () => {
  test('is nowhere in the store, the answers or the log', async () => {
    const added = await change.add(input());
    const stored = db.raw.serialize();
    expect(stored.includes(Buffer.from(KEY))).toBe(false);
    expect(JSON.stringify([added, await read.list({}), logged])).not.toContain(KEY);
  });

  test('goes to no other host than the one it was given for', async () => {
    const { id: connectionId } = await change.add(input());
    const elsewhere = { host: 'https://elsewhere.example' };
    const tested = () =>
      change.test({ vendor: 'iiko-cloud', settings: elsewhere, secret: null, connectionId });
    expect(await codeOf(tested)).toBe('connections.secret-for-new-host');
    const same = { connectionId, name: 'X', historyDays: 7, pollSeconds: 30, secret: null };
    expect(await codeOf(() => change.change({ ...same, settings: elsewhere }))).toBe(
      'connections.secret-for-new-host',
    );
  });

  test('is asked for again when the key store was lost, and all else is kept', async () => {
    const { id: connectionId } = await change.add(input());
    keyStoreLost = true;
    const settings = { host, minIntervalMs: 0 };
    const tested = () =>
      change.test({ vendor: 'iiko-cloud', settings, secret: null, connectionId });
    expect(await codeOf(tested)).toBe('connections.secret-lost');
    const [shown] = await read.list({});
    expect(shown).toMatchObject({ id: connectionId, secretKept: false });
    expect(shown?.organizations).toHaveLength(2);
    const { secret } = input();
    const common = { connectionId, name: 'Сеть', historyDays: 30, pollSeconds: 30, settings };
    expect(await change.change({ ...common, secret })).toMatchObject({
      secretKept: true,
      name: 'Сеть',
      historyDays: 30,
    });
  });
});

test('a test says each step and stores nothing', async () => {
  const report = await change.test({ ...input(), connectionId: null });
  expect(report[0]).toMatchObject({ step: 'token', state: 'passed' });
  refused = true;
  const [first] = await change.test({ ...input(), connectionId: null });
  expect(first).toMatchObject({ step: 'token', state: 'failed' });
  expect(await read.list({})).toEqual([]);
});

describe('an organization', () => {
  test('keeps what a person set when the vendor is read again', async () => {
    const [surgut] = (await change.add(input())).organizations;
    const choice = { zone: 'Asia/Omsk', closingHour: 3, chosen: true, chosenVenueIds: [1, 999] };
    const after = await change.changeOrganization({ organizationId: surgut!.id, ...choice });
    expect(after.organizations[0]).toMatchObject({
      zone: 'Asia/Omsk',
      zoneOrigin: 'person',
      closingHour: 3,
      chosen: true,
    });
    expect(after.organizations[0]?.venues[0]?.chosen).toBe(true);
    expect(rederived).toEqual([surgut!.id]);
  });

  test('a choice alone derives nothing again; a zone that is none is refused', async () => {
    const [one] = (await change.add(input())).organizations;
    const { id: organizationId, zone, closingHour } = one!;
    const choice = { organizationId, closingHour, chosen: true, chosenVenueIds: [] };
    await change.changeOrganization({ ...choice, zone });
    expect(rederived).toEqual([]);
    expect(await codeOf(() => change.changeOrganization({ ...choice, zone: 'Mars/Base' }))).toBe(
      'connections.unknown-zone',
    );
  });
});

describe('removing', () => {
  test('with its data kept can be undone, login included', async () => {
    const { id: connectionId } = await change.add(input());
    await change.remove({ connectionId, data: 'keep' });
    expect(await read.list({})).toEqual([]);
    const left = db.raw.prepare('SELECT secret FROM connection').get() as { secret: unknown };
    expect(left.secret).toBeNull();
    expect(await change.restore({ connectionId })).toMatchObject({ secretKept: true });
  });

  test('adding the same login later brings the same connection back', async () => {
    const { id: connectionId } = await change.add(input());
    await change.remove({ connectionId, data: 'keep' });
    expect((await change.add(input({ name: 'Снова' }))).id).toBe(connectionId);
  });

  test('with its data deleted can not be undone, and the login may be added anew', async () => {
    const { id: connectionId } = await change.add(input());
    db.raw
      .prepare("INSERT INTO quarantine VALUES (1, ?, 1, NULL, 'x', x'00', x'00', 1)")
      .run(connectionId);
    await change.remove({ connectionId, data: 'delete' });
    await expect.poll(() => db.raw.prepare('SELECT * FROM quarantine').all()).toEqual([]);
    expect(await codeOf(() => change.restore({ connectionId }))).toBe('connections.absent');
    for (const table of ['connection', 'organization', 'venue']) {
      expect(db.raw.prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
    }
    expect((await change.add(input())).organizations).toHaveLength(2);
  });
});

describe('the demo chain', () => {
  test('is one click, and a second click finds it', async () => {
    const first = await change.addDemo({});
    expect(first.demo).toBe(true);
    expect((await change.addDemo({})).id).toBe(first.id);
  });

  test('is followed to its new address after a restart', async () => {
    await change.addDemo({});
    const { outside } = work;
    const moved = host.replace('127.0.0.1', 'localhost');
    const startDemo = () => Promise.resolve({ address: moved, apiLogin: KEY });
    await resumeDemo({ ...work, outside: { ...outside, startDemo } });
    expect((await read.list({}))[0]?.settings['host']).toBe(moved);
  });
});
