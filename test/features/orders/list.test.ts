import { describe, expect, it } from 'vitest';
import type { OrderPage, PinnedRow } from '../../../main/contract/orders.ts';
import { EVERY_ORDER } from '../../../main/domain/orders/order-filter.ts';
import { NEWEST_FIRST, todaysOrdersOfTest } from '../../support/todays-orders.ts';

const { core, open, program } = todaysOrdersOfTest();

describe('the list', () => {
  it('opens, jumps and counts', async () => {
    const first = await open();
    expect(first.rows).toHaveLength(10);
    const last = await core<OrderPage>('orders.page', {
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
    expect(await core('orders.fresh', { snapshot })).toBe(0);
    expect(await core('orders.position', { snapshot, orderId: 31 })).not.toBeNull();
    expect(await core('orders.position', { snapshot: again, orderId: 1 })).toBeNull();
  });

  it('says when a snapshot is gone', async () => {
    const outcome = await program().application.call('orders.page', {
      snapshot: 'x',
      from: 0,
      count: 1,
    });
    expect(outcome).toMatchObject({
      ok: false,
      failure: { kind: 'conflict', code: 'orders.snapshot-gone' },
    });
  });

  it('says so too to who still waits for a place in one that was pushed out', async () => {
    const { snapshot } = await open({}, 5);
    const waiting = program().application.call('orders.position', { snapshot, orderId: 31 });
    const newer = await Promise.all(Array.from({ length: 6 }, () => open({}, 5)));
    expect(await waiting).toMatchObject({
      ok: false,
      failure: { kind: 'conflict', code: 'orders.snapshot-gone' },
    });
    expect(await core('orders.position', { snapshot: newer[5]!.snapshot, orderId: 31 })).toBe(3);
  });

  it('pins late, overdue and problem orders, each with its reason', async () => {
    const pinned = await core<PinnedRow[]>('orders.pinned', {});
    expect(pinned.map(({ number, reasons }) => [number, reasons])).toEqual([
      ['41', ['late']],
      ['42', ['cooking-overdue']],
      ['43', ['problem']],
    ]);
  });

  const days = { from: '2026-11-18', to: '2026-11-24' };
  it.each([
    ['everything', {}],
    ['some days', { period: days }],
    ['a search', { search: 'ул. халап' }],
    ['a venue on some days', { period: days, venueIds: [1] }],
    ['no venue that there is', { period: days, venueIds: [77] }],
    ['problems on some days', { period: days, problem: true }],
    ['a search among problems', { search: 'халап', problem: true }],
  ])('counts what each view shows under %s', async (_, part) => {
    const filter = { ...EVERY_ORDER, ...part };
    const counts = await core<Record<string, number>>('orders.counts', { filter });
    const views = Object.keys(counts);
    const shown = await Promise.all(
      views.map(async (view) => (await open({ ...part, view }, 100)).rows.length),
    );
    expect(Object.fromEntries(views.map((view, at) => [view, shown[at]]))).toEqual(counts);
    const filters = views.map((view) => ({ ...filter, view }));
    const narrow = 'period' in part || 'search' in part;
    const each = await core('orders.countsOf', { filters });
    expect(each).toEqual(narrow ? Object.values(counts) : views.map(() => null));
  });
});

it('derives days again when the zone of an organization changes', async () => {
  const day = () =>
    core<OrderPage>('orders.open', {
      filter: { ...EVERY_ORDER, period: { from: '2026-11-20', to: '2026-11-20' } },
      sort: NEWEST_FIRST,
      count: 100,
    });
  expect((await day()).rows).toHaveLength(34);
  await core('connections.changeOrganization', {
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
    expect(await program().application.call(topic, input)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid' },
    });
  }
});
