import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Download, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { reportQuery, type Recipe } from '../../main/contract/reports.ts';
import { Failure } from '../../main/domain/failure.ts';
import type { Answers } from '../support/fake-client.ts';
import { idleAnswers } from '../support/idle-answers.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { openRendererWindow, type RendererWindow } from '../support/renderer-window.ts';
import { HOSTILE_NAME, reportAnswers, reportOf } from '../support/report-answers.ts';

let browser: Browser;
let window: RendererWindow;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

afterEach(async () => {
  const { errors, host } = window;
  const reports = host.policyReports();
  await window.close();
  expect({ errors, reports }).toEqual({ errors: [], reports: 0 });
});

type Looks = Readonly<{ theme?: 'light' | 'dark'; reports?: Partial<Answers['reports']> }>;

async function open(screen: string, { theme = 'light', reports = {} }: Looks = {}): Promise<Page> {
  const { state, answers } = idleAnswers();
  state.personal.theme = theme;
  const given = { ...answers, reports: { ...reportAnswers(), ...reports } };
  window = await openRendererWindow(browser, given, screen, {
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
  });
  return window.page;
}

const table = (page: Page) => page.getByRole('treegrid');
const cell = (page: Page, row: number, column: number) =>
  page.locator(`td[data-row="${row}"][data-column="${column}"]`);

const asked = (topic: string) => window.core.asked.filter((one) => one.topic === topic);

const faults = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

describe.each(['light', 'dark'] as const)('reports, %s', (theme) => {
  it('have no faults of access: morning, a table with orders behind it, the choices', async () => {
    const page = await open('reports', { theme });
    await page.getByText('Выручка по часам').waitFor();
    await page.locator('canvas').first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Каналы' }).click();
    await cell(page, 1, 5).click();
    await page.getByText('78001').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: /^Период/ }).click();
    await page.getByText('С годом раньше').waitFor();
    expect(await faults(page)).toEqual([]);
  });
});

