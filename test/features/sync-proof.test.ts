import { readFileSync } from 'node:fs';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Completeness } from '../../main/contract/sync.ts';
import { readSync, reportSync } from '../../main/features/sync/index.ts';
import { smallId } from '../support/small-source.ts';
import { run as write, sql } from '../../main/store/sql.ts';
import { saveLogLine } from '../../main/store/sync/sync-log.ts';
import {
  DAY,
  HOUR,
  MINUTE,
  NEXT,
  START,
  begin,
  live,
  proven,
  put,
  stateOf,
} from '../support/small-sync.ts';

describe('the proof', () => {
  it('comes a day after the end of a day that both ways showed', async () => {
    const small = begin();
    await proven(small);
    expect(stateOf(small.world, DAY)).toBe('complete 1');
    expect(stateOf(small.world, DAY, 'Вторая')).toBe('complete 0');
    expect(stateOf(small.world, NEXT)).toBe('unproven not-yet-over 0');
  });

  it('heals an order that the revisions never showed', async () => {
    const small = begin();
    await small.world.run();
    await live(small, START + 20 * HOUR);
    small.source.trouble = (way) => (way === 'revision' ? [1] : []);
    put(small, 1, DAY);
    await live(small, Date.UTC(2026, 10, 13, 2));
    expect(stateOf(small.world, DAY)).toBe('complete 1');
    expect(small.world.statements(DAY, DAY).map(({ healed }) => healed)).toContain(1);
    expect(small.source.asked.ids).toBeGreaterThan(0);
  });

  it('is withheld while the windows lack an order, and said to disagree in the end', async () => {
    const small = begin();
    small.source.trouble = (way) => (way === 'window' ? [1] : []);
    await proven(small);
    expect(stateOf(small.world, DAY)).toMatch(/^(healing difference|unproven paths-disagree) 1$/);
    small.source.trouble = () => [];
    await live(small, small.clock.now + 20 * HOUR);
    expect(stateOf(small.world, DAY)).toBe('complete 1');
    const [{ asked }] = small.world.statements(DAY, DAY) as [Completeness];
    expect(asked.readAt).toBeGreaterThan(START);
    expect(asked.chainTo!).toBeGreaterThanOrEqual(asked.chainFrom!);
  });

  it('needs every order in the window that came by revision before, whatever its revision says', async () => {
    const small = begin();
    small.source.ownRevisions = true;
    await proven(small);
    expect(stateOf(small.world, DAY)).toBe('complete 1');
    const lacking = begin();
    lacking.source.ownRevisions = true;
    lacking.source.trouble = (way) => (way === 'window' ? [1] : []);
    await proven(lacking);
    expect(stateOf(lacking.world, DAY)).toMatch(/^(healing difference|unproven paths-disagree) 1$/);
  });

  it('is withdrawn from an organization that the login no longer shows', async () => {
    const small = begin();
    await proven(small);
    expect(stateOf(small.world, DAY)).toBe('complete 1');
    const [shown] = await small.source.fetchOrganizations(new AbortController().signal);
    const other = { ...shown!, id: '00000000-0000-4000-8000-0000000000dd', name: 'Другая' };
    small.source.fetchOrganizations = () => Promise.resolve([other]);
    small.source.fetchVenues = () => Promise.resolve([]);
    await live(small, small.clock.now + HOUR);
    expect(stateOf(small.world, DAY)).toBe('unproven not-chosen 1');
    expect(stateOf(small.world, NEXT)).toBe('unproven not-chosen 0');
    small.source.fetchOrganizations = () => Promise.resolve([shown!, other]);
    await live(small, small.clock.now + 2 * HOUR);
    expect(stateOf(small.world, NEXT)).toMatch(/^unproven chain-broken/);
  });

  it('is withheld when an order vanished at the vendor', async () => {
    const small = begin();
    await small.world.run();
    await live(small, START + 20 * HOUR);
    put(small, 1, DAY);
    await live(small, START + 30 * HOUR);
    small.source.drop(1);
    await live(small, Date.UTC(2026, 10, 13, 2));
    expect(stateOf(small.world, DAY)).toBe('unproven vanished 1');
  });

  it('follows an order to another day and another venue', async () => {
    const small = begin();
    await proven(small);
    put(small, 1, NEXT);
    await live(small, small.clock.now + 2 * HOUR);
    expect(stateOf(small.world, DAY)).toBe('complete 0');
    await live(small, Date.UTC(2026, 10, 14, 2));
    expect(stateOf(small.world, NEXT)).toBe('complete 1');
  });

  it('is withheld after a night off, and says that the day was read again', async () => {
    const small = begin();
    await small.world.run();
    await live(small, START + 30 * HOUR);
    small.clock.now += 12 * HOUR;
    await live(small, Date.UTC(2026, 10, 13, 2));
    expect(stateOf(small.world, DAY)).toBe('unproven chain-broken-reread 0');
  });

  it('is kept over a later hole only when the day was read again after it', async () => {
    const small = begin();
    await proven(small);
    small.clock.now += 12 * HOUR;
    put(small, 1, DAY);
    await small.world.run();
    expect(stateOf(small.world, DAY)).toBe('complete 1');
    small.clock.now += 10 * 24 * HOUR;
    await small.world.run();
    expect(stateOf(small.world, DAY)).toBe('unproven outside-history 1');
    expect(stateOf(small.world, '2026-11-15')).toBe('unproven outside-history 0');
  });

  it('is withheld while an entry of the day can not be read', async () => {
    const small = begin();
    await small.world.run();
    await live(small, START + 20 * HOUR);
    small.source.quarantined = [{ vendorId: null, reason: 'no-id', payload: '{}' }];
    await live(small, Date.UTC(2026, 10, 13, 2));
    expect(stateOf(small.world, DAY)).toBe('unproven quarantined 0');
    const [entry] = await readSync(small.world.db).quarantine({ count: 5 });
    expect(entry).toMatchObject({ reason: 'no-id', payload: '{}', organization: 'Организация' });
  });

  it('is withheld while an order can not be read, which is set aside until it can', async () => {
    const small = begin();
    await small.world.run();
    await live(small, START + 20 * HOUR);
    small.source.quarantined = [{ vendorId: smallId(1), reason: 'bad-number', payload: '{"a":1}' }];
    await live(small, START + 22 * HOUR);
    expect(await readSync(small.world.db).quarantine({ count: 5 })).toHaveLength(1);
    small.source.quarantined = [];
    put(small, 1, DAY);
    await live(small, Date.UTC(2026, 10, 13, 2));
    expect(await readSync(small.world.db).quarantine({ count: 5 })).toEqual([]);
    expect(stateOf(small.world, DAY)).toBe('complete 1');
  });

  it('is withdrawn at once when a person sets another time zone', async () => {
    const small = begin();
    await proven(small);
    write(small.world.db, sql`UPDATE organization SET zone = 'Asia/Tokyo'`);
    expect(stateOf(small.world, DAY)).toBe('unproven zone-changed 1');
    await small.world.run();
    expect(stateOf(small.world, DAY)).toBe('complete 1');
  });

  it('is withdrawn for venues that are no longer chosen', async () => {
    const small = begin();
    await proven(small);
    write(small.world.db, sql`UPDATE venue SET chosen = 1 WHERE name = 'Первая'`);
    await small.world.run();
    expect(stateOf(small.world, DAY, 'Вторая')).toBe('unproven not-chosen 0');
  });

  it('is never shown between the storing of a change and the next statement', async () => {
    const small = begin();
    await proven(small);
    put(small, 1, DAY);
    small.clock.now += MINUTE;
    const seen: string[] = [];
    small.world.heard = (topic) => {
      if (topic === 'orders.changed') seen.push(stateOf(small.world, DAY));
    };
    await small.world.run();
    expect(seen).toEqual(['unproven restating 1']);
    expect(stateOf(small.world, DAY)).toBe('complete 1');
  });
});

