import { describe, expect, it } from 'vitest';
import { orderBook } from '../../main/demo/orders/order-book.ts';
import type { OrderPlan } from '../../main/demo/orders/order-plan.ts';
import { stateAt, type DeliveryStatus } from '../../main/demo/orders/order-state.ts';
import { orderInfoAt } from '../../main/demo/orders/wire-order.ts';
import { createWorld } from '../../main/demo/world/world.ts';
import { EVENING } from './ask-chain.ts';

const DAY_MS = 86_400_000;
const world = createWorld(11);
const book = orderBook(world, 3000, EVENING - 7 * DAY_MS);
const DAY = Math.floor(EVENING / DAY_MS);
const plans = world.cities.flatMap((city) => book.ordersOfDay(city, DAY));

/** The statuses an order shows, one per change. */
const statusesOf = (plan: OrderPlan): DeliveryStatus[] =>
  plan.changes.flatMap(({ at }) => {
    const state = stateAt(plan, at)!;
    return state.creation === 'Success' ? [state.status] : [];
  });

const follows = (
  statuses: DeliveryStatus[],
  first: DeliveryStatus,
  next: DeliveryStatus,
): boolean => statuses.some((status, i) => status === first && statuses[i + 1] === next);

describe('the life of an order', () => {
  it('changes at moments that grow, each with its own state', () => {
    expect(plans.length).toBeGreaterThan(2500);
    for (const plan of plans) {
      const moments = plan.changes.map(({ at }) => at);
      expect(moments).toEqual([...new Set(moments)].toSorted((a, b) => a - b));
      for (const at of moments) expect(stateAt(plan, at)!.version).toBe(at);
      expect(stateAt(plan, moments[0]! - 1)).toBeNull();
    }
  });

  it('ends closed, cancelled or never created, within a day of its promise', () => {
    const ends = plans.map((plan) => {
      const last = stateAt(plan, plan.promisedAt + DAY_MS)!;
      expect(plan.changes.at(-1)!.at).toBe(last.version);
      return last.creation === 'Success' ? last.status : last.creation;
    });
    expect(new Set(ends)).toEqual(new Set(['Closed', 'Cancelled', 'Error']));
    expect(ends.filter((end) => end === 'Closed').length).toBeGreaterThan(plans.length * 0.88);
  });

  it('steps back now and then, as in the field', () => {
    const lives = plans.map(statusesOf);
    expect(lives.some((life) => follows(life, 'Delivered', 'OnWay'))).toBe(true);
    expect(lives.some((life) => follows(life, 'WaitCooking', 'Unconfirmed'))).toBe(true);
    const ready = plans.filter((plan) => statusesOf(plan).includes('ReadyForCooking'));
    expect(ready.length).toBeGreaterThan(10);
    for (const plan of ready) expect(plan.venue.facts.legacy).toBe(true);
  });

  it('keeps courier, sum, promise and comment as they were until they change', () => {
    const edited = plans.filter((plan) => plan.changes.some(({ what }) => what === 'items-edited'));
    expect(edited.length).toBeGreaterThan(20);
    for (const plan of edited) {
      const at = plan.changes.find(({ what }) => what === 'items-edited')!.at;
      const before = orderInfoAt(world, plan, at - 1)?.order;
      const after = orderInfoAt(world, plan, at)?.order;
      if (before) expect(JSON.stringify(after!.items)).not.toBe(JSON.stringify(before.items));
    }
    const moved = plans.find((plan) => plan.changes.some(({ what }) => what === 'promise-moved'))!;
    const at = moved.changes.find(({ what }) => what === 'promise-moved')!.at;
    const promise = (now: number) => orderInfoAt(world, moved, now)!.order!.completeBefore!;
    expect(promise(at) > promise(at - 1)).toBe(true);
    expect(promise(at).slice(0, 10)).toBe(promise(at - 1).slice(0, 10));
  });

  it('leaves some deliveries late and some kitchens behind at any busy hour', () => {
    const open = plans.filter((plan) => {
      const state = stateAt(plan, EVENING);
      return (
        state?.creation === 'Success' &&
        !['Closed', 'Cancelled', 'Delivered'].includes(state.status)
      );
    });
    const late = open.filter((plan) => plan.promisedAt < EVENING);
    const behind = open.filter(
      (plan) => plan.cookingStartAt < EVENING && stateAt(plan, EVENING)!.printedAt === null,
    );
    expect(late.length).toBeGreaterThan(3);
    expect(behind.length).toBeGreaterThan(3);
  });

  it('is taken ahead for a later day, too', () => {
    const ahead = plans.filter((plan) => plan.preOrder);
    const leads = ahead.map((plan) => (plan.promisedAt - plan.createdAt) / DAY_MS);
    expect(ahead.length).toBeGreaterThan(100);
    expect(Math.max(...leads)).toBeGreaterThan(2);
    expect(Math.max(...leads)).toBeLessThanOrEqual(5);
  });
});
