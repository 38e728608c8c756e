import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OrderCard, OrderPage, OrderReview, PinnedRow } from '../../main/contract/orders.ts';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import { orderInfo } from '../fixtures/iiko-cloud-order.ts';
import {
  applicationWith,
  ask,
  type FilledApplication,
} from '../support/application-with-orders.ts';
import { save } from '../support/store-with-orders.ts';

/** 14:00 in Yekaterinburg on the fixtures' day. */
const NOW = Date.UTC(2026, 10, 20, 9, 0);
const at = (time: string) => `2026-11-20 ${time}:00.000`;
const sort = { column: 'created' as const, descending: true };

let filled: FilledApplication;
beforeEach(() => {
  filled = applicationWith(
    (db) => {
      const number = (index: number) => 500 + index;
      const infos = Array.from({ length: 30 }, (_, index) =>
        orderInfo(index + 1, {
          number: number(index),
          status: 'Closed',
          whenCreated: at('10:00'),
          completeBefore: at('11:00'),
        }),
      );
      save(db, infos);
      save(db, [
        orderInfo(41, { number: 41, status: 'OnWay', completeBefore: at('13:30'), problem: null }),
        orderInfo(42, {
          number: 42,
          status: 'WaitCooking',
          cookingStartTime: at('13:50'),
          completeBefore: at('15:00'),
          problem: null,
        }),
        orderInfo(43, {
          number: 43,
          status: 'OnWay',
          completeBefore: at('15:30'),
          problem: { hasProblem: true, description: 'звонить +7 912 000-00-01' },
        }),
        orderInfo(44, { number: 44, status: 'OnWay', completeBefore: at('15:40'), problem: null }),
      ]);
    },
    () => NOW,
  );
});
afterEach(() => filled.close());

const open = (filter = {}, count = 10) =>
  ask<OrderPage>(filled.application, 'orders.open', {
    filter: { ...EVERY_ORDER, ...filter },
    sort,
    count,
  });

describe('the list', () => {
  it('opens, jumps and counts', async () => {
    const first = await open();
    expect(first.rows).toHaveLength(10);
    const last = await ask<OrderPage>(filled.application, 'orders.page', {
      snapshot: first.snapshot,
      from: 30,
      count: 10,
    });
    expect(last).toMatchObject({ total: 34, from: 30 });
    expect(last.rows).toHaveLength(4);
  });

  it('keeps rows where they were while new ones come, and says how many', async () => {
    const { snapshot } = await open({}, 50);
    const { snapshot: again } = await open({ view: 'late' });
    expect(await ask(filled.application, 'orders.fresh', { snapshot })).toBe(0);
    expect(
      await ask(filled.application, 'orders.position', { snapshot, orderId: 31 }),
    ).not.toBeNull();
    expect(
      await ask(filled.application, 'orders.position', { snapshot: again, orderId: 1 }),
    ).toBeNull();
  });

  it('says when a snapshot is gone', async () => {
    const outcome = await filled.application.call('orders.page', {
      snapshot: 'x',
      from: 0,
      count: 1,
    });
    expect(outcome).toMatchObject({
      ok: false,
      failure: { kind: 'conflict', code: 'orders.snapshot-gone' },
    });
  });

  it('pins late, overdue and problem orders, each with its reason', async () => {
    const pinned = await ask<PinnedRow[]>(filled.application, 'orders.pinned', {});
    expect(pinned.map(({ number, reasons }) => [number, reasons])).toEqual([
      ['41', ['late']],
      ['42', ['cooking-overdue']],
      ['43', ['problem']],
    ]);
  });

  it('counts what each view shows', async () => {
    const counts = await ask<Record<string, number>>(filled.application, 'orders.counts', {
      filter: EVERY_ORDER,
    });
    for (const view of Object.keys(counts)) {
      const shown = await open({ view }, 100);
      expect([view, shown.rows.length]).toEqual([view, counts[view]]);
    }
  });
});

