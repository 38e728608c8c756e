import { describe, expect, it } from 'vitest';
import { Failure } from '../../main/domain/failure.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { eventually } from '../support/eventually.ts';
import { playedWindows } from '../support/played-windows.ts';
import { HOSTILE_NAME } from '../support/invented-report.ts';
import { openReports, reportCell, reportTable } from '../support/reports-window.ts';

const windows = playedWindows();

describe.each(['light', 'dark'] as const)('reports, %s', (theme) => {
  it('have no faults of access: morning, a table with orders behind it, the choices', async () => {
    const page = await openReports(windows, 'reports', { theme });
    await page.getByText('Выручка по часам').waitFor();
    await page.locator('canvas').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Каналы' }).click();
    await reportCell(page, 1, 5).click();
    await page.getByText('78001').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /^Период/ }).click();
    await page.getByText('С годом раньше').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('reports', () => {
  it('open the orders behind a figure, by mouse and by keys, and go to one of them', async () => {
    const page = await openReports(windows, 'reports?report=channels');
    const tile = page.getByRole('button', { name: /^Выручка/ }).locator('[title]');
    expect(await tile.first().getAttribute('title')).toMatch(/\S/);
    await reportCell(page, 0, 0).focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter'])
      await page.keyboard.press(key);
    await page.getByRole('complementary').getByText('Сайт').first().waitFor();
    expect(windows.asked('reports.behind')[0]).toMatchObject({
      query: { report: 'channels' },
      cell: { path: ['Сайт'], column: 'leads', currency: 'RUB' },
    });
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await eventually(() => windows.asked('reports.behind').at(-1)).toMatchObject({
      cell: { path: [], column: 'leads' },
    });
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    await reportCell(page, 0, 1).click();
    await page.getByRole('button', { name: /78001/ }).click();
    await eventually(() => page.url()).toContain('#/orders?order=1');
  });

  it('hand the list of orders a filter where one can say it', async () => {
    const page = await openReports(windows, 'reports?report=pivot');
    await reportCell(page, 0, 1).click();
    await page.getByRole('button', { name: 'Открыть в списке' }).click();
    await eventually(() => windows.asked('orders.open').at(-1)).toMatchObject({
      filter: { venueIds: [4], period: null },
    });
  });

  it('unfold into deeper rows, stand by any figure, narrow to a row', async () => {
    const page = await openReports(windows, 'reports?report=channels');
    await page.getByRole('button', { name: /^Строки/ }).click();
    await page.getByRole('combobox', { name: 'Уровень 2' }).fill('Точка');
    await page.getByRole('option', { name: 'Точка' }).click();
    await page.keyboard.press('Escape');
    await reportCell(page, 0, 0).click();
    await page.getByRole('row', { name: /^Таганка/ }).waitFor();
    await page.getByRole('columnheader', { name: 'Заказы' }).getByRole('button').click();
    await eventually(() =>
      page.getByRole('columnheader', { name: 'Заказы' }).getAttribute('aria-sort'),
    ).toBe('descending');
    await page
      .getByRole('row', { name: /^Таганка/ })
      .getByRole('gridcell')
      .nth(1)
      .click();
    await page.getByRole('button', { name: 'Сузить отчёт' }).click();
    await eventually(() => windows.asked('reports.open').at(-1)).toMatchObject({
      only: [{ dimension: 'venue', values: ['Таганка'] }],
    });
    await page.getByRole('button', { name: /^Точка: Таганка/ }).waitFor();
  });

  it('say each measure’s formula, and what the report is made of', async () => {
    const page = await openReports(windows, 'reports?report=channels');
    await page.getByRole('columnheader', { name: 'ROI' }).getByRole('button').focus();
    await page.getByRole('tooltip').waitFor();
    await page.getByRole('button', { name: /распределение статусов 7/ }).click();
    await page.getByRole('listitem').filter({ hasText: 'распределение статусов 7' }).waitFor();
  });

  it('walk a chart by keys and say its figures; Enter opens their orders', async () => {
    const page = await openReports(windows, 'reports?report=channels');
    const chart = page.getByRole('application').first();
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    await chart.getByText(/1 нояб\.: Этот период/).waitFor();
    await page.keyboard.press('Enter');
    await eventually(() => windows.asked('reports.behind').at(-1)).toMatchObject({
      query: { report: 'pivot', by: ['day'] },
      cell: { path: ['2026-11-01'], column: 'revenue' },
    });
  });

  it('draw only the rows in sight of a long report, and reach the last by keys', async () => {
    const page = await openReports(windows, 'reports?report=pivot');
    await page.getByRole('button', { name: /^Строки/ }).click();
    await page.getByRole('combobox', { name: 'Уровень 1' }).fill('Курьер');
    await page.getByRole('option', { name: 'Курьер' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /^Курьер 1 / }).waitFor();
    expect(await reportTable(page).locator('tbody tr').count()).toBeLessThan(150);
    await reportCell(page, 0, 0).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowUp');
    await eventually(() =>
      page.evaluate(() => document.activeElement?.getAttribute('data-row')),
    ).toBe('899');
    await reportTable(page).evaluate((element) => (element.parentElement!.scrollTop = 0));
    await page.getByRole('row', { name: /^Курьер 1 / }).waitFor();
    const stops = reportTable(page).locator('td[tabindex="0"]');
    await eventually(() => stops.first().getAttribute('data-row')).toBe('0');
  });

  it('take hostile names as text in tables and charts', async () => {
    const page = await openReports(windows, 'reports?report=channels');
    await page.getByRole('row', { name: new RegExp('^=HYPERLINK') }).waitFor();
    await page.locator('canvas').first().waitFor();
    expect(await reportTable(page).locator('img, a, script').count()).toBe(0);
    await eventually(() => page.title()).toContain('Отчёты');
    expect(await reportTable(page).textContent()).toContain(HOSTILE_NAME);
  });

  it('say why there is no report, and what to do', async () => {
    const page = await openReports(windows, 'reports?report=delays', {
      reports: {
        open: () => {
          throw new Failure('refused', 'profiles.right-missing', { right: 'see-revenue' });
        },
      },
    });
    await page.getByRole('alert').waitFor();
  });
});
