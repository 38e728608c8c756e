import { describe, expect, it, vi } from 'vitest';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import { Failure } from '../../main/domain/failure.ts';
import { createOrdersSlice } from '../../renderer/features/orders/orders-slice.ts';
import type { OrdersSlice } from '../../renderer/features/orders/orders-slice.ts';
import { createFakeCore, type Answers } from '../support/fake-client.ts';
import { orderAt, ordersAnswers } from '../support/million-orders.ts';

const NOON = Date.UTC(2026, 10, 21, 9);

function sliceOf(answers: NonNullable<Answers['orders']>, now = () => NOON) {
  const core = createFakeCore({ orders: answers });
  const slice = createOrdersSlice(
    core.client,
    {
      filter: EVERY_ORDER,
      sort: { column: 'created', descending: true },
      period: { type: 'today' },
    },
    { now, zone: 'Europe/Moscow' },
  );
  return { core, slice };
}

type OpenInput = Parameters<ReturnType<typeof ordersAnswers>['answers']['open']>[0];

function listOf(slice: OrdersSlice) {
  const { list } = slice.getState();
  if (list.type !== 'shown') throw new Error(`The list is ${list.type}`);
  return list;
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('the order list', () => {
  it('asks for the business day: half past three at night is still yesterday', async () => {
    const { answers } = ordersAnswers({ count: 3 });
    const { core, slice } = sliceOf(answers, () => Date.UTC(2026, 10, 21, 0, 30));
    await slice.start();
    const opened = core.asked.find(({ topic }) => topic === 'orders.open');
    expect(opened?.input).toMatchObject({
      filter: { period: { from: '2026-11-20', to: '2026-11-20' } },
    });
  });

  it('begins a new day by itself when the calendar is followed', async () => {
    let now = NOON;
    const { answers, state } = ordersAnswers({ count: 3 });
    const { slice } = sliceOf(answers, () => now);
    await slice.start();
    now += 24 * 3_600_000;
    slice.tick();
    await settled();
    expect(slice.getState().filter.period).toEqual({ from: '2026-11-22', to: '2026-11-22' });
    expect(state.snapshots).toBe(2);
  });

  it('keeps the old rows until the new order of rows is here', async () => {
    const { answers } = ordersAnswers({ count: 500 });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let first = true;
    const open = async (input: OpenInput) => {
      if (!first) await held;
      first = false;
      return answers.open(input);
    };
    const { slice } = sliceOf({ ...answers, open });
    await slice.start();
    const before = listOf(slice);
    slice.setSort({ column: 'sum', descending: false });
    expect(slice.getState().reading).toBe(true);
    expect(listOf(slice)).toBe(before);
    release();
    await settled();
    expect(listOf(slice).snapshot).not.toBe(before.snapshot);
    expect(slice.getState().reading).toBe(false);
  });

  it('drops the answer to an older question', async () => {
    const { answers } = ordersAnswers({ count: 5 });
    const open = async (input: OpenInput) => {
      if (input.filter.search === 'slow') await new Promise((resolve) => setTimeout(resolve, 40));
      return { ...answers.open(input), snapshot: input.filter.search };
    };
    const { slice } = sliceOf({ ...answers, open });
    slice.search('slow');
    slice.search('quick');
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(listOf(slice).snapshot).toBe('quick');
  });

  it('reads the list anew in its place after news that names no order', async () => {
    const { answers, state } = ordersAnswers({ count: 12 });
    const { core, slice } = sliceOf(answers);
    await slice.start();
    const stop = slice.follow();
    const before = slice.getState().beginnings;
    core.announce('orders.changed', { ids: [], created: 0, changed: 0, alarms: [] });
    await vi.waitFor(() => expect(state.snapshots).toBe(2));
    expect(slice.getState().beginnings).toBe(before);
    stop();
  });

  it('announces new orders without moving the rows that are seen', async () => {
    const { answers, state } = ordersAnswers({ count: 50 });
    const { core, slice } = sliceOf(answers);
    await slice.start();
    listOf(slice).rows.want(0, 20);
    slice.setFocus({ active: 3, anchor: 3, chosen: [{ from: 3, to: 3 }] });
    const stop = slice.follow();
    await settled();
    state.fresh = 12;
    state.rowAt = (place) => orderAt(place, { guest: 'Новое имя' });
    core.announce('orders.changed', { ids: [4], created: 12, changed: 1, alarms: [] });
    await vi.waitFor(() => expect(slice.getState().fresh).toBe(12));
    await vi.waitFor(() => expect(listOf(slice).rows.rowAt(3)?.guest).toBe('Новое имя'));
    expect(listOf(slice).snapshot).toBe('s1');
    expect(slice.getState().focus.active).toBe(3);
    stop();
  });

  it('opens a dropped order of rows again, and stays on the order of the card', async () => {
    const { answers, state } = ordersAnswers({ count: 1000 });
    let gone = true;
    const page: typeof answers.page = (input) => {
      if (gone) throw new Failure('conflict', 'orders.snapshot-gone');
      return answers.page(input);
    };
    const { slice } = sliceOf({ ...answers, page });
    await slice.start();
    slice.openOrder(700);
    listOf(slice).rows.want(600, 620);
    gone = false;
    await vi.waitFor(() => expect(state.snapshots).toBe(2));
    await vi.waitFor(() => expect(slice.getState().focus.active).toBe(699));
  });

  it('says that the list could not be read, and reads it when asked again', async () => {
    const { answers } = ordersAnswers({ count: 4 });
    let broken = true;
    const open: typeof answers.open = (input) => {
      if (broken) throw new Failure('unreachable', 'bridge.core-unreachable');
      return answers.open(input);
    };
    const { slice } = sliceOf({ ...answers, open });
    await slice.start();
    expect(slice.getState().list).toMatchObject({
      type: 'failed',
      failure: { kind: 'unreachable' },
    });
    broken = false;
    await slice.start();
    expect(listOf(slice).rows.count).toBe(4);
  });

  it('counts on behind the first rows until the whole length is known', async () => {
    const { answers, state } = ordersAnswers({ count: 900 });
    const open: typeof answers.open = (input) => ({ ...answers.open(input), total: null as never });
    const { slice } = sliceOf({ ...answers, open });
    void slice.start();
    await vi.waitFor(() => expect(listOf(slice).rows.count).toBe(200));
    await vi.waitFor(() => expect(listOf(slice).rows.count).toBe(900));
    expect(listOf(slice).total).toBe(900);
    expect(state.snapshots).toBe(1);
  });

  it('keeps the days when a saved view is chosen', async () => {
    const { answers } = ordersAnswers({ count: 4 });
    const { slice } = sliceOf(answers);
    await slice.start();
    const period = { from: '2020-01-01', to: '2020-01-01' };
    slice.setView({ ...EVERY_ORDER, view: 'late', period }, { column: 'sum', descending: true });
    expect(slice.getState().filter).toMatchObject({
      view: 'late',
      period: { from: '2026-11-21', to: '2026-11-21' },
    });
  });
});
