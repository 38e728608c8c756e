import { describe, expect, it } from 'vitest';
import type { StatusBoard } from '../../main/contract/status-mapping.ts';
import { eventually } from '../support/eventually.ts';
import { boardOfTest, carry, countIn } from '../support/status-board.ts';

const { window, page, lane, card } = boardOfTest();
const drafted = async () =>
  (await window().core<StatusBoard>('statusMapping.board', { period: null })).draft;
const said = () => page().locator('[aria-live=assertive]');

describe('a card carried by the mouse', () => {
  it('tells before it is let go what applying then commits', async () => {
    await carry(page(), card('Доставлена'), lane('paid'));
    await lane('paid')
      .getByText(/^\+9 · \+/)
      .waitFor();
    await lane('in-work')
      .getByText(/^−9 · −/)
      .waitFor();
    await eventually(() => countIn(page(), 'paid')).toBe(18);
    expect(await window().committed('paid')).toBe(9);
    await page().mouse.up();
    await lane('paid').getByText('было: В работе').waitFor();
    expect(await window().committed('paid')).toBe(9);
    await page().getByRole('button', { name: 'Применить' }).click();
    await page().getByText('Действует распределение 2').waitFor();
    expect(await window().committed('paid')).toBe(18);
    await eventually(() => countIn(page(), 'paid')).toBe(18);
  });

  it('stays where it was when it is let go outside or the drag is given up', async () => {
    await carry(page(), card('Доставлена'), page().locator('header:visible').first());
    await page().mouse.up();
    await page().locator('[data-carrying]').waitFor({ state: 'detached' });
    expect(await drafted()).toEqual([]);
    await carry(page(), card('Доставлена'), lane('paid'));
    await page().keyboard.press('Escape');
    await page().mouse.up();
    await lane('in-work').locator('li').filter({ hasText: 'Доставлена' }).waitFor();
    expect(await drafted()).toEqual([]);
  });

  it('lands where the hand lets go, not where it was drawn last', async () => {
    await carry(page(), card('Доставлена'), lane('paid'));
    await lane('paid')
      .getByText(/^\+9 · \+/)
      .waitFor();
    // Both before the window can draw: a quick hand, or a slow machine.
    await page().evaluate(() => {
      const outside = { bubbles: true, clientX: 10, clientY: 10 };
      document.dispatchEvent(new MouseEvent('mousemove', outside));
      document.dispatchEvent(new MouseEvent('mouseup', outside));
    });
    await page().mouse.up();
    await eventually(() => said().innerText()).toContain('остался в группе «В работе»');
    expect(await drafted()).toEqual([]);
  });
});

/** Takes a card by the keyboard; the library measures what it holds before it hears an arrow. */
async function take(): Promise<void> {
  await page().keyboard.press('Space');
  await eventually(() => said().innerText()).toContain('взят из группы «В работе»');
  await page().waitForTimeout(250);
}

describe('a card carried by keys', () => {
  it('goes one lane an arrow, and a screen reader hears only what is true', async () => {
    await card('Доставлена').focus();
    await take();
    await page().keyboard.press('ArrowRight');
    await eventually(() => said().innerText()).toMatch(/«Оплаченные»: больше на 9 заказов/);
    await page().keyboard.press('ArrowRight');
    await eventually(() => said().innerText()).toContain('«Отменённые»: больше');
    await page().keyboard.press('ArrowUp');
    await eventually(() => said().innerText()).toContain('«Не распределены»: больше');
    await page().keyboard.press('ArrowDown');
    await page().keyboard.press('ArrowRight');
    await eventually(() => said().innerText()).toContain('отсюда взят, ничего не изменится');
    await page().keyboard.press('Space');
    await eventually(() => said().innerText()).toContain('остался в группе «В работе»');
    await take();
    await page().keyboard.press('ArrowRight');
    await eventually(() => said().innerText()).toContain('«Оплаченные»');
    await page().keyboard.press('Space');
    await eventually(() => said().innerText()).toContain('перенесён в группу «Оплаченные»');
    await lane('paid').getByText('было: В работе').waitFor();
    await eventually(() => card('Доставлена').evaluate((at) => at === document.activeElement)).toBe(
      true,
    );
  });
});
