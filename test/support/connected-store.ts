import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach } from 'vitest';
import type { Connection, connections } from '../../main/contract/connections.ts';
import type { Handlers, InputOf } from '../../main/contract/define.ts';
import {
  changeConnections,
  readConnectionsHandlers,
  type ConnectionWork,
} from '../../main/features/connections/index.ts';
import { openWritable, type WritableDb } from '../../main/store/database.ts';
import { saveNewProfile } from '../../main/store/profiles.ts';

/** The one login that the vendor of these tests knows. */
export const KEY = 'k3y-f0r-tests-only';
const SURGUT = '11111111-1111-4111-8111-111111111111';
const TOMSK = '22222222-2222-4222-8222-222222222222';
const VENUE = '33333333-3333-4333-8333-333333333333';

type Handled<Way extends 'core' | 'list'> = Handlers<typeof connections, Way>;

/** The connections of an empty store, and a vendor that they lead to. */
export type ConnectedStore = {
  readonly db: WritableDb;
  /** The vendor's address. */
  readonly host: string;
  readonly work: ConnectionWork;
  readonly change: Handled<'core'>;
  readonly read: Handled<'list'>;
  /** Adds the vendor as a connection, asked as `input` says. */
  add(more?: Partial<InputOf<typeof connections.add>>): Promise<Connection>;
  /** What adding is asked with, changed as told. */
  input(more?: Partial<InputOf<typeof connections.add>>): InputOf<typeof connections.add>;
  /** The vendor refuses every login from now on. */
  refused: boolean;
  /** Sealed secrets can not be opened any more. */
  keyStoreLost: boolean;
  /** Topics that were announced. */
  readonly told: string[];
  /** Organizations whose days were asked to be derived again. */
  readonly rederived: number[];
  readonly logged: unknown[];
};

/** Another store and vendor for each test of the file that calls this. */
export function connectedStoreOfTest(): () => ConnectedStore {
  let server: Server;
  let store: ConnectedStore;
  beforeEach(async () => {
    server = serveVendor(() => store.refused);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    store = connectedStore(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
  });
  return () => store;
}

function connectedStore(host: string): ConnectedStore {
  const db = openWritable(':memory:');
  saveNewProfile(db, { name: 'Я', preset: 'installer', rights: ['edit-connections'] }, Date.now());
  const [told, rederived, logged]: [string[], number[], unknown[]] = [[], [], []];
  const work: ConnectionWork = {
    db,
    outside: {
      fetch: globalThis.fetch,
      now: Date.now,
      sleep: () => Promise.resolve(),
      random: Math.random,
      seal: (secret) => Promise.resolve(Buffer.from(secret).map((byte) => byte ^ 90)),
      unseal: (sealed) =>
        Promise.resolve(
          store.keyStoreLost ? null : Buffer.from(sealed.map((b) => b ^ 90)).toString(),
        ),
      startDemo: () => Promise.resolve({ address: host, apiLogin: KEY }),
      log: (entry) => void logged.push(entry),
    },
    announce: (topic) => void told.push(topic),
    rederiveDays: (id) => void rederived.push(id),
  };
  const change = changeConnections(work);
  const store: ConnectedStore = {
    db,
    host,
    work,
    change,
    read: readConnectionsHandlers(db),
    add: (more) => Promise.resolve(change.add(store.input(more))),
    input: (more = {}) => ({
      vendor: 'iiko-cloud',
      name: '',
      settings: { host, minIntervalMs: 0 },
      secret: { kind: 'api-login', apiLogin: KEY },
      historyDays: 7,
      zone: null,
      ...more,
    }),
    refused: false,
    keyStoreLost: false,
    told,
    rederived,
    logged,
  };
  return store;
}

/** A real server that knows one login. */
const serveVendor = (refused: () => boolean): Server =>
  createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const [status, value] = answer(request.url ?? '', !refused() && body.includes(KEY));
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    });
  });

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

function answer(path: string, loginFits: boolean): readonly [number, unknown] {
  if (path.includes('access_token')) {
    return loginFits
      ? [200, { token: 'token' }]
      : [401, { errorDescription: 'Login is not authorized' }];
  }
  return ANSWERS[path] === undefined ? [400, {}] : [200, ANSWERS[path]];
}
