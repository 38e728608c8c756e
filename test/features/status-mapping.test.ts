import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  BreachReport,
  MappingVersionStory,
  OverdueOrder,
  StatusBoard,
  UnmappedStatuses,
} from '../../main/contract/status-mapping.ts';
import {
  draftedMapping,
  type DraftStep,
  type MappingVersion,
} from '../../main/domain/status-mapping/mapping-history.ts';
import { STATUS_GROUPS } from '../../main/domain/status-mapping/status-group.ts';
import {
  assign,
  mappingOf,
  type MappingChange,
} from '../../main/domain/status-mapping/status-mapping.ts';
import { consequenceOf, groupTotals } from '../../main/domain/status-mapping/status-totals.ts';
import { orderInfo } from '../fixtures/iiko-cloud-order.ts';
import {
  applicationWith,
  ask,
  type FilledApplication,
} from '../support/application-with-orders.ts';
import { chanceOf, pick } from '../support/random-statuses.ts';
import { save } from '../support/store-with-orders.ts';

const NOW = Date.UTC(2026, 10, 20, 9, 0);
const MINUTE = 60_000;
const at = (time: string) => `2026-11-20 ${time}:00.000`;
const STATUSES = ['Closed', 'OnWay', 'Cancelled', 'Готовится на фуд-корте', 'WaitCooking'];

let filled: FilledApplication;

beforeEach(() => {
  filled = applicationWith(
    (db) =>
      save(
        db,
        Array.from({ length: 40 }, (_, index) =>
          orderInfo(index + 1, {
            status: STATUSES[index % STATUSES.length]!,
            sum: 1000.5 + index,
            whenCreated: at('10:00'),
            completeBefore: at('11:00'),
          }),
        ),
      ),
    () => NOW,
  );
});

afterEach(() => filled.close());

const core = <T>(name: string, input: unknown = {}): Promise<T> =>
  ask<T>(filled.application, `statusMapping.${name}`, input);

const board = (): Promise<StatusBoard> => core('board', { period: null });

const everywhere = (status: string, group: MappingChange['group']): MappingChange => ({
  organizationId: 0,
  system: 'iiko-cloud',
  status,
  group,
});

const shown = ({ version, draft }: StatusBoard) => ({
  version: version.id,
  steps: draft.filter(({ undone }) => !undone).map(({ id }) => id),
});

describe('the board', () => {
  it('has every order in exactly one group, new statuses in «not placed»', async () => {
    const { entries, totals } = await board();
    const groups = groupTotals(mappingOf(entries), totals);
    expect(STATUS_GROUPS.map((group) => groups[group].orders)).toEqual([8, 0, 16, 8, 8]);
    expect(await core<UnmappedStatuses>('unmapped')).toEqual({ statuses: 1, orders: 8 });
  });

  it('counts the days asked for', async () => {
    const other = { from: '2026-11-21', to: '2026-11-21' };
    const { totals, seen } = await core<StatusBoard>('board', { period: other });
    expect([totals.length, seen.length]).toEqual([0, STATUSES.length]);
  });

  it('shows no money to who may not see revenue, and lets nobody change who may not', async () => {
    const operator = await ask<{ id: number }>(filled.application, 'profiles.add', {
      name: 'Оператор',
      preset: 'operator',
      rights: [],
      pin: null,
    });
    await ask(filled.application, 'profiles.switchTo', { profileId: operator.id, pin: null });
    const seen = await board();
    expect([seen.money, seen.mayEdit]).toEqual([false, false]);
    expect(seen.totals.every(({ sumMinor }) => sumMinor === 0)).toBe(true);
    const inputs = [
      ['assign', { changes: [everywhere('OnWay', 'paid')] }],
      ['assignNow', { changes: [everywhere('OnWay', 'paid')] }],
      ['undo', { step: null }],
      ['redo', { step: null }],
      ['discard', {}],
      ['apply', { version: 1, steps: [1] }],
      ['unapply', { version: 1 }],
      ['undoVersion', {}],
      ['restore', { version: 1 }],
      ['setMove', { system: 'iiko-cloud', from: 'OnWay', to: 'Closed', allowed: false }],
      ['setLimit', { system: 'iiko-cloud', status: 'OnWay', minutes: 5 }],
    ] as const;
    for (const [name, input] of inputs) {
      await expect(core(name, input)).rejects.toMatchObject({ code: 'profiles.right-missing' });
    }
  });
});

