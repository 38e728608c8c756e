import { describe, expect, it } from 'vitest';
import { readFaultList } from '../../../main/demo/faults/fault-plan.ts';
import { Failure, type FailureData } from '../../../main/domain/failure.ts';
import { brokenLoginRule } from '../../../main/domain/iiko-biz/login-rules.ts';
import { openSource } from '../../../main/sources/catalogue.ts';
import { openBiz, readDays } from './open-chain.ts';

const DAY = '2026-11-20';
const struckBy = (list: string) => openBiz({ ordersPerDay: 40, faults: readFaultList(list, 1) });

async function failureOf(list: string): Promise<FailureData & { waits: number[] }> {
  const opened = struckBy(list);
  const error = await readDays(opened, DAY).catch((thrown: unknown) => thrown);
  expect(error, list).toBeInstanceOf(Failure);
  return { ...(error as Failure).toData(), waits: opened.waitsMs };
}

describe('iiko.biz when something is wrong', () => {
  it.each([
    ['biz-705:1', 'unreachable', 'source.restaurant-silent'],
    ['biz-705-as-good:1', 'unreachable', 'source.restaurant-silent'],
    ['biz-701:1', 'unreachable', 'source.restaurant-absent'],
    ['408:1@deliveryOrders', 'unreachable', 'source.restaurant-silent'],
    ['biz-port-blocked:1', 'unreachable', 'iiko-biz.port-blocked'],
    ['biz-licence:1', 'refused', 'iiko-biz.licence'],
    ['biz-no-list:1', 'unreachable', 'iiko-biz.broken-answer'],
    ['html:1', 'unreachable', 'iiko-biz.not-json'],
    ['cut:1@deliveryOrders', 'unreachable', 'iiko-biz.broken-answer'],
    ['wrong-encoding:1@deliveryOrders', 'unreachable', 'iiko-biz.broken-answer'],
    ['huge:1@deliveryOrders', 'refused', 'iiko-biz.too-much-data'],
    ['502:1', 'unreachable', 'iiko-biz.server-error'],
    ['429:1', 'busy', 'iiko-biz.too-many-requests'],
  ])('%s is a %s, %s', async (list, kind, code) => {
    expect(await failureOf(list)).toMatchObject({ kind, code });
  });

  it('waits longer each time for a restaurant that is silent, and goes on when it answers', async () => {
    const { waits } = await failureOf('biz-705:1');
    expect(waits).toHaveLength(2);
    expect(waits[1]).toBeGreaterThan(waits[0]!);
    expect(waits[0]).toBeGreaterThanOrEqual(2500);
    const opened = struckBy('biz-705#2,biz-701#3');
    expect((await readDays(opened, DAY)).flatMap(({ orders }) => orders).length).toBeGreaterThan(0);
    expect(opened.waitsMs.length).toBeGreaterThanOrEqual(2);
  });

  it('goes day by day where the restaurant does not manage a week', async () => {
    const opened = struckBy('biz-705#2,biz-705#3,biz-705#4');
    const parts = await readDays(opened, '2026-11-21', '2026-11-24');
    expect(parts.slice(0, 2).map((part) => [part.fromLocal, part.toLocal])).toEqual([
      ['2026-11-21 00:00:00.000', '2026-11-21 23:59:59.999'],
      ['2026-11-22 00:00:00.000', '2026-11-22 23:59:59.999'],
    ]);
  });

  it.each([
    ['order-bad-uuid', 'bad-id'],
    ['order-empty', 'no-id'],
    ['order-not-object', 'not-an-object'],
  ])('%s is set aside as %s, the others are read', async (fault, reason) => {
    const [whole, parts] = await Promise.all(
      [openBiz({ ordersPerDay: 40 }), struckBy(`${fault}:1`)].map((opened) =>
        readDays(opened, DAY),
      ),
    );
    const aside = parts!.flatMap(({ quarantined }) => quarantined);
    expect(aside).toHaveLength(3);
    expect(new Set(aside.map((one) => one.reason))).toEqual(new Set([reason]));
    const count = (read: typeof parts) => read!.flatMap(({ orders }) => orders).length;
    expect(count(parts)).toBe(count(whole) - 3);
  });

  it.each([
    'order-nulls',
    'order-text-for-number',
    'order-unknown-status',
    'order-unknown-item',
    'order-extra-fields',
    'biz-status-wrong',
  ])('%s costs nothing but what it spoils', async (fault) => {
    const parts = await readDays(struckBy(`${fault}:1`), DAY);
    expect(parts.flatMap(({ quarantined }) => quarantined)).toEqual([]);
    const codes = parts.flatMap(({ orders }) => orders.map(({ order }) => order.status.code));
    expect(codes.includes('HANDED_TO_DRONE')).toBe(fault === 'order-unknown-status');
    expect(codes.every((code) => code === code.toUpperCase())).toBe(true);
  });

  it('names the rule that a login breaks', () => {
    expect(brokenLoginRule('user-id', 'demoDelivery')).toBeNull();
    expect(brokenLoginRule('user-secret', 'PI1yFaKFCGvvJKi')).toBeNull();
    expect(brokenLoginRule('user-secret', 'qwe1')).toBe('short');
    expect(brokenLoginRule('user-secret', 'passwordonly')).toBe('no-digit');
    expect(brokenLoginRule('user-secret', '1234567890')).toBe('no-letter');
    expect(brokenLoginRule('user-id', 'мойлогин1')).toBe('letters');
    const open = () =>
      openSource('iiko-biz', {}, { userId: 'demoDelivery', userSecret: 'short1' }, {} as never);
    expect(open).toThrow(expect.objectContaining({ code: 'iiko-biz.user-secret-short' }));
  });
});
