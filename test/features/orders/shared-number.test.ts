import { expect, it } from 'vitest';
import type { OrderCard } from '../../../main/contract/orders.ts';
import type { WritableDb } from '../../../main/store/database.ts';
import { orderInfo } from '../../fixtures/iiko-cloud-order.ts';
import { save } from '../../support/store-with-orders.ts';
import { todaysOrdersOfTest } from '../../support/todays-orders.ts';

/** Six guests of an aggregator, all under its number. */
function fillGuests(db: WritableDb): void {
  const guests = ['Анна', 'Олег', 'Вера', 'Глеб', 'Инна', 'Ян'].map((name, index) =>
    orderInfo(index + 1, { customer: { type: 'one-time', name } }),
  );
  save(db, guests);
}

const { core } = todaysOrdersOfTest(fillGuests);

it('an aggregator number that many names share is no customer', async () => {
  const card = await core<OrderCard>('orders.card', { orderId: 1 });
  expect(card.customer).toMatchObject({ orders: 0, previous: [] });
});