describe('the draft', () => {
  it('is undone and redone step by step, together and from the toast', async () => {
    const names = (steps: readonly DraftStep[]) =>
      steps.map(({ changes, undone }) => `${changes[0]?.status}${undone ? '−' : ''}`);
    await core('assign', { changes: [everywhere('OnWay', 'paid')] });
    await core('assign', { changes: [everywhere('Closed', 'ignored')] });
    expect(names(await core('undo', { step: null }))).toEqual(['OnWay', 'Closed−']);
    expect(names(await core('redo', { step: null }))).toEqual(['OnWay', 'Closed']);
    expect(names(await core('discard'))).toEqual(['OnWay−', 'Closed−']);
    expect(names(await core('undo', { step: null }))).toEqual(['OnWay−', 'Closed−']);
    const [, second] = await core<DraftStep[]>('redo', { step: null });
    expect(names(await core('redo', { step: second?.id ?? 0 }))).toEqual(['OnWay', 'Closed']);
    await core('undo', { step: null });
    const steps = await core<DraftStep[]>('assign', {
      changes: [everywhere('Cancelled', 'ignored')],
    });
    expect(names(steps)).toEqual(['OnWay', 'Cancelled']);
    expect((await board()).version.id).toBe(1);
  });

  it('refuses an organization that is not there', async () => {
    const change = { ...everywhere('OnWay', 'paid'), organizationId: 99 };
    await expect(core('assign', { changes: [change] })).rejects.toMatchObject({
      code: 'status-mapping.organization-absent',
    });
  });

  it('is committed exactly as it was shown, for any moves', async () => {
    const chance = chanceOf(41);
    for (let round = 0; round < 12; round += 1) {
      for (let move = 0; move < 3; move += 1) {
        const group = pick(chance, STATUS_GROUPS);
        const organizationId = pick(chance, [0, 0, 1]);
        const change = { ...everywhere(pick(chance, STATUSES), group), organizationId };
        const seen = await board();
        const before = draftedMapping(mappingOf(seen.entries), seen.draft);
        const preview = consequenceOf(before, assign(before, [change]), seen.totals);
        await core('assign', { changes: [change] });
        const now = await board();
        const after = draftedMapping(mappingOf(now.entries), now.draft);
        expect(consequenceOf(before, after, now.totals)).toEqual(preview);
      }
      const seen = await board();
      const drafted = groupTotals(draftedMapping(mappingOf(seen.entries), seen.draft), seen.totals);
      const applied = await core('apply', shown(seen)).catch(
        (error: { code: string }) => error.code,
      );
      if (applied === 'status-mapping.nothing-to-apply') await core('discard');
      const { entries, totals, draft } = await board();
      expect(groupTotals(mappingOf(entries), totals)).toEqual(drafted);
      expect(draft.filter(({ undone }) => !undone)).toEqual([]);
    }
  });

  it('is not applied when it is no longer what was shown', async () => {
    await core('assign', { changes: [everywhere('OnWay', 'paid')] });
    const seen = shown(await board());
    await core('assign', { changes: [everywhere('Closed', 'ignored')] });
    const passed = { code: 'status-mapping.changed-meanwhile' };
    await expect(core('apply', seen)).rejects.toMatchObject(passed);
    await core('undo', { step: null });
    await core('assignNow', { changes: [everywhere('Cancelled', 'ignored')] });
    await expect(core('apply', seen)).rejects.toMatchObject(passed);
    await core('apply', { ...seen, version: 2 });
  });

  it('opens again when its version is taken back, and only the newest can be', async () => {
    await core('assign', { changes: [everywhere('OnWay', 'paid')] });
    const start = await board();
    const applied = await core<MappingVersion>('apply', shown(start));
    await core('unapply', { version: applied.id });
    const now = await board();
    expect(now.entries).toEqual(start.entries);
    expect(now.draft).toEqual(start.draft);
    await expect(core('unapply', { version: applied.id })).rejects.toMatchObject({
      kind: 'conflict',
    });
  });
});

describe('versions', () => {
  it('tell author, time and difference; undo walks back, restore brings any', async () => {
    const start = await board();
    await core('assignNow', { changes: [everywhere('OnWay', 'paid')] });
    const second = await board();
    await core('assignNow', { changes: [everywhere('Closed', 'ignored')] });
    await core('assignNow', { changes: [everywhere('Closed', 'ignored')] });
    await core('undoVersion');
    expect((await board()).entries).toEqual(second.entries);
    await core('undoVersion');
    expect((await board()).entries).toEqual(start.entries);
    await expect(core('undoVersion')).rejects.toMatchObject({
      code: 'status-mapping.nothing-to-undo',
    });
    await core('restore', { version: 2 });
    expect((await board()).entries).toEqual(second.entries);
    const stories = await core<MappingVersionStory[]>('versions');
    expect(stories.map(({ id, cause, sameAs }) => [id, cause, sameAs])).toEqual([
      [6, 'restore', 2],
      [5, 'undo', 1],
      [4, 'undo', 2],
      [3, 'command', null],
      [2, 'command', null],
      [1, 'default', null],
    ]);
    expect(stories[0]).toMatchObject({ validFrom: NOW });
    expect(stories[0]?.author).not.toBe('');
    expect(stories[0]?.changes).toEqual([{ ...everywhere('OnWay', 'paid'), before: 'in-work' }]);
    await expect(core('restore', { version: 77 })).rejects.toMatchObject({
      code: 'status-mapping.version-absent',
    });
  });

  it('are announced', async () => {
    const heard: unknown[] = [];
    filled.application.subscribe((topic, value) => heard.push([topic, value]));
    await core('assignNow', { changes: [everywhere('OnWay', 'paid')] });
    expect(heard).toEqual([['statusMapping.changed', { version: 2 }]]);
  });
});

