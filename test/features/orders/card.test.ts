import { describe, expect, it } from 'vitest';
import type { OrderCard, OrderReview } from '../../../main/contract/orders.ts';
import { todaysOrdersOfTest } from '../../support/todays-orders.ts';

const { core } = todaysOrdersOfTest();

describe('the card', () => {
  it('tells the whole story', async () => {
    const card = await core<OrderCard>('orders.card', { orderId: 1 });
    expect(card.order.lines[0]?.name).toBe('Пицца «Четыре сыра» 30 см');
    expect(card.customer.orders).toBe(34);
    expect(card.journal).toHaveLength(1);
    expect(card.identities.map(({ vendor }) => vendor)).toEqual(['iiko-cloud', 'iiko-pos']);
  });

  it('keeps a review with its author and gives back the one before', async () => {
    const save = (note: string, checked: boolean) =>
      core<OrderReview>('orders.saveReview', {
        orderId: 1,
        note,
        rating: 4,
        checked,
      });
    expect(await save('<b>вкусно</b>', true)).toMatchObject({ note: '', rating: null });
    expect(await save('', false)).toMatchObject({ note: '<b>вкусно</b>', rating: 4 });
    const card = await core<OrderCard>('orders.card', { orderId: 1 });
    expect(card.review).toMatchObject({ note: '', checkedAt: null });
  });
});
