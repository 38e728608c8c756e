import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { axeFaults } from '../support/axe-faults.ts';
import { eventually } from '../support/eventually.ts';
import type { Answers } from '../support/fake-client.ts';
import { idleAnswers, type IdleState } from '../support/idle-answers.ts';
import { orderAt, ordersAnswers, type OrdersState } from '../support/million-orders.ts';
import { chosenRow, grid, inSight, row } from '../support/orders-page.ts';
import { playedWindows } from '../support/played-windows.ts';

const MILLION = 1_000_000;
const MINUTE = 60_000;
const HOSTILE = `<img src=x onerror="document.title='pwned'"><svg onload=alert(1)>\u202Eevil\u001b[31m`;

const windows = playedWindows();

type Wish = Readonly<{
  orders?: Partial<OrdersState>;
  personal?: Partial<IdleState['personal']>;
  width?: number;
}>;

async function open({ orders = {}, personal = {}, width = 1366 }: Wish = {}) {
  const idle = idleAnswers();
  Object.assign(idle.state.personal, { seenHints: ['orders'], ...personal });
  const list = ordersAnswers(orders);
  const answers: Answers = { ...idle.answers, orders: list.answers };
  const page = await windows.open(answers, 'orders', {
    viewport: { width, height: 768 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  if (list.state.count > 0) await row(page, 0).waitFor();
  return { page, state: list.state, personal: idle.state.personal };
}

const lastOpened = () => windows.asked('orders.open').at(-1);

describe('a million rows', () => {
  it.each(['compact', 'comfortable'] as const)(
    'are reachable to the last, %s',
    async (rowHeight) => {
      const { page } = await open({ personal: { rowHeight } });
      await grid(page).focus();
      await page.keyboard.press('End');
      await eventually(() => inSight(page, MILLION - 1)).toBe(true);
      await page.keyboard.press('ArrowUp');
      await chosenRow(page, MILLION - 2).waitFor();
      await page.keyboard.press('Home');
      await eventually(() => inSight(page, 0)).toBe(true);
    },
  );

  it('reach their end by the scroll bar alone', async () => {
    const { page } = await open({ personal: { rowHeight: 'comfortable' } });
    await grid(page).evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await eventually(() => inSight(page, MILLION - 1)).toBe(true);
  });

  it('scroll 60 px a frame with the same elements and never a placeholder', async () => {
    const { page } = await open();
    const seen = await grid(page).evaluate(async (box) => {
      const nodes = new Set<number>();
      let waiting = 0;
      for (let frame = 0; frame < 120; frame += 1) {
        box.scrollBy(0, 60);
        await new Promise((resolve) => requestAnimationFrame(resolve));
        if (frame < 20) continue;
        nodes.add(box.querySelectorAll('[data-index]').length);
        waiting += box.querySelector('[data-waiting]') ? 1 : 0;
      }
      return { most: Math.max(...nodes), least: Math.min(...nodes), waiting };
    });
    expect(seen.waiting).toBe(0);
    expect(seen.most - seen.least).toBeLessThanOrEqual(2);
    expect(seen.most).toBeLessThan(60);
  });
});

describe('the keyboard', () => {
  it('chooses, extends, copies and opens rows, and the card follows', async () => {
    const { page } = await open();
    await grid(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+c');
    await page.getByText('Скопировано 2 заказа').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\r\n')).toHaveLength(3);
    expect(copied.split('\r\n')[1]).toContain('100000');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Заказ 100001' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: 'Заказ 100002' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Заказ 100002' }).waitFor({ state: 'detached' });
  });

  it('sorts, sizes, moves and hides columns from their headers', async () => {
    const { page, personal } = await open({ width: 1920 });
    const header = page.locator('[data-header="number"]');
    await header.focus();
    await page.keyboard.press('Enter');
    await page.locator('[aria-sort="ascending"] [data-header="number"]').waitFor();
    const before = (await header.boundingBox())!.width;
    await page.keyboard.press('Alt+ArrowRight');
    await eventually(async () => (await header.boundingBox())!.width).toBeGreaterThan(before);
    await page.keyboard.press('Control+Shift+ArrowLeft');
    const first = page.locator('[data-header]').first();
    await eventually(() => first.getAttribute('data-header')).toBe('number');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Скрыть столбец' }).click();
    await header.waitFor({ state: 'detached' });
    await eventually(() => personal.orderColumns[0]).toMatchObject({
      column: 'number',
      shown: false,
    });
  });

  it('finds the search box and leaves it again', async () => {
    const { page } = await open();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('рис');
    await eventually(lastOpened).toMatchObject({ filter: { search: 'рис' } });
    await page.keyboard.press('Escape');
    await eventually(lastOpened).toMatchObject({ filter: { search: '' } });
  });
});

/** Cells that must never be cut and are, or that lie outside the list. */
const cutCells = (page: Page, index: number): Promise<string[]> =>
  row(page, index).evaluate((line) => {
    const edge = line.closest('[role="grid"]')!.getBoundingClientRect().right;
    return ['phone', 'address'].filter((name) => {
      const cell = line.querySelector(`[data-column="${name}"]`);
      const cut = !cell || cell.scrollWidth > cell.clientWidth;
      return cut || cell.getBoundingClientRect().right > edge;
    });
  });

describe('what the operator sees', () => {
  it('keeps late orders on top under every sort, and new ones wait above', async () => {
    const late = orderAt(77, { promisedAt: Date.now() - 12 * MINUTE, stage: 'on-way' });
    const { page, state } = await open({ orders: { pinned: [{ ...late, reasons: ['late'] }] } });
    await page.getByText('Требует внимания 1 заказ').waitFor();
    await page.locator('[data-header="sum"]').click();
    await page.locator('[aria-sort="ascending"] [data-header="sum"]').waitFor();
    await page.getByText('−12 мин').waitFor();
    // By its number: what remains of its time may change while the test runs.
    await row(page, 0).filter({ hasText: '100000' }).waitFor();
    state.fresh = 12;
    windows.core().announce('orders.changed', { ids: [], created: 12, changed: 0, alarms: [] });
    const button = page.getByRole('button', { name: '12 новых' });
    await button.waitFor();
    await row(page, 0).filter({ hasText: '100000' }).waitFor();
    await button.click();
    await button.waitFor({ state: 'detached' });
  });

  it('keeps phone and house whole at every width, beside the card', async () => {
    const street = 'Шарикоподшипниковская набережная имени Семидесятилетия';
    const { page } = await open({ orders: { rowAt: (at) => orderAt(at, { street }) } });
    await row(page, 2).click();
    await page.getByRole('heading', { name: 'Заказ 100002' }).waitFor();
    for (const width of [800, 1024, 1280, 1366, 1920]) {
      await page.setViewportSize({ width, height: 768 });
      await eventually(() => cutCells(page, 2), `${width} px`).toEqual([]);
      await row(page, 2).getByText(', 3', { exact: true }).waitFor();
    }
  });

  it('teaches when nothing is found, and the red band stays', async () => {
    const { page } = await open({ orders: { count: 0 } });
    await page.getByText('За эти дни заказов нет').waitFor();
    await page.getByRole('button', { name: 'Показать за всё время' }).click();
    await eventually(lastOpened).toMatchObject({ filter: { period: null } });
  });

  it('shows hostile text as text, in list and card', async () => {
    const over = {
      guest: HOSTILE,
      street: HOSTILE,
      venue: HOSTILE,
      comment: HOSTILE,
      problem: HOSTILE,
    };
    const { page } = await open({ orders: { rowAt: (at) => orderAt(at, over) } });
    await row(page, 1).click();
    await page.getByRole('heading', { name: 'Заказ 100001' }).waitFor();
    await eventually(() => page.getByText('onerror').count()).toBeGreaterThan(1);
    expect(await page.title()).not.toContain('pwned');
    expect(await page.locator('main img').count()).toBe(0);
  });
});

describe('the card', () => {
  it('tells impossible times, removed lines and risks, and takes a mark back', async () => {
    const { page } = await open();
    await row(page, 5).click();
    const card = page.getByRole('complementary');
    await card.getByText('Раньше, чем могло быть').waitFor();
    await card.getByText('Гость передумал').waitFor();
    await card.getByText('Не открыл дверь').waitFor();
    await card.getByRole('button', { name: 'Проверено' }).click();
    await page.getByText('отмечен проверенным').waitFor();
    await page.getByRole('button', { name: 'Вернуть' }).click();
    await eventually(() => windows.asked('orders.saveReview')).toMatchObject([
      { checked: true },
      { checked: false },
    ]);
  });

  it('opens linked orders and what the vendor sent', async () => {
    const { page } = await open();
    await row(page, 5).click();
    const card = page.getByRole('complementary');
    await card.getByRole('button', { name: 'Данные' }).click();
    await page.getByRole('dialog').getByText('"order"').waitFor();
    await page.keyboard.press('Escape');
    await card.getByRole('button', { name: '№ 100077' }).click();
    await page.getByRole('heading', { name: 'Заказ 100077' }).waitFor();
    await chosenRow(page, 77).waitFor();
  });
});

describe('access', () => {
  it.each([
    ['light', ['Столбцы', 'Звук включён', 'Дни']],
    ['dark', ['Точка', 'Дни']],
  ] as const)('has no faults in %s: list, card, what opens over them', async (theme, buttons) => {
    const pinned = [{ ...orderAt(3), reasons: ['late'] as const }];
    const { page } = await open({ personal: { theme }, orders: { pinned } });
    await row(page, 1).click();
    await page.getByRole('heading', { name: 'Заказ 100001' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    for (const name of buttons) {
      await page
        .getByRole('button', { name: new RegExp(name) })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
      expect(await axeFaults(page, '[role="dialog"]')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await page.getByRole('complementary').getByRole('button', { name: 'Данные' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await axeFaults(page, '[role="dialog"]')).toEqual([]);
  });
});