describe('reports', () => {
  it('open the orders behind a figure, by mouse and by keys, and go to one of them', async () => {
    const page = await open('reports?report=channels');
    await cell(page, 0, 0).focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter'])
      await page.keyboard.press(key);
    await page.getByRole('complementary').getByText('Сайт').first().waitFor();
    expect(asked('reports.behind')[0]?.input).toMatchObject({
      query: { report: 'channels' },
      cell: { path: ['Сайт'], column: 'leads', currency: 'RUB' },
    });
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => asked('reports.behind').at(-1)?.input)
      .toMatchObject({
        cell: { path: [], column: 'leads' },
      });
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    await cell(page, 0, 1).click();
    await page.getByRole('button', { name: /78001/ }).click();
    await expect.poll(() => page.url()).toContain('#/orders?order=1');
  });

  it('hand the list of orders a filter where a row can say it', async () => {
    const opens = { venueIds: [4], view: 'all' };
    const page = await open('reports?report=pivot', {
      reports: {
        open: (query) => {
          const report = reportOf(query);
          const [section] = report.sections;
          const rows = section!.rows.map((row) => ({ ...row, opens: opens as never }));
          return { ...report, sections: [{ ...section!, rows }] };
        },
      },
    });
    await cell(page, 0, 1).click();
    await page.getByRole('button', { name: 'Открыть в списке' }).click();
    await expect
      .poll(() => asked('orders.open').at(-1)?.input)
      .toMatchObject({ filter: { venueIds: [4], period: null } });
  });

  it('unfold into deeper rows, stand by any figure, narrow to a row', async () => {
    const page = await open('reports?report=channels');
    await page.getByRole('button', { name: /^Строки/ }).click();
    await page.getByRole('combobox', { name: 'Уровень 2' }).fill('Точка');
    await page.getByRole('option', { name: 'Точка' }).click();
    await page.keyboard.press('Escape');
    await cell(page, 0, 0).click();
    await page.getByRole('row', { name: /^Таганка/ }).waitFor();
    await page.getByRole('columnheader', { name: 'Заказы' }).getByRole('button').click();
    await expect
      .poll(() => page.getByRole('columnheader', { name: 'Заказы' }).getAttribute('aria-sort'))
      .toBe('descending');
    await page
      .getByRole('row', { name: /^Таганка/ })
      .getByRole('gridcell')
      .nth(1)
      .click();
    await page.getByRole('button', { name: 'Сузить отчёт' }).click();
    await expect
      .poll(() => asked('reports.open').at(-1)?.input)
      .toMatchObject({
        only: [{ dimension: 'venue', values: ['Таганка'] }],
      });
    await page.getByRole('button', { name: /^Точка: Таганка/ }).waitFor();
  });

  it('say each measure’s formula, and what the report is made of', async () => {
    const page = await open('reports?report=channels');
    await page.getByRole('columnheader', { name: 'ROI' }).getByRole('button').focus();
    await page.getByRole('tooltip').waitFor();
    await page.getByRole('button', { name: /распределение статусов 7/ }).click();
    await page.getByRole('listitem').filter({ hasText: 'распределение статусов 7' }).waitFor();
  });

  it('walk a chart by keys and say its figures; Enter opens their orders', async () => {
    const page = await open('reports?report=channels');
    const chart = page.getByRole('application').first();
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    await chart.getByText(/1 нояб\.: Этот период/).waitFor();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => asked('reports.behind').at(-1)?.input)
      .toMatchObject({
        query: { report: 'pivot', by: ['day'] },
        cell: { path: ['2026-11-01'], column: 'revenue' },
      });
  });

  it('draw only the rows in sight of a long report, and reach the last by keys', async () => {
    const page = await open('reports?report=pivot');
    await page.getByRole('button', { name: /^Строки/ }).click();
    await page.getByRole('combobox', { name: 'Уровень 1' }).fill('Курьер');
    await page.getByRole('option', { name: 'Курьер' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /^Курьер 1 / }).waitFor();
    expect(await table(page).locator('tbody tr').count()).toBeLessThan(150);
    await cell(page, 0, 0).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowUp');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-row')))
      .toBe('899');
    await table(page).evaluate((element) => (element.parentElement!.scrollTop = 0));
    await page.getByRole('row', { name: /^Курьер 1 / }).waitFor();
    const stops = table(page).locator('td[tabindex="0"]');
    await expect.poll(() => stops.first().getAttribute('data-row')).toBe('0');
  });

  it('take hostile names as text in tables and charts', async () => {
    const page = await open('reports?report=channels');
    await page.getByRole('row', { name: new RegExp('^=HYPERLINK') }).waitFor();
    await page.locator('canvas').first().waitFor();
    expect(await table(page).locator('img, a, script').count()).toBe(0);
    expect(await page.title()).toContain('Отчёты');
    expect(await table(page).textContent()).toContain(HOSTILE_NAME);
  });

  it('say why there is no report, and what to do', async () => {
    const page = await open('reports?report=delays', {
      reports: {
        open: () => {
          throw new Failure('refused', 'profiles.right-missing', { right: 'see-revenue' });
        },
      },
    });
    await page.getByRole('alert').waitFor();
  });
});

