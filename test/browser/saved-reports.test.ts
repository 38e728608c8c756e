import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { playedWindows } from '../support/played-windows.ts';
import { openReports, reportCell } from '../support/reports-window.ts';

const windows = playedWindows();

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
    const page = await openReports(windows, 'reports?report=channels');
    await reportCell(page, 0, 1).waitFor();
    await page.getByRole('button', { name: 'Экспорт' }).click();
    await page.getByRole('menuitem', { name: /XLSX/ }).click();
    await page.getByText('Сохранено 6 строк').waitFor();
    expect(windows.asked('reports.exportFile')[0]).toMatchObject({
      format: 'xlsx',
      query: { report: 'channels', by: ['channel'] },
    });
  });

  it('as pictures by the page: PNG and an SVG without anything that runs', async () => {
    const page = await openReports(windows, 'reports?report=cancellations');
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
    const page = await openReports(windows, 'reports?report=pivot', { theme: 'dark' });
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
    const page = await openReports(windows, 'reports?report=channels', {
      reports: { keepRecipe: () => ({}) as never },
    });
    await page.getByRole('button', { name: 'Сохранить отчёт' }).click();
    await page.getByRole('textbox', { name: 'Название' }).fill('Июнь');
    await page.keyboard.press('Enter');
    await page.getByText('Отчёт «Июнь» сохранён').waitFor();
    expect(windows.asked('reports.keepRecipe')[0]).toMatchObject({ name: 'Июнь' });
  });
});
