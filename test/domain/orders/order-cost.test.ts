import { expect, it } from 'vitest';
import { orderCost } from '../../../main/domain/orders/order-cost.ts';
import type { Order, ProductCost } from '../../../main/domain/orders/order.ts';
import { iikoServer } from '../../../main/sources/iiko-server/iiko-server.ts';

const PIZZA = '11111111-1111-4111-8111-111111111111';
const FEE = '22222222-2222-4222-8222-222222222222';

const row = (id: string, net: number, cost: number | null, type = 'DISH') => ({
  DishId: id,
  DishName: id.slice(0, 3),
  DishType: type,
  DishAmountInt: 1,
  DishDiscountSumInt: net,
  'ProductCostBase.ProductCost': cost,
});

function order(lines: readonly object[], preliminary = false): Order {
  const payload = JSON.stringify({
    id: '33333333-3333-4333-8333-333333333333',
    day: '2026-10-01',
    preliminary,
    order: { OrderDeleted: 'NOT_DELETED', OpenTime: '2026-10-01T12:00:00' },
    lines,
    payments: [],
  });
  return iikoServer.readPayload(payload, { id: 'o', zone: 'UTC', currency: 'RUB' })!;
}

it('adds up what the accounts tell, to the kopeck', () => {
  expect(orderCost(order([row(PIZZA, 500, 123.4567), row(FEE, 149, 0, 'SERVICE')]))).toEqual({
    costMinor: 12_346,
    costedLines: 2,
    lines: 2,
    preliminary: false,
  });
});

it('takes nought for a dish that was paid for as not known yet, and for a free one as its cost', () => {
  expect(orderCost(order([row(PIZZA, 500, 0), row(FEE, 0, 0)], true))).toEqual({
    costMinor: 0,
    costedLines: 1,
    lines: 2,
    preliminary: true,
  });
});

it('says nothing where no system tells costs', () => {
  const { costs: _, ...without } = order([row(PIZZA, 500, 100)]);
  expect(orderCost(without)).toBeNull();
  const none: readonly ProductCost[] = [];
  expect(orderCost({ ...without, costs: none })).toBeNull();
});
