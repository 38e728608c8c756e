import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { JoinedVenue } from '../../main/contract/joining.ts';
import { addDays, dayOf } from '../../main/domain/local-time.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { eventually } from '../support/eventually.ts';
import type { Answers } from '../support/fake-client.ts';
import { idleAnswers, statement } from '../support/idle-answers.ts';
import { picture } from '../support/picture.ts';
import { playedWindows } from '../support/played-windows.ts';

const windows = playedWindows();

const today = dayOf(Date.now(), 'Europe/Moscow');
const venue = (venueId: number, vendor: string, over: Partial<JoinedVenue> = {}): JoinedVenue => ({
  venueId,
  vendor,
  venue: 'Центральная',
  organization: 'Тесто и Рис',
  joinedTo: null,
  by: null,
  regrouping: false,
  ...over,
});

/** A year of history, one day of which the server's report contradicts. */
function answers(theme: 'light' | 'dark'): Answers {
  const { state, answers: idle } = idleAnswers();
  state.personal.theme = theme;
  const params = {
    path: 'iiko-server-report',
    orders: 41,
    sumMinor: 4_120_050,
    ourOrders: 40,
    ourSumMinor: 4_020_000,
  };
  const differs = {
    state: 'unproven',
    reason: 'totals-differ',
    params,
    restsOn: 'totals',
  } as const;
  state.today = [
    statement({ day: today, ...differs, orders: 40 }),
    statement({ day: addDays(today, -1), restsOn: 'totals', orders: 52 }),
  ];
  const days = Array.from({ length: 300 }, (_, back) => ({
    day: addDays(today, -back),
    complete: back % 40 === 0 ? 3 : 6,
    healing: back === 7 ? 1 : 0,
    unproven: back % 40 === 0 ? 3 : 0,
  }));
  const paths = [
    { path: 'iiko-server', orders: 40, sumMinor: 4_020_000, askedAt: 0 },
    { path: 'iiko-server-report', orders: 41, sumMinor: 4_120_050, askedAt: 0 },
  ];
  const exported = { handle: 'h', fileName: 'proof.csv', rows: 2 };
  return {
    ...idle,
    sync: {
      ...idle.sync,
      reread: () => null,
      days: () => days,
      paths: () => ({ currency: 'RUB', orders: 40, sumMinor: 4_020_000, paths }),
      exportStatement: () => exported,
    },
    joining: {
      venues: () => [
        venue(1, 'iiko-cloud'),
        venue(2, 'iiko-server', { joinedTo: 1, by: 'id' }),
        venue(3, 'iiko-biz', { venue: 'Дальняя с очень длинным названием в торговом центре' }),
      ],
      join: () => ({ joinedTo: null }),
    },
  };
}

/** Opens the proof, its day that differs and its year. */
async function openYear(theme: 'light' | 'dark'): Promise<Page> {
  const page = await windows.open(answers(theme), 'sync');
  await page.getByRole('button', { name: /не доказана, 40/ }).click();
  await page.getByText('iikoServer, отчёт: 41 на').waitFor();
  await page.getByRole('rowheader', { name: 'iikoServer, отчёт' }).waitFor();
  await page.getByText('Заказы зала сюда не входят').waitFor();
  await picture(page, `proof-day-${theme}`);
  if (theme === 'light') expect(await axeFaults(page)).toEqual([]);
  await page.getByText('Год', { exact: true }).click();
  const year = page.getByRole('table', { name: 'Полнота за год' });
  const partly = year.getByRole('button', { name: /доказано 3 из 6 точек/ });
  await partly.first().waitFor();
  await picture(page, `proof-year-${theme}`);
  return page;
}

describe('proof over several systems', () => {
  it('shows a year, why a day is not proven, and which venues are one', async () => {
    await openYear('light');
    const page = await openYear('dark');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Точка', exact: true }).click();
    expect(await page.getByRole('option').allTextContents()).toHaveLength(2);
    await page.getByRole('option', { name: /Дальняя/ }).click();
    await eventually(() => windows.asked('sync.days').at(-1)).toMatchObject({ venueId: 3 });
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await page.getByRole('menuitem', { name: /JSON/ }).click();
    await eventually(() => windows.asked('sync.exportStatement')).toHaveLength(1);
    await page.getByRole('combobox', { name: /Дальняя/ }).click();
    await page.getByRole('option', { name: /iiko Cloud/ }).click();
    await eventually(() => windows.asked('joining.join')).toEqual([{ venueId: 3, toId: 1 }]);
    await page
      .getByRole('button', { name: /доказано 3 из 6 точек/ })
      .last()
      .click();
    const week = page.getByRole('radio', { name: '7 дней', checked: true });
    await week.waitFor({ state: 'attached' });
  });
});
