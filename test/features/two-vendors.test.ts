import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { BackFill } from '../../main/contract/back-fill.ts';
import type { Connection } from '../../main/contract/connections.ts';
import type { SyncSummary } from '../../main/contract/sync.ts';
import { createApplication } from '../../main/application.ts';
import { createChain } from '../../main/demo/create-chain.ts';
import { manualClock } from '../../main/demo/chain-clock.ts';
import { askCore } from '../../main/hosts/connect-demo.ts';
import { closeDb, openReadable, storePath } from '../../main/store/database.ts';
import { readFirst, sql } from '../../main/store/sql.ts';

const folder = mkdtempSync(join(tmpdir(), 'two-vendors-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DAY = '2026-10-10';

it('a chain read through Cloud and its own server has each order once, with its cost', async () => {
  const clock = manualClock(Date.UTC(2026, 9, 14, 13, 30));
  const chain = createChain({ clock, ordersPerDay: 30, historyDays: 30 });
  const application = createApplication({
    host: 'test',
    dataFolder: folder,
    fetch: chain.fetch,
    now: () => clock.now(),
    sleep: async (ms) => clock.advance(Math.ceil(ms)),
    random: () => 0.5,
    log: () => {},
    seal: async (text) => Buffer.from(text),
    unseal: async (sealed) => Buffer.from(sealed).toString(),
    startDemo: null,
    scheduled: false,
    localIikoRoots: [],
  });
  const add = (vendor: string, secret: object): Promise<Connection> =>
    askCore<Connection>(application, 'connections.add', {
      vendor,
      name: '',
      settings: { host: 'http://127.0.0.1', minIntervalMs: 0 },
      secret,
      historyDays: 7,
      zone: 'Europe/Moscow',
    });
  const cloud = await add('iiko-cloud', { kind: 'api-login', apiLogin: chain.apiLogin });
  const server = await add('iiko-server', chain.serverLogin);
  const zones = server.organizations.map(({ name, zone }) => [name, zone]);
  expect(Object.fromEntries(zones)).toMatchObject({
    Таганка: 'Europe/Moscow',
    Малышева: 'Asia/Yekaterinburg',
    'Красный проспект': 'Asia/Novosibirsk',
  });
  await askCore(application, 'sync.runToEnd', { connectionId: cloud.id });
  const period = { connectionId: server.id, from: DAY, to: DAY, night: null };
  await askCore(application, 'backFill.start', period);
  const filled = await askCore<BackFill>(application, 'backFill.toEnd', {
    connectionId: server.id,
  });
  expect(filled).toMatchObject({ state: { type: 'done' }, quarantined: 0 });
  const runs = await askCore<readonly SyncSummary[]>(application, 'sync.runToEnd', {
    connectionId: server.id,
  });
  expect(runs).toMatchObject([{ outcome: 'done', failure: null, quarantined: 0 }]);
  expect(runs[0]!.seen).toBeGreaterThan(filled.orders);
  await application.close();
  expect(chain.serverSlots().taken).toBe(0);
  const db = openReadable(storePath(folder));
  const counted = readFirst<{ both: number; alone: number; costed: number }>(
    db,
    sql`
SELECT sum(cloud.vendor_id IS NOT NULL) AS both,
       sum(cloud.vendor_id IS NULL) AS alone,
       sum(cost.delivery_id IS NOT NULL) AS costed
  FROM delivery_identity AS server
  LEFT JOIN delivery_identity AS cloud
    ON cloud.delivery_id = server.delivery_id
   AND cloud.vendor = 'iiko-cloud'
  LEFT JOIN order_cost AS cost ON cost.delivery_id = server.delivery_id
 WHERE server.vendor = 'iiko-server'`,
  )!;
  closeDb(db);
  expect(counted).toMatchObject({ alone: 0 });
  // The acts of the last two days are not posted yet.
  expect(counted.costed).toBeGreaterThan(filled.orders);
  expect(counted.both).toBeGreaterThan(filled.orders);
});
