import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { SpendRow } from '../../main/contract/reports.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { eventually } from '../support/eventually.ts';
import { playedWindows } from '../support/played-windows.ts';
import { openReports } from '../support/reports-window.ts';

const windows = playedWindows();

const spent = (id: number, channel: string, amountMinor: number): SpendRow => ({
  id,
  day: '2026-11-20',
  channel,
  currency: 'RUB',
  amountMinor,
  origin: 'file',
});

const open = (theme: 'light' | 'dark', rows: readonly SpendRow[]): Promise<Page> =>
  openReports(windows, 'reports?report=spend', {
    theme,
    reports: {
      spend: () => rows,
      saveSpend: () => null,
      importSpend: ({ text }) => ({
        taken: text.includes('ой') ? 0 : 2,
        replaced: 0,
        wrong: text.includes('ой') ? [{ row: 2, code: 'bad-amount', value: 'ой' }] : [],
      }),
    },
  });

const chooseFile = (page: Page, text: string) =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'расходы.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

describe('spend', () => {
  it('is entered by hand under the name that a channel has, and taken back', async () => {
    const page = await open('light', [spent(1, 'Яндекс', 1_250_000), spent(2, 'VK', 300_050)]);
    await page.getByText('15 500,50 ₽').waitFor();
    const form = page.getByRole('form', { name: 'Добавить расход' });
    await form.getByRole('combobox', { name: 'Канал' }).fill('яндекс');
    await page.keyboard.press('Escape');
    await form.getByRole('textbox', { name: 'Сумма' }).fill('99,5');
    await page.getByRole('button', { name: 'Записать' }).click();
    await eventually(() => windows.asked('reports.saveSpend')).toMatchObject([
      { channel: 'Яндекс', currency: 'RUB', amountMinor: 9950 },
    ]);
    await page.getByRole('button', { name: 'Убрать расход: VK' }).click();
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await eventually(() => windows.asked('reports.saveSpend').slice(1)).toMatchObject([
      { channel: 'VK', amountMinor: 0 },
      { channel: 'VK', amountMinor: 300_050 },
    ]);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('is looked through before it is taken from a file; a wrong row stops the whole', async () => {
    const page = await open('dark', []);
    await page.getByText('За эти дни расходов нет').waitFor();
    await chooseFile(page, 'Дата;Канал;Сумма\n20.11.2026;VK;ой\n');
    await page.getByText('Не сумма: «ой»').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Отмена' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await chooseFile(page, 'Дата;Канал;Сумма\n20.11.2026;VK;10\n21.11.2026;VK;20\n');
    await page.getByText('Будет записано 2 расхода').waitFor();
    await page.getByRole('button', { name: 'Загрузить' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(windows.asked('reports.importSpend')).toMatchObject([
      { dryRun: true },
      { dryRun: true },
      { dryRun: false },
    ]);
  });
});