describe('reports', () => {
  it('verify finds a changed order, a wrong total and passes an honest store', async () => {
    const small = begin();
    await proven(small);
    const failing = async () =>
      (await reportSync(small.world.db, outside('')).verify({}))
        .filter(({ passed }) => !passed)
        .map(({ check }) => check);
    expect(await failing()).toEqual([]);
    write(small.world.db, sql`UPDATE delivery SET version = version + 1`);
    expect(await failing()).toEqual(['journal', 'statements']);
    write(small.world.db, sql`UPDATE rollup_day SET sum_minor = sum_minor + 1`);
    expect(await failing()).toContain('rollup-days');
  });

  it('the log goes out as an inert table', async () => {
    const small = begin();
    await small.world.run();
    write(small.world.db, sql`UPDATE connection SET name = '=1+1'`);
    saveLogLine(small.world.db, { ...FAILED, connectionId: 1, runId: null });
    const folder = mkdtempSync(join(tmpdir(), 'sync-log-'));
    const report = reportSync(small.world.db, outside(folder));
    const all = { connectionId: null, level: null, search: '', language: 'ru' as const };
    const { handle, rows } = await report.exportLog(all);
    const place = join(folder, 'transfers', handle);
    const text = readFileSync(join(place, readdirSync(place)[0]!), 'utf8');
    expect(rows).toBeGreaterThan(0);
    expect(text).toContain(";'=1+1;");
    expect(text).toContain('Обновлено: получено');
    expect(text).toContain('Справочник «Курьеры» прочитать не удалось (Сервер iiko');
    expect(text).not.toMatch(/courier|iiko-cloud\.timeout/);
    expect(await report.exportLog({ ...all, search: 'обновлено: ПОЛУЧЕНО' })).toMatchObject({
      rows: 1,
    });
    expect(await report.exportLog({ ...all, level: 'error' })).toMatchObject({ rows: 0 });
    expect(await report.exportLog({ ...all, search: 'курьер' })).toMatchObject({ rows: 1 });
  });
});

const FAILED = {
  at: START,
  level: 'warning',
  code: 'dictionary-failed',
  params: { kind: 'courier', failure: 'iiko-cloud.timeout' },
  correlationId: null,
} as const;

const outside = (dataFolder: string) =>
  ({ host: 'test', dataFolder, now: () => START, log: () => {} }) as const;
