import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { ProbeReport } from '../../main/contract/connections.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { connection, connectionAnswers } from '../support/connection-answers.ts';
import { eventually } from '../support/eventually.ts';
import { playedWindows } from '../support/played-windows.ts';

const windows = playedWindows();

const step = (name: ProbeReport[number]['step'], evidence: string, params = {}) => ({
  step: name,
  state: 'passed' as const,
  evidence,
  params,
  elapsedMs: 240,
});

const GOOD: ProbeReport = [
  step('token', 'biz-token'),
  step('organizations', 'organizations', { count: 2, names: 'Суши Сургут, Суши Томск' }),
  step('venues', 'venues', { count: 4 }),
  {
    ...step('alive', 'biz-alive-partly', { count: 3, total: 4, names: 'Юг' }),
    state: 'warned',
  },
  step('orders', 'biz-orders', { count: 214 }),
  step('dictionaries', 'dictionaries', { count: 96 }),
];
const BLOCKED: ProbeReport = [
  {
    ...step('token', 'iiko-biz.port-blocked', { port: '9900', network: 'ETIMEDOUT' }),
    state: 'failed',
  },
];
const MOVED = {
  organizations: { count: 2, total: 2 },
  venues: { count: 3, total: 4 },
  statuses: 5,
  mappingVersion: 7,
  orders: 48_210,
  unmatched: ['Летняя веранда'],
};

/** A program with an old iiko.biz connection whose licence is not paid; probes fail once first. */
function bizAnswers(theme: 'light' | 'dark') {
  const biz = {
    vendor: 'iiko-biz',
    settings: { host: 'https://iiko.biz:9900', licenceInvoiceOn: '2020-01-31' },
    historyDays: 30,
    orders: 48_210,
  };
  const stand = connectionAnswers({}, [connection(biz)]);
  stand.state.personal.theme = theme;
  const reports = [BLOCKED, GOOD];
  const connections = {
    ...stand.answers.connections,
    catalogue: () => [
      { vendor: 'iiko-cloud', availability: 'ready' as const, connected: 0 },
      { vendor: 'iiko-biz', availability: 'ready' as const, connected: 1 },
    ],
    test: () => reports.shift() ?? GOOD,
    switchOver: () => MOVED,
  };
  const statusMapping = { ...stand.answers.statusMapping, unapply: () => ({}) as never };
  return { ...stand, answers: { ...stand.answers, connections, statusMapping } };
}

/** Types the login, breaks and mends its rules, and tests until the walk-through is nearly done. */
async function walkThrough(theme: 'light' | 'dark'): Promise<Page> {
  const page = await windows.open(bizAnswers(theme).answers, 'connections?add=iiko-biz');
  await page.getByText('Закрыто для новых подключений с июля 2022').waitFor();
  await page.getByText('оставьте на «API iikoDelivery»').waitFor();
  await page.getByRole('radio', { name: 'Готовый продукт' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText('просите «API Transport»').waitFor();
  const secret = page.getByLabel('Пароль API (user_secret)', { exact: true });
  await page.getByLabel('Логин API (user_id)').fill('demoDelivery');
  await secret.fill('корот1');
  await page.getByRole('button', { name: 'Проверить подключение' }).click();
  await page.getByText('без пробелов и русских букв').waitFor();
  await secret.fill('PI1yFaKFCGvvJKi');
  await page.keyboard.press('Enter');
  await page.getByText('Готовность iiko.biz: 0 из 7').waitFor();
  await page.getByText('Порт 9900 закрыт').waitFor();
  await page.getByRole('button', { name: 'Проверить ещё раз' }).click();
  await page.getByText('Готовность iiko.biz: 6 из 7').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  return page;
}

async function moveToCloud(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Перейти на iiko Cloud' }).click();
  await page.getByText('История «Суши на районе» останется').waitFor();
  const key = page.getByLabel('API-логин', { exact: true });
  await key.and(page.locator('input[type=password]')).fill('abc-123');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Подключить', exact: true }).click();
  await page.getByText('Точек сопоставлено: 3 из 4').waitFor();
  await page.getByText('Не нашли пары: Летняя веранда').waitFor();
}

describe('iiko.biz', () => {
  it('is connected by whoever has a login and moves to iiko Cloud, with a way back', async () => {
    const page = await walkThrough('light');
    expect(windows.asked('connections.test')[0]).toMatchObject({
      vendor: 'iiko-biz',
      settings: { host: 'https://iiko.biz:9900', licenceInvoiceOn: '' },
      secret: { userId: 'demoDelivery', userSecret: 'PI1yFaKFCGvvJKi' },
    });
    await page.goto(`${page.url().split('#')[0]}#/connections`);
    await page.getByText('Месяц на оплату счёта за API прошёл').waitFor();
    await moveToCloud(page);
    expect(await axeFaults(page)).toEqual([]);
    expect(windows.asked('connections.switchOver')).toEqual([{ fromId: 1, toId: 2 }]);
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await eventually(() => windows.asked('sync.setPaused')).toEqual([
      { connectionId: 2, paused: true },
      { connectionId: 1, paused: false },
    ]);
    expect(windows.asked('statusMapping.unapply')).toEqual([{ version: 7 }]);
  });

  it('walks through in the dark as well', async () => {
    await walkThrough('dark');
  });
});
