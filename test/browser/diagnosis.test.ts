import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { DiagnosisReport } from '../../main/contract/diagnosis.ts';
import {
  diagnosisAnswers,
  diagnosisReport,
  OWN_SERVER,
  SILENT_TRAIL,
} from '../support/diagnosis-answers.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { eventually } from '../support/eventually.ts';
import { playedWindows } from '../support/played-windows.ts';

const windows = playedWindows();

async function open(
  tab: string,
  report: DiagnosisReport | null = null,
  theme: 'light' | 'dark' = 'light',
): Promise<Page> {
  const stand = diagnosisAnswers(report);
  stand.state.personal.theme = theme;
  return windows.open(stand.answers, `terminals?tab=${tab}`);
}

const CAUSE = 'Касса сети подключена к собственному серверу ресторана';

describe('the terminals’ tabs', () => {
  it.each([
    ['diagnosis', 'light', diagnosisReport({ 'call-centre': OWN_SERVER }), 'Что сделать'],
    ['diagnosis', 'dark', diagnosisReport({ trail: SILENT_TRAIL }), 'Доказанной причины нет'],
    ['readiness', 'light', null, 'Лицензии и тариф'],
    ['rights', 'dark', null, 'Права сотрудников iiko'],
  ] as const)('%s has no faults of access, %s', async (tab, theme, report, heading) => {
    const page = await open(tab, report, theme);
    await page.getByRole('heading', { name: heading }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('the diagnosis', () => {
  it('walks to the cause with a test order and shows the way to cure it', async () => {
    const page = await open('diagnosis');
    await page.getByLabel('Номер пробного заказа').fill(' 4521 ');
    await page.getByRole('button', { name: 'Проверить' }).click();
    await page.getByRole('heading', { name: CAUSE }).waitFor();
    expect(windows.asked('diagnosis.run')).toMatchObject([{ testOrder: '4521', root: null }]);
    const cure = page.getByRole('region', { name: 'Что сделать' });
    await eventually(() => cure.getByRole('listitem').count()).toBe(3);
    await page.getByText('Не проверялось').first().waitFor({ state: 'detached' });
  });

  it('keeps the last steps closed while there is a cause, and opens them in order without one', async () => {
    const page = await open('diagnosis', diagnosisReport({ 'call-centre': OWN_SERVER }));
    await page.getByText('Последнее средство').click();
    expect(await page.getByRole('button', { name: 'Проверить шаг' }).count()).toBe(0);
    const other = await open('diagnosis', diagnosisReport({ trail: SILENT_TRAIL }));
    const buttons = other.getByRole('button', { name: 'Проверить шаг' });
    await buttons.last().click();
    await eventually(() => windows.asked('diagnosis.checkStep')).toEqual([{ step: 'T2' }]);
    await eventually(() => buttons.count()).toBe(2);
    await other.getByRole('table').getByText('Центральная').waitFor();
  });

  it('asks what only a person knows and keeps it', async () => {
    const page = await open('diagnosis', diagnosisReport());
    await page.getByText('Создайте пробную доставку и впишите её номер.').first().waitFor();
    await page.getByLabel('Тариф').selectOption('start');
    await eventually(() => windows.asked('diagnosis.saveSetUp')).toMatchObject([
      { tariff: 'start' },
    ]);
  });
});

describe('readiness', () => {
  it('lets a person tick what nothing proves, and knocks at the PBX', async () => {
    const page = await open('readiness');
    await page.getByRole('checkbox', { name: 'Договор подписан' }).click();
    await eventually(() => windows.asked('diagnosis.tick')).toEqual([
      { item: 'aggregator-contract', done: true },
    ]);
    expect(await page.getByRole('checkbox', { name: 'Города выгружены' }).count()).toBe(0);
    await page.getByRole('textbox', { name: 'Адрес АТС' }).fill('192.168.0.10');
    await page.getByRole('button', { name: 'Постучать' }).click();
    await page.getByText('TCP 5060: отвечает за 12 мс').waitFor();
    await page.getByRole('button', { name: 'Проверить этот компьютер' }).click();
    await page.getByText('Заняты другой программой: 5704 UDP').waitFor();
    expect(windows.asked('diagnosis.probePbx')).toEqual([{ host: '192.168.0.10', port: 5060 }]);
  });
});

describe('the rights', () => {
  it('are found by words in the wrong keyboard layout too', async () => {
    const page = await open('rights');
    await page.getByLabel('Найти право').fill('rehmth');
    await page.getByRole('row', { name: /D_DCO/ }).waitFor();
    await page.getByRole('row', { name: /F_CASH/ }).waitFor({ state: 'detached' });
  });

  it('answer who may cancel, and admit what is not stated', async () => {
    const page = await open('rights');
    await page.getByText('Нужны все: D_CAD + D_MD').waitFor();
    await page.getByText('у поставщика не сказано').waitFor();
    await page.getByLabel('Статус доставки').selectOption('new');
    await page.getByText('Нужно D_CAD').waitFor();
  });

  it('are printed without the frame around them', async () => {
    const page = await open('rights');
    await page.getByRole('table').waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('navigation').first().waitFor({ state: 'hidden' });
    await page.getByLabel('Найти право').waitFor({ state: 'hidden' });
    await page.getByRole('row', { name: /F_OPIN/ }).waitFor();
  });
});
