import { expect, it } from 'vitest';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import { eventually } from '../support/eventually.ts';
import { idleAnswers } from '../support/idle-answers.ts';
import { ordersAnswers } from '../support/million-orders.ts';
import { row } from '../support/orders-page.ts';
import { playedWindows } from '../support/played-windows.ts';

const windows = playedWindows();

it('a view of one’s own tells its count, and a preset beside it keeps its filters', async () => {
  const idle = idleAnswers();
  const filter = { ...structuredClone(EVERY_ORDER), stages: ['cooking' as const], venueIds: [1] };
  const sort = { column: 'created' as const, descending: true };
  const view = { id: 'own', name: 'Таганка', filter, sort };
  Object.assign(idle.state.personal, { savedViews: [view] });
  const orders = { ...ordersAnswers({}).answers, countsOf: () => [431] };
  const page = await windows.open({ ...idle.answers, orders }, 'orders');
  await row(page, 0).waitFor();
  await page.getByRole('button', { name: 'Таганка 431', exact: true }).click();
  await page.getByRole('button', { name: /^Отменены/ }).click();
  await eventually(() => windows.asked('orders.open').at(-1)).toMatchObject({
    filter: { view: 'cancelled', stages: ['cooking'], venueIds: [1] },
  });
  expect(windows.asked('orders.counts').at(-1)).toMatchObject({ filter: { venueIds: [1] } });
});
