import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DiagnosisReport } from '../../main/contract/diagnosis.ts';
import {
  diagnosisAnswers,
  diagnosisReport,
  OWN_SERVER,
  SILENT_TRAIL,
} from '../support/diagnosis-answers.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { openRendererWindow, type RendererWindow } from '../support/renderer-window.ts';

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

async function open(
  tab: string,
  report: DiagnosisReport | null = null,
  theme: 'light' | 'dark' = 'light',
): Promise<Page> {
  const stand = diagnosisAnswers(report);
  stand.state.personal.theme = theme;
  window = await openRendererWindow(browser, stand.answers, `terminals?tab=${tab}`);
  return window.page;
}

const asked = (topic: string): unknown[] =>
  window.core.asked.filter((one) => one.topic === topic).map(({ input }) => input);

const faults = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

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
    expect(await faults(page)).toEqual([]);
  });
});

describe('the diagnosis', () => {
  it('walks to the cause with a test order and shows the way to cure it', async () => {
    const page = await open('diagnosis');
    await page.getByLabel('Номер пробного заказа').fill(' 4521 ');
    await page.getByRole('button', { name: 'Проверить' }).click();
    await page.getByRole('heading', { name: CAUSE }).waitFor();
    expect(asked('diagnosis.run')).toMatchObject([{ testOrder: '4521', root: null }]);
    const cure = page.getByRole('region', { name: 'Что сделать' });
    expect(await cure.getByRole('listitem').allTextContents()).toHaveLength(3);
    expect(await page.getByText('Не проверялось').count()).toBe(0);
  });

  it('keeps the last steps closed while there is a cause, and opens them in order without one', async () => {
    const page = await open('diagnosis', diagnosisReport({ 'call-centre': OWN_SERVER }));
    await page.getByText('Последнее средство').click();
    expect(await page.getByRole('button', { name: 'Проверить шаг' }).count()).toBe(0);
    await window.close();
    const other = await open('diagnosis', diagnosisReport({ trail: SILENT_TRAIL }));
    const buttons = other.getByRole('button', { name: 'Проверить шаг' });
    await buttons.last().click();
    expect(await buttons.count()).toBe(2);
    expect(asked('diagnosis.checkStep')).toEqual([{ step: 'T2' }]);
    await other.getByRole('table').getByText('Центральная').waitFor();
  });

  it('asks what only a person knows and keeps it', async () => {
    const page = await open('diagnosis', diagnosisReport());
    await page.getByText('Создайте пробную доставку и впишите её номер.').first().waitFor();
    await page.getByLabel('Тариф').selectOption('start');
    await expect.poll(() => asked('diagnosis.saveSetUp')).toMatchObject([{ tariff: 'start' }]);
  });
});

describe('readiness', () => {
  it('lets a person tick what nothing proves, and knocks at the PBX', async () => {
    const page = await open('readiness');
    await page.getByRole('checkbox', { name: 'Договор подписан' }).click();
    await expect
      .poll(() => asked('diagnosis.tick'))
      .toEqual([{ item: 'aggregator-contract', done: true }]);
    expect(await page.getByRole('checkbox', { name: 'Города выгружены' }).count()).toBe(0);
    await page.getByRole('textbox', { name: 'Адрес АТС' }).fill('192.168.0.10');
    await page.getByRole('button', { name: 'Постучать' }).click();
    await page.getByText('TCP 5060: отвечает за 12 мс').waitFor();
    await page.getByRole('button', { name: 'Проверить этот компьютер' }).click();
    await page.getByText('Заняты другой программой: 5704 UDP').waitFor();
    expect(asked('diagnosis.probePbx')).toEqual([{ host: '192.168.0.10', port: 5060 }]);
  });
});

describe('the rights', () => {
  it('are found by words in the wrong keyboard layout too', async () => {
    const page = await open('rights');
    await page.getByLabel('Найти право').fill('rehmth');
    await page.getByRole('row', { name: /D_DCO/ }).waitFor();
    expect(await page.getByRole('row', { name: /F_CASH/ }).count()).toBe(0);
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
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await page.getByLabel('Найти право').isVisible()).toBe(false);
    expect(await page.getByRole('row', { name: /F_OPIN/ }).isVisible()).toBe(true);
  });
});
