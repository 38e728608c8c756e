import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readOrders } from '../../main/sources/iiko-biz/read-orders.ts';
import type { BizOrder } from '../../main/sources/iiko-biz/wire.ts';
import { testCount } from '../support/test-count.ts';
import { brokenBy, numbersOf, oddChanges } from './broken-json.ts';
import { payloadText } from '../support/payload-text.ts';

const CONTEXT = {
  id: '00000000-0000-4000-8000-0000000000aa',
  zone: 'Asia/Yekaterinburg',
  currency: 'RUB',
};

const bizOrder = (digit: number): BizOrder => ({
  orderId: `0000000${digit}-0000-4000-8000-000000000001`,
  organization: CONTEXT.id,
  customer: { id: null, name: 'Анна', phone: '+79430000001' },
  address: { city: 'Сургут', street: 'Ленина', home: '1' },
  sum: '990.000000000',
  discount: 110,
  number: '377',
  status: 'Готовится',
  statusCode: 'NEW',
  courierInfo: { courierId: 'c-1', location: null },
  orderLocationInfo: { latitude: '61.25', longitude: 73.4 },
  deliveryDate: '2026-11-20 20:15:18',
  createdTime: '2026-11-20 19:15:18',
  operator: { id: 'o-1', displayName: 'Оператор', pinCode: '4321' },
  personsCount: 2,
  items: [
    { id: 'p-1', name: 'Пицца', amount: 1, sum: 1000, modifiers: [{ id: 'm-1', sum: '100.0' }] },
  ],
  payments: [{ sum: 990, paymentType: { id: 'cash', name: 'Наличные', code: 'CASH' } }],
  discounts: [{ discountCardTypeId: 'd-1', discountOrIncreaseSum: 110 }],
});

/** The long run takes its time. */
const HOUR_MS = 3_600_000;

it(
  'iiko.biz never throws and never loses the rest of a day, whatever a field holds',
  () => {
    fc.assert(
      fc.property(oddChanges(bizOrder(7)), (changes) => {
        const broken = brokenBy(bizOrder(7), changes);
        const text = JSON.stringify([bizOrder(1), broken, bizOrder(2)]);
        const { orders, quarantined } = readOrders(JSON.parse(text) as unknown[], CONTEXT, 1);
        expect(orders.length + quarantined.length).toBe(3);
        expect(orders[0]!.order.identities[0].id).toBe(bizOrder(1).orderId);
        expect(orders.at(-1)!.order.identities[0].id).toBe(bizOrder(2).orderId);
        // The PIN of the till is nobody's to keep.
        expect(payloadText(orders[0]!.payload)).not.toContain('4321');
        for (const { order } of orders) {
          for (const number of numbersOf(order)) expect(Number.isFinite(number)).toBe(true);
        }
      }),
      { seed: 20_261_122, numRuns: testCount(1000, 1_000_000) },
    );
  },
  HOUR_MS,
);
