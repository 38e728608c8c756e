import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { EVERY_ORDER, type OrderFilter } from '../../main/domain/orders/order-filter.ts';
import { mutable } from '../../renderer/features/orders/orders-core.ts';
import { connection, connectionAnswers } from '../support/connection-answers.ts';
import { eventually } from '../support/eventually.ts';
import { idleAnswers, type IdleState } from '../support/idle-answers.ts';
import { orderAt, ordersAnswers, type OrdersState } from '../support/million-orders.ts';
import { chosenRow, grid, row } from '../support/orders-page.ts';
import { playedWindows } from '../support/played-windows.ts';

const windows = playedWindows();

type Wish = Readonly<{
  orders?: Partial<OrdersState>;
  personal?: Partial<IdleState['personal']>;
}>;

async function open({ orders = {}, personal = {} }: Wish = {}): Promise<Page> {
  const idle = idleAnswers();
  Object.assign(idle.state.personal, { seenHints: ['orders'], ...personal });
  const page = await windows.open(
    { ...idle.answers, orders: ordersAnswers(orders).answers },
    'orders',
    {
      viewport: { width: 1366, height: 768 },
      permissions: ['clipboard-read', 'clipboard-write'],
    },
  );
  await row(page, 0).waitFor();
  return page;
}

const held = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const one = document.activeElement;
    return one?.getAttribute('role') ?? one?.textContent ?? one?.tagName ?? '';
  });
const gridHolds = (page: Page) => eventually(() => held(page)).toBe('grid');

describe('the list holds the focus', () => {
  it('when it is there, so that the arrows work at once', async () => {
    const page = await open();
    await gridHolds(page);
    await page.keyboard.press('ArrowDown');
    await chosenRow(page, 0).waitFor();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('рис');
    await eventually(() => windows.asked('orders.open').at(-1)).toMatchObject({
      filter: { search: 'рис' },
    });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  });

  it('again when one comes back to its screen', async () => {
    const page = await open();
    const rail = page.getByRole('navigation');
    await rail.getByRole('link', { name: 'Настройки' }).click();
    await grid(page).waitFor({ state: 'hidden' });
    await rail.getByRole('link', { name: 'Заказы' }).click();
    await gridHolds(page);
  });

  it('after the hint was understood', async () => {
    const page = await open({ personal: { seenHints: [] } });
    await page.getByRole('button', { name: 'Понятно' }).focus();
    await page.keyboard.press('Enter');
    await gridHolds(page);
  });
});

it('a chip holds the focus of its cross when that is gone', async () => {
  const page = await open();
  const asked = () => (windows.asked('orders.open').at(-1) as { filter: OrderFilter }).filter;
  await page.locator('button[aria-haspopup="dialog"]', { hasText: 'Статус' }).click();
  await page.getByRole('dialog').getByRole('checkbox').first().check();
  await eventually(() => asked().stages.length).toBe(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Убрать фильтр «Статус»' }).focus();
  await page.keyboard.press('Enter');
  await eventually(() => asked().stages).toEqual([]);
  await eventually(() => held(page)).toBe('Статус');
});

it('a menu that removes what it hangs on hands the focus to the neighbour, not to the passing toast', async () => {
  const filter = mutable(EVERY_ORDER);
  const sort = { column: 'created' as const, descending: true };
  const savedViews = ['Утро', 'Вечер'].map((name) => ({ id: name, name, filter, sort }));
  const page = await open({ personal: { savedViews } });
  await page.getByRole('button', { name: 'Действия с видом «Вечер»' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Удалить' }).press('Enter');
  await page.getByText('Вид «Вечер» удалён').waitFor();
  await eventually(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe(
    'Действия с видом «Утро»',
  );
});

it('the list gets the focus back from a note that is left by Esc', async () => {
  const page = await open();
  await row(page, 3).click();
  await page.getByRole('textbox', { name: 'Отзыв гостя' }).press('Escape');
  await gridHolds(page);
  await page.keyboard.press('Escape');
  await page.getByRole('complementary').waitFor({ state: 'detached' });
});

it('a button that works for a while has the focus again when it is done', async () => {
  const stand = connectionAnswers();
  let finish = (): void => undefined;
  const test = () => new Promise<[]>((settle) => (finish = () => settle([])));
  const page = await windows.open(
    { ...stand.answers, connections: { ...stand.answers.connections, test } },
    'connections',
  );
  const button = page.getByRole('button', { name: 'Проверить' }).first();
  await button.press('Enter');
  await page.locator('button[data-loading]').waitFor();
  await eventually(() => held(page)).not.toBe('Проверить');
  finish();
  await page.locator('button[data-loading]').waitFor({ state: 'detached' });
  await eventually(() => held(page)).toBe('Проверить');
});

it('a connection that is removed hands the focus to what stands after it', async () => {
  const second = connection({ id: 2, name: 'Вторая' });
  const stand = connectionAnswers({}, [connection(), second]);
  const page = await windows.open(stand.answers, 'connections');
  await page.getByRole('button', { name: 'Удалить' }).first().press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Удалить', exact: true }).press('Enter');
  await eventually(() => stand.connections.length).toBe(1);
  windows.core().announce('connections.changed', { connectionId: 1 });
  await page.getByRole('button', { name: 'Удалить' }).nth(1).waitFor({ state: 'detached' });
  await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
});

describe('the red band', () => {
  const late = [77, 78].map((at) => ({
    ...orderAt(at, { promisedAt: Date.now() - 720_000, stage: 'on-way' }),
    reasons: ['late'] as const,
  }));

  it('is entered from the list by the arrow, opened and closed, copied, and left again', async () => {
    const page = await open({ orders: { pinned: late } });
    await gridHolds(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    const heading = page.getByRole('heading', { name: 'Заказ 100077' });
    await heading.waitFor();
    await page.keyboard.press('Space');
    await heading.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+c');
    await page.getByText('Скопирован 1 заказ').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('100077');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await gridHolds(page);
  });
});
