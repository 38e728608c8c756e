import { describe, expect, it } from 'vitest';
import { reportQuery, type Recipe, type RecipeComparison } from '../../main/contract/reports.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { eventually } from '../support/eventually.ts';
import { playedWindows } from '../support/played-windows.ts';
import { reportOf } from '../support/invented-report.ts';
import { openReports, reportCell, type ReportsPlay } from '../support/reports-window.ts';

const windows = playedWindows();

describe('a kept report', () => {
  const query = reportQuery.parse({
    report: 'channels',
    period: { from: '2026-06-01', to: '2026-06-30' },
  });
  const recipe: Recipe = {
    id: 5,
    name: 'Июнь',
    query,
    made: reportOf(query).made,
    author: 'Ирина',
    createdAt: Date.parse('2026-07-01T07:00:00Z'),
  };
  const before = {
    day: '2026-06-03',
    group: 'paid',
    sumMinor: 10_000,
    status: 'Closed',
    source: '',
    credits: [],
  };
  const comparison: RecipeComparison = {
    recipe,
    kept: reportOf(query),
    now: reportOf(query),
    changes: [{ orderId: 9, number: '555', kind: 'went', before, after: null }],
    changed: 1,
  };
  const reports: ReportsPlay['reports'] = {
    recipes: () => [recipe],
    runRecipe: () => reportOf(query),
    compareRecipe: () => comparison,
    removeRecipe: () => null,
    keepRecipe: () => recipe,
  };

  it('opens as it was, tells which orders changed it, and is asked again as of today', async () => {
    const page = await openReports(windows, 'reports?report=kept', { reports });
    await page.getByRole('button', { name: 'Как было' }).click();
    await reportCell(page, 0, 1).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'К сохранённым' }).click();
    await page.getByRole('button', { name: 'Что изменилось' }).click();
    await page.getByRole('cell', { name: 'пропал' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'К сохранённым' }).click();
    await page.getByRole('button', { name: 'На сегодня' }).click();
    await reportCell(page, 0, 1).waitFor();
    expect(windows.asked('reports.open')[0]).toMatchObject({
      report: 'channels',
      period: query.period,
    });
  });

  it('is removed, and is there again after Ctrl+Z', async () => {
    const page = await openReports(windows, 'reports?report=kept', { reports });
    await page.getByRole('button', { name: 'Убрать «Июнь»' }).click();
    await page.getByText('Отчёт «Июнь» убран').waitFor();
    await page.keyboard.press('Control+z');
    await eventually(() => windows.asked('reports.keepRecipe')[0]).toMatchObject({ name: 'Июнь' });
  });
});

describe('customers', () => {
  it('are saved as a segment by what they bought', async () => {
    const page = await openReports(windows, 'reports?report=customers', {
      reports: { saveSegment: (segment) => ({ ...segment, id: 1, customers: null }) },
    });
    await page.getByRole('button', { name: 'Сегменты' }).click();
    await page.getByText('Сохранённых сегментов нет').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Название сегмента' }).fill('Вернуть');
    await page.getByRole('textbox', { name: 'Купил не меньше чем на' }).fill('5000');
    await page.getByRole('button', { name: 'Сохранить сегмент' }).click();
    await eventually(() => windows.asked('reports.saveSegment')[0]).toMatchObject({
      name: 'Вернуть',
      rule: { leastMinor: 500_000, leastOrders: null, segments: [] },
    });
  });
});
