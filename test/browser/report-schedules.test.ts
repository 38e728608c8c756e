import AxeBuilder from '@axe-core/playwright';
import { expect, it } from 'vitest';
import { reportQuery, type ScheduledExport } from '../../main/contract/reports.ts';
import { idleAnswers } from '../support/idle-answers.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { openRendererWindow } from '../support/renderer-window.ts';
import { reportAnswers } from '../support/report-answers.ts';

const planned: ScheduledExport = {
  id: 1,
  name: 'Каналы для собственника',
  query: reportQuery.parse({
    report: 'channels',
    period: { from: '2026-11-20', to: '2026-11-20' },
  }),
  preset: 'yesterday',
  format: 'xlsx',
  language: 'ru',
  folder: String.raw`D:\Отчёты`,
  hour: 6,
  weekday: 1,
  author: 'Ирина',
  createdAt: Date.parse('2026-11-01T09:00:00Z'),
  last: {
    at: Date.parse('2026-11-16T03:00:10Z'),
    fileName: null,
    failure: { kind: 'unreachable', code: 'reports.folder', params: { folder: 'D:', code: 'X' } },
  },
};

it('a report is set up to be written by itself, and the last time is told', async () => {
  const browser = await launchBrowser();
  const { answers } = idleAnswers();
  const reports = {
    ...reportAnswers(),
    schedules: () => [planned],
    saveSchedule: () => planned,
    removeSchedule: () => null,
  };
  const window = await openRendererWindow(
    browser,
    { ...answers, reports },
    'reports?report=channels',
    { viewport: { width: 1366, height: 768 } },
  );
  const { page } = window;
  const asked = (topic: string) =>
    window.core.asked.filter((one) => one.topic === topic).map(({ input }) => input);
  const faults = async () =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);

  await page.getByRole('treegrid').waitFor();
  await page.getByRole('button', { name: 'Экспорт' }).click();
  await page.getByRole('menuitem', { name: 'По расписанию…' }).click();
  await page.getByLabel('Папка на этом компьютере').fill(String.raw`D:\Отчёты`);
  expect(await faults()).toEqual([]);
  await page.getByRole('button', { name: 'Включить' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(asked('reports.saveSchedule')).toMatchObject([
    { name: 'Каналы', preset: 'this-month', folder: String.raw`D:\Отчёты`, hour: 6, weekday: null },
  ]);

  await page.getByRole('tab', { name: 'Сохранённые' }).click();
  await page.getByText('Файл не записался в папку D: (X)').waitFor();
  expect(await faults()).toEqual([]);
  await page.getByRole('button', { name: 'Убрать расписание: Каналы для собственника' }).click();
  await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
  await expect.poll(() => asked('reports.saveSchedule')).toHaveLength(2);
  expect(window.errors).toEqual([]);
  await window.close();
  await browser.close();
});
