import { expect, it } from 'vitest';
import { axeFaults } from '../support/axe-faults.ts';
import { idleAnswers } from '../support/idle-answers.ts';
import { ordersAnswers } from '../support/million-orders.ts';
import { row } from '../support/orders-page.ts';
import { playedWindows } from '../support/played-windows.ts';

const windows = playedWindows();

it('a card stays readable while the next order is read', async () => {
  const { answers } = ordersAnswers({});
  const never = new Promise<never>(() => undefined);
  const card = ({ orderId }: { orderId: number }) =>
    orderId === 7 ? never : answers.card({ orderId });
  const page = await windows.open(
    { ...idleAnswers().answers, orders: { ...answers, card } },
    'orders',
    { viewport: { width: 1366, height: 768 } },
  );
  await row(page, 5).click();
  await page.getByText('Гость передумал').waitFor();
  await row(page, 6).click();
  await page.locator('aside [aria-busy="true"]').waitFor();
  expect(await axeFaults(page, 'aside')).toEqual([]);
});
