import { expect, it } from 'vitest';
import { reportQuery, type ScheduledExport } from '../../main/contract/reports.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { eventually } from '../support/eventually.ts';
import { playedWindows } from '../support/played-windows.ts';
import { openReports, reportTable } from '../support/reports-window.ts';

const windows = playedWindows();

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
  const page = await openReports(windows, 'reports?report=channels', {
    reports: {
      schedules: () => [planned],
      saveSchedule: () => planned,
      removeSchedule: () => null,
    },
  });
  await reportTable(page).waitFor();
  await page.getByRole('button', { name: 'Экспорт' }).click();
  await page.getByRole('menuitem', { name: 'По расписанию…' }).click();
  await page.getByLabel('Папка на этом компьютере').fill(String.raw`D:\Отчёты`);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Включить' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(windows.asked('reports.saveSchedule')).toMatchObject([
    { name: 'Каналы', preset: 'this-month', folder: String.raw`D:\Отчёты`, hour: 6, weekday: null },
  ]);

  await page.getByRole('tab', { name: 'Сохранённые' }).click();
  await page.getByText('Файл не записался в папку D: (X)').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Убрать расписание: Каналы для собственника' }).click();
  await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
  await eventually(() => windows.asked('reports.saveSchedule')).toHaveLength(2);
});
