import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { idleAnswers } from '../support/idle-answers.ts';
import { orderAt, ordersAnswers, type OrdersState } from '../support/million-orders.ts';
import { grid, row } from '../support/orders-page.ts';
import { playedWindows } from '../support/played-windows.ts';

const windows = playedWindows();

/** The list with a card beside it, which leaves it little room. */
async function openBesideCard(width: number, orders: Partial<OrdersState>): Promise<Page> {
  const idle = idleAnswers();
  idle.state.personal.seenHints = ['orders'];
  const answers = { ...idle.answers, orders: ordersAnswers(orders).answers };
  const page = await windows.open(answers, 'orders', { viewport: { width, height: 768 } });
  await row(page, 2).click();
  await page.getByRole('complementary').waitFor();
  return page;
}

it('the way into a long red band stays within the list, however narrow', async () => {
  const reasons = ['late', 'cooking-overdue', 'problem'] as const;
  const pinned = Array.from({ length: 9 }, (_, at) => ({ ...orderAt(at + 70), reasons }));
  // 1280 px wide at 150 %.
  const page = await openBesideCard(853, { pinned });
  const edge = await grid(page).evaluate((box) => box.getBoundingClientRect().right);
  const more = await page.getByRole('button', { name: 'ещё 5' }).boundingBox();
  expect(more!.x + more!.width).toBeLessThanOrEqual(edge);
});

it.each([537, 1_000_000])(
  'how many of %i are chosen stands where their count stood: the rows stay',
  async (count) => {
    const page = await openBesideCard(1280, { count });
    const top = () => grid(page).evaluate((box) => box.getBoundingClientRect().top);
    const before = await top();
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('выбрано 2').waitFor();
    expect(await top()).toBe(before);
  },
);

it('views that have no room are behind an arrow, which comes with the counts and goes at the end', async () => {
  const idle = idleAnswers();
  idle.state.personal.seenHints = ['orders'];
  const answers = { ...idle.answers, orders: ordersAnswers({}).answers };
  const page = await windows.open(answers, 'orders', { viewport: { width: 853, height: 600 } });
  const [before, after] = ['Предыдущие виды', 'Следующие виды'].map((name) =>
    page.getByRole('button', { name }),
  );
  const cancelled = page.getByRole('button', { name: /^Отменены/ });
  const hidden = (button: typeof after) => button!.getAttribute('data-hidden');
  await eventually(() => hidden(after)).toBe(null);
  expect(await hidden(before)).toBe('true');
  await after!.click();
  await after!.click();
  await eventually(() => hidden(after)).toBe('true');
  await cancelled.click();
  await eventually(() => cancelled.getAttribute('aria-pressed')).toBe('true');
  const edge = page.viewportSize()!.width;
  const box = await cancelled.boundingBox();
  expect(box!.x + box!.width).toBeLessThanOrEqual(edge);
  await page.getByRole('button', { name: /^Все/ }).focus();
  await eventually(() => hidden(before)).toBe('true');
});