describe('the card', () => {
  it('tells the whole story', async () => {
    const card = await ask<OrderCard>(filled.application, 'orders.card', { orderId: 1 });
    expect(card.order.lines[0]?.name).toBe('Пицца «Четыре сыра» 30 см');
    expect(card.customer.orders).toBe(34);
    expect(card.journal).toHaveLength(1);
    expect(card.identities.map(({ vendor }) => vendor)).toEqual(['iiko-cloud', 'iiko-pos']);
  });

  it('takes an aggregator number that many names share for nobody', async () => {
    await filled.close();
    filled = applicationWith(
      (db) => {
        const guests = ['Анна', 'Олег', 'Вера', 'Глеб', 'Инна', 'Ян'].map((name, index) =>
          orderInfo(index + 1, { customer: { type: 'one-time', name } }),
        );
        save(db, guests);
      },
      () => NOW,
    );
    const card = await ask<OrderCard>(filled.application, 'orders.card', { orderId: 1 });
    expect(card.customer).toMatchObject({ orders: 0, previous: [] });
  });

  it('keeps a review with its author and gives back the one before', async () => {
    const save = (note: string, checked: boolean) =>
      ask<OrderReview>(filled.application, 'orders.saveReview', {
        orderId: 1,
        note,
        rating: 4,
        checked,
      });
    expect(await save('<b>вкусно</b>', true)).toMatchObject({ note: '', rating: null });
    expect(await save('', false)).toMatchObject({ note: '<b>вкусно</b>', rating: 4 });
    const card = await ask<OrderCard>(filled.application, 'orders.card', { orderId: 1 });
    expect(card.review).toMatchObject({ note: '', checkedAt: null });
  });
});

describe('phones', () => {
  beforeEach(async () => {
    const added = await ask<{ id: number }>(filled.application, 'profiles.add', {
      name: 'Оператор',
      preset: 'operator',
      rights: ['edit-reviews', 'export-orders'],
      pin: null,
    });
    await ask(filled.application, 'profiles.switchTo', { profileId: added.id, pin: null });
  });

  it('are masked in list, card, payload and export without the right to see them', async () => {
    const list = await open({}, 100);
    const card = await ask<OrderCard>(filled.application, 'orders.card', { orderId: 33 });
    const payload = await ask<{ json: string }>(filled.application, 'orders.payload', {
      orderId: 33,
      versionId: null,
    });
    const exported = await ask<{ handle: string; fileName: string }>(
      filled.application,
      'orders.exportCsv',
      {
        filter: EVERY_ORDER,
        sort,
        orderIds: null,
        columns: ['number', 'phone', 'guest', 'sum'],
        language: 'ru',
      },
    );
    const csv = readFileSync(
      join(filled.dataFolder, 'transfers', exported.handle, exported.fileName),
      'utf8',
    );
    for (const seen of [list, card, payload, csv].map((value) => JSON.stringify(value))) {
      expect(seen.replaceAll(/[\s()-]/g, '')).not.toContain('9120000001');
      expect(seen).toContain('••00-01');
    }
  });

  it('export only with the right to export', async () => {
    const profiles = await ask<{ id: number; active: boolean }[]>(
      filled.application,
      'profiles.list',
      {},
    );
    const other = profiles.find(({ active }) => !active)!;
    await ask(filled.application, 'profiles.switchTo', { profileId: other.id, pin: null });
    const clerk = await ask<{ id: number }>(filled.application, 'profiles.add', {
      name: 'Стажёр',
      preset: 'operator',
      rights: [],
      pin: null,
    });
    await ask(filled.application, 'profiles.switchTo', { profileId: clerk.id, pin: null });
    const outcome = await filled.application.call('orders.exportCsv', {
      filter: EVERY_ORDER,
      sort,
      orderIds: null,
      columns: ['number'],
      language: 'ru',
    });
    expect(outcome).toMatchObject({
      ok: false,
      failure: { kind: 'refused', params: { right: 'export-orders' } },
    });
  });
});

it('derives days again when the zone changes, and roll-ups stay right', async () => {
  const day = () =>
    ask<OrderPage>(filled.application, 'orders.open', {
      filter: { ...EVERY_ORDER, period: { from: '2026-11-20', to: '2026-11-20' } },
      sort,
      count: 100,
    });
  expect((await day()).rows).toHaveLength(34);
  await ask(filled.application, 'connections.changeOrganization', {
    organizationId: 1,
    zone: 'Asia/Kamchatka',
    closingHour: 12,
    chosen: false,
    chosenVenueIds: [],
  });
  await expect.poll(async () => (await day()).rows.length, { timeout: 15_000 }).toBe(4);
});

it('refuses what the contract does not know', async () => {
  const wrong = [
    ['orders.nothing', {}],
    ['__proto__.toString', {}],
    ['orders.card', { orderId: '1' }],
    ['orders.card', { orderId: 1, extra: 1 }],
    ['orders', {}],
  ] as const;
  for (const [topic, input] of wrong) {
    expect(await filled.application.call(topic, input)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid' },
    });
  }
});
