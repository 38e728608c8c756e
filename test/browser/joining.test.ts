import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { JoinedVenue } from '../../main/contract/joining.ts';
import { addDays, dayOf } from '../../main/domain/local-time.ts';
import type { Answers } from '../support/fake-client.ts';
import { idleAnswers, statement } from '../support/idle-answers.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { openRendererWindow, type RendererWindow } from '../support/renderer-window.ts';

let browser: Browser;
let window: RendererWindow;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  const { errors } = window;
  await window.close();
  expect(errors).toEqual([]);
});

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

const faults = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

const PICTURES = process.env['PICTURES'];
async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` });
}

describe('proof over several systems', () => {
  it('shows a year, why a day is not proven, and which venues are one', async () => {
    for (const theme of ['light', 'dark'] as const) {
      window = await openRendererWindow(browser, answers(theme), 'sync');
      const { page } = window;
      await page.getByRole('button', { name: /не доказана, 40/ }).click();
      await page.getByText('iikoServer, отчёт: 41 на').waitFor();
      await page.getByRole('rowheader', { name: 'iikoServer, отчёт' }).waitFor();
      await picture(page, `proof-day-${theme}`);
      if (theme === 'light') expect(await faults(page)).toEqual([]);
      await page.getByText('Год', { exact: true }).click();
      const year = page.getByRole('table', { name: 'Полнота за год' });
      await year
        .getByRole('button', { name: /доказано 3 из 6 точек/ })
        .first()
        .waitFor();
      await picture(page, `proof-year-${theme}`);
      if (theme === 'dark') expect(await faults(page)).toEqual([]);
      if (theme === 'light') await window.close();
    }
    const { page, core } = window;
    await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await page.getByRole('menuitem', { name: /JSON/ }).click();
    await expect.poll(() => core.asked.map(({ topic }) => topic)).toContain('sync.exportStatement');
    await page.getByRole('combobox', { name: /Дальняя/ }).click();
    await page.getByRole('option', { name: /iiko Cloud/ }).click();
    await expect
      .poll(() => core.asked.find(({ topic }) => topic === 'joining.join')?.input)
      .toEqual({ venueId: 3, toId: 1 });
    await page
      .getByRole('button', { name: /доказано 3 из 6 точек/ })
      .last()
      .click();
    await expect.poll(() => page.getByRole('radio', { name: '7 дней' }).isChecked()).toBe(true);
  });
});