describe('customers', () => {
  it('are saved as a segment by what they bought', async () => {
    const page = await open('reports?report=customers', {
      reports: { saveSegment: (segment) => ({ ...segment, id: 1, customers: null }) },
    });
    await page.getByRole('button', { name: 'Сегменты' }).click();
    await page.getByText('Сохранённых сегментов нет').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Название сегмента' }).fill('Вернуть');
    await page.getByRole('textbox', { name: 'Купил не меньше чем на' }).fill('5000');
    await page.getByRole('button', { name: 'Сохранить сегмент' }).click();
    await expect
      .poll(() => asked('reports.saveSegment')[0]?.input)
      .toMatchObject({
        name: 'Вернуть',
        rule: { leastMinor: 500_000, leastOrders: null, segments: [] },
      });
  });
});

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
  const side = { day: '2026-06-03', group: 'paid', sumMinor: 10_000, status: 'Closed', source: '' };
  const before = reportOf(query);
  const comparison = {
    recipe,
    // oxlint-disable-next-line unicorn/no-thenable -- the contract's name for what was
    then: before,
    now: before,
    changes: [{ orderId: 9, number: '555', kind: 'went', before: side, after: null }],
    changed: 1,
  };
  const reports: Looks['reports'] = {
    recipes: () => [recipe],
    runRecipe: () => reportOf(query),
    compareRecipe: () => comparison as never,
    removeRecipe: () => null,
    keepRecipe: () => recipe,
  };

  it('opens as it was, tells which orders changed it, and is asked again as of today', async () => {
    const page = await open('reports?report=kept', { reports });
    await page.getByRole('button', { name: 'Как было' }).click();
    await cell(page, 0, 1).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'К сохранённым' }).click();
    await page.getByRole('button', { name: 'Что изменилось' }).click();
    await page.getByRole('cell', { name: 'пропал' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'К сохранённым' }).click();
    await page.getByRole('button', { name: 'На сегодня' }).click();
    await cell(page, 0, 1).waitFor();
    expect(asked('reports.open')[0]?.input).toMatchObject({
      report: 'channels',
      period: query.period,
    });
  });

  it('is removed, and is there again after Ctrl+Z', async () => {
    const page = await open('reports?report=kept', { reports });
    await page.getByRole('button', { name: 'Убрать «Июнь»' }).click();
    await page.getByText('Отчёт «Июнь» убран').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => asked('reports.keepRecipe')[0]?.input).toMatchObject({ name: 'Июнь' });
  });
});

describe('a report is saved', () => {
  const save = async (page: Page, name: RegExp): Promise<Download> => {
    await page.getByRole('button', { name: 'Экспорт' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name }).click(),
    ]);
    return download;
  };

  it('as a table by the core', async () => {
    const page = await open('reports?report=channels');
    await cell(page, 0, 1).waitFor();
    await page.getByRole('button', { name: 'Экспорт' }).click();
    await page.getByRole('menuitem', { name: /XLSX/ }).click();
    await page.getByText('Сохранено 6 строк').waitFor();
    expect(asked('reports.exportFile')[0]?.input).toMatchObject({
      format: 'xlsx',
      query: { report: 'channels', by: ['channel'] },
    });
  });

  it('as pictures by the page: PNG and an SVG without anything that runs', async () => {
    const page = await open('reports?report=cancellations');
    await page.locator('canvas').first().waitFor();
    const png = await readFile(await (await save(page, /PNG/)).path());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const download = await save(page, /SVG/);
    expect(download.suggestedFilename()).toBe('Отмены.svg');
    const svg = await readFile(await download.path(), 'utf8');
    expect(svg).toMatch(/^<svg/);
    expect(svg).not.toMatch(/<script|onload|javascript:/i);
  });

  it('on paper: every row of a long report, in the light, without the window’s frame', async () => {
    const page = await open('reports?report=pivot', { theme: 'dark' });
    await page.getByRole('button', { name: /^Строки/ }).click();
    await page.getByRole('combobox', { name: 'Уровень 1' }).fill('Курьер');
    await page.getByRole('option', { name: 'Курьер' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /^Курьер 1 / }).waitFor();
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(12);
    const scheme = await page.locator('html').getAttribute('data-mantine-color-scheme');
    expect(scheme).toBe('dark');
  });

  it('under a name, to be opened again as it was', async () => {
    const page = await open('reports?report=channels', {
      reports: { keepRecipe: () => ({}) as never },
    });
    await page.getByRole('button', { name: 'Сохранить отчёт' }).click();
    await page.getByRole('textbox', { name: 'Название' }).fill('Июнь');
    await page.keyboard.press('Enter');
    await page.getByText('Отчёт «Июнь» сохранён').waitFor();
    expect(asked('reports.keepRecipe')[0]?.input).toMatchObject({ name: 'Июнь' });
  });
});
