import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { SyncLogEntry } from '../../main/contract/sync.ts';
import { addDays, dayOf } from '../../main/domain/local-time.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { eventually } from '../support/eventually.ts';
import type { Answers } from '../support/fake-client.ts';
import { idleAnswers, statement } from '../support/idle-answers.ts';
import { playedWindows } from '../support/played-windows.ts';

const windows = playedWindows();

const HOSTILE = '<img src=x onerror="document.title=1">';
const today = dayOf(Date.now(), 'Europe/Moscow');

const LINE = { at: Date.now(), connectionId: 1, runId: 1, params: {} };

const LOG: readonly SyncLogEntry[] = [
  { ...LINE, id: 2, level: 'info', code: 'chain-begun', correlationId: null },
  { ...LINE, id: 1, level: 'error', code: 'iiko-cloud.timeout', correlationId: '11111111-2222' },
];

/** Three days of one venue, each in another state; a log; a broken record. */
function answers(theme: 'light' | 'dark' = 'light'): Answers {
  const { state, answers: idle } = idleAnswers();
  state.personal.theme = theme;
  state.today = [
    statement({ day: today, state: 'unproven', reason: 'not-yet-over', orders: 12 }),
    statement({ day: addDays(today, -1), state: 'healing', reason: 'difference' }),
    statement({
      day: addDays(today, -2),
      orders: 214,
      healed: 3,
      hash: 'ab12',
      asked: { readAt: Date.now() - 3_600_000, chainFrom: 1701, chainTo: 1999 },
    }),
  ];
  const sync: NonNullable<Answers['sync']> = {
    ...idle.sync,
    reread: () => null,
    exportLog: () => ({ handle: 'h', fileName: 'log.csv', rows: 2 }),
    log: ({ level }) => LOG.filter((one) => level === null || one.level === level),
    quarantine: () => [
      {
        id: 1,
        at: Date.now(),
        organization: 'Суши',
        vendorId: null,
        reason: 'quarantine.no-id',
        payload: JSON.stringify({ comment: HOSTILE }),
      },
    ],
  };
  return { ...idle, sync };
}

async function open(given: Answers, screen = 'sync'): Promise<Page> {
  return windows.open(given, screen);
}

describe.each(['light', 'dark'] as const)('sync, %s', (theme) => {
  it('has no faults of access: completeness, a statement, re-reading, log, quarantine', async () => {
    const page = await open(answers(theme));
    await page.getByRole('button', { name: /полнота доказана, 214/ }).click();
    await page.getByText('Все 214 заказов на месте').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Перечитать период' }).click();
    await page.getByText('Выберите дни').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Журнал' }).click();
    await page.getByText('Начали следить').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('tab', { name: /Карантин/ }).click();
    await page.getByText('Что пришло').click();
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('sync', () => {
  it('says in words what is proven and what is not; the arrows walk the days', async () => {
    const page = await open(answers());
    await page.getByRole('button', { name: /не доказана, 12/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.getByText('Два способа разошлись').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.getByText('3 заказа сначала показал только один').waitFor();
    await page.getByText('ab12').waitFor();
    await page.getByText('День прочитан целиком').waitFor();
    await page.getByText('1701\u00A0– 1999').waitFor();
  });

  it('opens the orders behind a statement', async () => {
    const page = await open(answers());
    await page.getByRole('button', { name: /полнота доказана, 214/ }).click();
    await page.getByRole('button', { name: 'Показать в списке' }).click();
    const day = addDays(today, -2);
    await eventually(() => windows.asked('orders.open').at(-1)).toMatchObject({
      filter: { period: { from: day, to: day }, venueIds: [1] },
    });
  });

  it('re-reads the day whose statement is open', async () => {
    const page = await open(answers());
    await page.getByRole('button', { name: /полнота доказана, 214/ }).click();
    await page.getByRole('button', { name: 'Перечитать этот день' }).click();
    const day = addDays(today, -2);
    await eventually(() => windows.asked('sync.reread')).toEqual([
      { connectionId: 1, from: day, to: day },
    ]);
  });

  it('finds in the log what a person reads, by level and by words, and saves it', async () => {
    const page = await open(answers(), 'sync?tab=log');
    await page.getByText('Начали следить').waitFor();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('не успел');
    await page.getByText('Начали следить').waitFor({ state: 'detached' });
    await page.getByText('номер обращения 11111111').waitFor();
    await page.getByRole('searchbox').fill('');
    await page.getByText('Сведения', { exact: true }).click();
    await page.getByText('Сервер iiko не успел ответить').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Сохранить в CSV' }).click();
    await eventually(() => windows.asked('sync.exportLog')).toMatchObject([{ level: 'info' }]);
  });

  it('shows what was sent as text, never as a page', async () => {
    const page = await open(answers(), 'sync?tab=quarantine');
    await page.getByText('Что пришло').click();
    await page.getByText(HOSTILE.slice(0, 8)).waitFor();
    await eventually(() => page.title()).toContain('Пульт доставки');
    expect(await page.locator('main img, pre img').count()).toBe(0);
  });
});
