import { describe, expect, it } from 'vitest';
import { MOST_FOUND } from '../../../main/store/orders/order-search.ts';
import { orderInfo } from '../../fixtures/iiko-cloud-order.ts';
import { save } from '../../support/store-with-orders.ts';
import { todaysOrdersOfTest } from '../../support/todays-orders.ts';

const on = (day: string) => ({
  whenCreated: `${day} 10:00:00.000`,
  completeBefore: `${day} 11:00:00.000`,
});
const TODAY = { from: '2026-11-20', to: '2026-11-20' };

describe('a search in a store whose older orders came later', () => {
  const { open } = todaysOrdersOfTest((db) => {
    save(db, [orderInfo(1, { number: 71, ...on('2026-11-20') })]);
    const older = Array.from({ length: MOST_FOUND + 20 }, (_, index) =>
      orderInfo(index + 2, { number: 71, phone: '+79161234107', ...on('2026-11-18') }),
    );
    save(db, older);
  });

  it('finds among the chosen days before it counts what is too much', async () => {
    for (const search of ['халап', '71', 'ул. халап']) {
      const found = await open({ search, period: TODAY });
      expect(found).toMatchObject({ total: 1, truncated: false, rows: [{ number: '71' }] });
    }
    expect(await open({ search: '4107', period: TODAY })).toMatchObject({ total: 0 });
    const all = await open({ search: 'халап' });
    expect(all).toMatchObject({ truncated: true });
  });
});