describe('rules', () => {
  const report = (): Promise<BreachReport> =>
    core('breaches', { period: { from: '2026-11-19', to: '2026-11-20' } });

  it('find in the journal what went the wrong way and what took too long', async () => {
    await filled.close();
    filled = applicationWith(
      (db) => {
        const times = { whenCreated: at('10:00'), completeBefore: at('11:00') };
        const seen = (status: string, agoMinutes: number) => {
          const observedAt = NOW - agoMinutes * MINUTE;
          const order = orderInfo(7, { status, ...times }, { timestamp: observedAt });
          save(db, [order], 'revision', observedAt);
        };
        seen('WaitCooking', 50);
        seen('OnWay', 40);
        seen('CookingStarted', 20);
      },
      () => NOW,
    );
    expect((await report()).breaches.map(({ breach }) => breach)).toEqual([
      { type: 'move', from: 'OnWay', to: 'CookingStarted', at: NOW - 20 * MINUTE },
    ]);
    const back = { system: 'iiko-cloud', from: 'OnWay', to: 'CookingStarted' };
    await core('setMove', { ...back, allowed: true });
    expect((await report()).breaches).toEqual([]);
    await core('setLimit', { system: 'iiko-cloud', status: 'OnWay', minutes: 20 });
    expect((await report()).breaches).toEqual([]);
    await core('setLimit', { system: 'iiko-cloud', status: 'OnWay', minutes: 19 });
    await core('setLimit', { system: 'iiko-cloud', status: 'CookingStarted', minutes: 10 });
    const { orders, breaches, cut } = await report();
    expect([orders, cut]).toEqual([1, false]);
    expect(breaches.map(({ breach }) => breach)).toEqual([
      {
        type: 'time',
        status: 'OnWay',
        at: NOW - 40 * MINUTE,
        stayedMs: 20 * MINUTE,
        limitMs: 19 * MINUTE,
      },
      {
        type: 'time',
        status: 'CookingStarted',
        at: NOW - 20 * MINUTE,
        stayedMs: 20 * MINUTE,
        limitMs: 10 * MINUTE,
      },
    ]);
    await core('setMove', { ...back, allowed: null });
    await core('setLimit', { system: 'iiko-cloud', status: 'OnWay', minutes: null });
    expect(await core('rules')).toEqual({
      moves: [],
      limits: [{ system: 'iiko-cloud', status: 'CookingStarted', minutes: 10 }],
      clients: [],
    });
    expect((await report()).breaches.map(({ breach }) => breach.type)).toEqual(['move', 'time']);
    const place = { system: 'iiko-cloud', status: 'CookingStarted' };
    await core('setClient', { ...place, client: 'regular', allowed: false });
    await core('setClient', { ...place, client: 'one-time', allowed: false });
    const found = (await report()).breaches.filter(({ breach }) => breach.type === 'client');
    expect(new Set(found.map(({ breach }) => 'status' in breach && breach.status))).toEqual(
      new Set(['CookingStarted']),
    );
    await core('setClient', { ...place, client: 'regular', allowed: true });
    await core('setClient', { ...place, client: 'one-time', allowed: true });
    expect(await core('rules')).toMatchObject({ clients: [] });
  });

  it('tell what is beyond its limit now', async () => {
    const overdue = () => core<OverdueOrder[]>('overdue');
    await core('setLimit', { system: 'iiko-cloud', status: 'OnWay', minutes: 30 });
    await core('setLimit', { system: 'iiko-cloud', status: 'Closed', minutes: 1 });
    const stays = await overdue();
    expect(new Set(stays.map(({ status }) => status))).toEqual(new Set(['OnWay']));
    expect(stays).toHaveLength(8);
    expect(stays.every(({ since, limitMs }) => NOW - since > limitMs)).toBe(true);
    const { since } = stays[0]!;
    const just = Math.floor((NOW - since) / MINUTE) + 1;
    await core('setLimit', { system: 'iiko-cloud', status: 'OnWay', minutes: just });
    expect(await overdue()).toEqual([]);
  });

  it('look through a quarter at most', async () => {
    await expect(
      core('breaches', { period: { from: '2026-01-01', to: '2026-11-20' } }),
    ).rejects.toMatchObject({ code: 'status-mapping.period-too-long' });
  });
});
