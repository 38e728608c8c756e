import { expect, it } from 'vitest';
import type { BackFill } from '../../main/contract/back-fill.ts';
import type { ProbeReport } from '../../main/contract/connections.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { connection, connectionAnswers } from '../support/connection-answers.ts';
import { eventually } from '../support/eventually.ts';
import { picture } from '../support/picture.ts';
import { playedWindows } from '../support/played-windows.ts';

const FINGERPRINT = Array.from({ length: 32 }, (_, at) =>
  (at + 160).toString(16).toUpperCase(),
).join(':');
const step = (name: ProbeReport[number]['step'], rest: Partial<ProbeReport[number]> = {}) => ({
  step: name,
  state: 'passed' as const,
  evidence: name,
  params: {},
  elapsedMs: 40,
  ...rest,
});
const UNKNOWN: ProbeReport = [
  step('certificate', {
    state: 'failed',
    evidence: 'iiko-server.certificate-unknown',
    params: { fingerprint: FINGERPRINT, subject: 'resto.local', validTo: 'Jan 1 2030 GMT' },
  }),
];
const ACCEPTED: ProbeReport = [
  step('certificate', { evidence: 'certificate-accepted', params: { subject: 'resto.local' } }),
  step('version', {
    evidence: 'server-version',
    params: { name: 'Суши', edition: 'RMS', version: '9.1.2' },
  }),
  step('token', { evidence: 'server-login' }),
  step('venues', { evidence: 'server-venues', params: { count: 1, names: 'Центральная' } }),
  step('columns', { evidence: 'columns', params: { count: 285 } }),
  step('orders', { evidence: 'server-orders', params: { count: 241, day: '2026-11-20' } }),
  step('logout'),
];

const HISTORY: BackFill = {
  connectionId: 1,
  name: 'Сервер ресторана',
  newest: '2026-11-20',
  oldest: '2016-11-23',
  from: null,
  to: null,
  night: null,
  state: { type: 'none' },
  daysDone: 0,
  daysTotal: 0,
  orders: 0,
  quarantined: 0,
  etaMs: null,
};

const windows = playedWindows();

it('trusts a certificate only after it was seen, then fills the history, pauses and goes on', async () => {
  const kept = connection({ vendor: 'iiko-server', name: 'Сервер ресторана' });
  const stand = connectionAnswers({}, [kept]);
  let history = HISTORY;
  const tell = (part: Partial<BackFill>): BackFill => {
    history = { ...history, ...part };
    windows.core().announce('backFill.progressed', [history]);
    return history;
  };
  const answers = {
    ...stand.answers,
    connections: {
      ...stand.answers.connections,
      test: ({ settings }: { settings: Record<string, unknown> }) =>
        settings['fingerprint'] === FINGERPRINT ? ACCEPTED : UNKNOWN,
    },
    backFill: {
      list: () => [history],
      start: ({ from, to }: { from: string; to: string }) =>
        tell({ from, to, daysTotal: 365, state: { type: 'running', day: '2026-11-19' } }),
      pause: () => tell({ state: { type: 'paused', failure: null } }),
      resume: () => tell({ state: { type: 'running', day: '2026-03-14' } }),
    },
  };
  const page = await windows.open(answers, 'connections');

  await page.evaluate(() => (location.hash = '#connections?add=iiko-server'));
  await page.getByLabel('Адрес сервера').fill('resto.local:443');
  await page.getByRole('button', { name: 'Проверить подключение' }).click();
  await eventually(() => page.getByText('Заполните это поле').count()).toBe(2);
  await page.getByRole('textbox', { name: 'Логин' }).fill('desk');
  await page.getByLabel('Пароль', { exact: true }).fill('секрет');
  await page.getByRole('button', { name: 'Проверить подключение' }).click();
  await page.getByText(FINGERPRINT).waitFor();
  await picture(page, 'server-certificate');
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Подключить', disabled: true }).waitFor();
  await page.getByRole('button', { name: 'Доверять этому сертификату' }).click();
  await page.getByText('Место лицензии свободно').waitFor();
  await picture(page, 'server-tested');
  await page.getByRole('button', { name: 'Подключить' }).click();
  await eventually(() => windows.asked('connections.add')).toMatchObject([
    {
      vendor: 'iiko-server',
      settings: { host: 'resto.local:443', fingerprint: FINGERPRINT },
      secret: { login: 'desk', password: 'секрет' },
    },
  ]);

  await page.evaluate(() => (location.hash = '#connections'));
  await page.getByRole('button', { name: 'Дочитать историю' }).click();
  await page.getByLabel('С', { exact: true }).fill('2026-11-21');
  await page.getByText('Период должен кончаться').waitFor();
  await page.getByLabel('С', { exact: true }).fill('2025-11-21');
  await page.getByLabel('Только ночью').check();
  await picture(page, 'history-form');
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Дочитать историю' }).click();
  await page.getByText('Читаем').waitFor();
  expect(windows.asked('backFill.start')).toEqual([
    { connectionId: 1, from: '2025-11-21', to: '2026-11-20', night: { from: 60, to: 540 } },
  ]);
  tell({ daysDone: 250, orders: 312_480, etaMs: 720_000, quarantined: 2 });
  await page.getByText('Прочитано дней: 250 из 365').waitFor();
  await page.getByText('Осталось около 12 мин').waitFor();
  await picture(page, 'history-running');
  await page
    .getByRole('region', { name: 'История' })
    .getByRole('button', { name: 'Приостановить' })
    .click();
  await page.getByRole('button', { name: 'Продолжить' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  const failure = { kind: 'busy' as const, code: 'iiko-server.no-slot', params: {} };
  tell({ state: { type: 'waiting', why: 'failure', until: Date.now() + 60_000, failure } });
  await page.getByText('На сервере нет свободного места лицензии').waitFor();
  await picture(page, 'history-waiting');
});
