import { expect, it } from 'vitest';
import { axeFaults } from '../support/axe-faults.ts';
import { idleAnswers } from '../support/idle-answers.ts';
import { orderAt, ordersAnswers } from '../support/million-orders.ts';
import { chosenRow, inSight, row } from '../support/orders-page.ts';
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

it('an order of the red band opens beside the list, which stays where it is', async () => {
  const pinned = [{ ...orderAt(90), reasons: ['late'] as const }];
  const { answers } = ordersAnswers({ pinned });
  const page = await windows.open({ ...idleAnswers().answers, orders: answers }, 'orders');
  await row(page, 2).click();
  await page.getByRole('heading', { name: 'Заказ 100002' }).waitFor();
  await page.locator('[role="grid"]').getByText('100090').first().click();
  await page.getByRole('heading', { name: 'Заказ 100090' }).waitFor();
  await chosenRow(page, 2).waitFor();
  expect(await inSight(page, 2)).toBe(true);
});

it('what a guest said is kept when another order is opened', async () => {
  const { answers } = ordersAnswers({});
  const page = await windows.open({ ...idleAnswers().answers, orders: answers }, 'orders');
  await row(page, 5).click();
  await page.getByRole('textbox', { name: 'Отзыв гостя' }).fill('Остыло');
  await row(page, 6).click();
  await page.getByRole('heading', { name: 'Заказ 100006' }).waitFor();
  expect(windows.asked('orders.saveReview')).toMatchObject([{ orderId: 6, note: 'Остыло' }]);
});

it('Enter and buttons go from one place of the vendor’s data to the next and back', async () => {
  const json = Array.from({ length: 400 }, (_, at) => `"key-${at}": "рис"`).join('\n');
  const { answers } = ordersAnswers({});
  const page = await windows.open(
    { ...idleAnswers().answers, orders: { ...answers, payload: () => ({ json }) } },
    'orders',
  );
  await row(page, 2).click();
  await page.getByRole('button', { name: 'Данные', exact: true }).first().click();
  const search = page.getByRole('textbox', { name: 'Найти в данных' });
  await search.fill('рис');
  await search.press('Enter');
  await page.getByText('1 из 400').waitFor();
  await search.press('Shift+Enter');
  await page.getByText('400 из 400').waitFor();
  await page.locator('mark[data-current]').waitFor();
  await page.getByRole('button', { name: 'Следующее совпадение' }).click();
  await page.getByText('1 из 400').waitFor();
  await search.fill('"рис"');
  await page.getByRole('button', { name: 'Предыдущее совпадение' }).click();
  await page.getByText('400 из 400').waitFor();
  await search.fill('нет такого');
  await page.getByRole('button', { name: 'Следующее совпадение' }).waitFor({ state: 'hidden' });
});
