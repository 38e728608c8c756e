import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApplication, type Application } from '../../main/application.ts';
import type { Connection, SwitchOver } from '../../main/contract/connections.ts';
import type { StatusBoard } from '../../main/contract/status-mapping.ts';
import { manualClock } from '../../main/demo/chain-clock.ts';
import { createChain, type ChainCore } from '../../main/demo/create-chain.ts';
import { storePath, closeDb, openWritable } from '../../main/store/database.ts';
import { readAll, sql } from '../../main/store/sql.ts';
import { ask, quietOutside } from '../support/application-with-orders.ts';

const START = Date.UTC(2026, 10, 20, 15);
const PERIOD = { from: '2026-11-14', to: '2026-11-21' };

let folder: string;
let chain: ChainCore;
let desk: Application;
let open = false;

const login = (vendor: string): Record<string, string> =>
  vendor === 'iiko-biz' ? { ...chain.bizLogin } : { kind: 'api-login', apiLogin: chain.apiLogin };

const connect = (vendor: string, more: object = {}): Promise<Connection> =>
  ask<Connection>(desk, 'connections.add', {
    vendor,
    name: vendor,
    settings: { host: 'https://chain.example', minIntervalMs: 0 },
    secret: login(vendor),
    historyDays: 3,
    zone: null,
    ...more,
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-switch-'));
  const clock = manualClock(START);
  chain = createChain({ clock, ordersPerDay: 60, historyDays: 7 });
  const outside = quietOutside(folder, clock.now);
  const sleep = (ms: number): Promise<void> => Promise.resolve(clock.advance(ms));
  desk = createApplication({ ...outside, fetch: chain.fetch, sleep });
  open = true;
});

async function closeDesk(): Promise<void> {
  if (open) await desk.close();
  open = false;
}

afterEach(async () => {
  await closeDesk();
  rmSync(folder, { recursive: true, force: true });
});

/** Which systems tell of each order, once everything that was begun is over. */
async function tellersOfOrders(): Promise<readonly (readonly [status: string, vendors: string])[]> {
  await closeDesk();
  const db = openWritable(storePath(folder));
  const rows = readAll<{ status: string; vendors: string }>(
    db,
    sql`
SELECT delivery.status,
       (SELECT group_concat(vendor, ' ' ORDER BY vendor)
          FROM delivery_identity
         WHERE delivery_id = delivery.id AND vendor <> 'iiko-pos') AS vendors
  FROM delivery`,
  );
  closeDb(db);
  return rows.map(({ status, vendors }) => [status, vendors]);
}

describe('moving from iiko.biz to iiko Cloud', () => {
  it('keeps history, choices and groups, pauses the former, and makes two views one order', async () => {
    const old = await connect('iiko-biz');
    await ask(desk, 'sync.runToEnd', { connectionId: old.id });
    const [first] = old.organizations;
    await ask(desk, 'connections.changeOrganization', {
      organizationId: first!.id,
      zone: 'Asia/Omsk',
      closingHour: 3,
      chosen: true,
      chosenVenueIds: [first!.venues[0]!.id],
    });
    await ask(desk, 'statusMapping.assignNow', {
      changes: [
        { organizationId: 0, system: 'iiko-biz', status: 'DELIVERED', group: 'paid' },
        { organizationId: first!.id, system: 'iiko-biz', status: 'NEW', group: 'ignored' },
      ],
    });
    const cloud = await connect('iiko-cloud');
    const moved = await ask<SwitchOver>(desk, 'connections.switchOver', {
      fromId: old.id,
      toId: cloud.id,
    });
    expect(moved).toMatchObject({
      organizations: { count: 3, total: 3 },
      venues: { count: 5, total: 5 },
      statuses: 5,
      unmatched: [],
    });
    expect(moved.orders).toBeGreaterThan(50);
    const list = await ask<Connection[]>(desk, 'connections.list', {});
    expect(list.map(({ vendor, paused }) => [vendor, paused])).toEqual([
      ['iiko-biz', true],
      ['iiko-cloud', false],
    ]);
    const same = list[1]!.organizations.find(({ name }) => name === first!.name);
    expect(same).toMatchObject({ zone: 'Asia/Omsk', closingHour: 3, chosen: true });
    expect(same!.venues.filter(({ chosen }) => chosen).map(({ name }) => name)).toEqual([
      first!.venues[0]!.name,
    ]);
    const board = await ask<StatusBoard>(desk, 'statusMapping.board', { period: PERIOD });
    const groupOf = (organizationId: number, status: string) =>
      board.entries.find(
        (one) =>
          one.system === 'iiko-cloud' &&
          one.status === status &&
          one.organizationId === organizationId,
      )?.group;
    expect(groupOf(0, 'Delivered')).toBe('paid');
    expect(groupOf(same!.id, 'CookingStarted')).toBe('ignored');
    await ask(desk, 'sync.runToEnd', { connectionId: cloud.id });
    const told = await tellersOfOrders();
    const by = (vendors: string) => told.filter(([, all]) => all === vendors);
    expect(by('iiko-biz iiko-cloud').length).toBeGreaterThan(20);
    // Only what the register never got is iiko Cloud's alone: nothing is there twice.
    expect(by('iiko-cloud').every(([status]) => /^(Error|InProgress)$/.test(status))).toBe(true);
    expect(by('iiko-biz').length).toBeGreaterThan(20);
  });

  it('is refused between other systems and where nothing is in common', async () => {
    const old = await connect('iiko-biz');
    const cloud = await connect('iiko-cloud');
    const codeOf = (input: object) =>
      ask(desk, 'connections.switchOver', input).then(
        () => 'passed',
        (error: { code: string }) => error.code,
      );
    expect(await codeOf({ fromId: cloud.id, toId: old.id })).toBe('iiko-biz.switch-vendors');
    const db = openWritable(storePath(folder));
    readAll(db, sql`SELECT 1`);
    db.raw.exec(
      `UPDATE organization SET vendor_id = randomblob(16), name = name || ' X' WHERE vendor = 'iiko-cloud'`,
    );
    closeDb(db);
    expect(await codeOf({ fromId: old.id, toId: cloud.id })).toBe('iiko-biz.switch-nothing');
    expect(await ask<Connection[]>(desk, 'connections.list', {})).toMatchObject([
      { paused: false },
      { paused: false },
    ]);
  });
});
