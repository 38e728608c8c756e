import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { connectionAnswers } from '../support/connection-answers.ts';
import { idleConnection } from '../support/idle-answers.ts';
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

const faults = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

it('goes from the language to the import by the keyboard alone', async () => {
  const importing = idleConnection({
    connectionId: 3,
    name: 'Демо',
    lastRun: null,
    state: {
      type: 'running',
      startedAt: Date.now(),
      cancellable: true,
      progress: { phase: 'windows', done: 11, total: 27, etaMs: 19_000, orders: 3916 },
    },
  });
  const stand = connectionAnswers({ firstRun: true, connections: [importing] }, []);
  window = await openRendererWindow(browser, stand.answers, '');
  const { page, core } = window;
  await page.getByRole('heading', { name: 'Здравствуйте!' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('iiko здесь не найден').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'С чего начать' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('11 из 27').waitFor();
  expect(await faults(page)).toEqual([]);
  core.announce('sync.progressed', [idleConnection({ connectionId: 3, name: 'Демо' })]);
  await page.getByText('Загружено 2 заказа').waitFor();
  expect(core.asked.map(({ topic }) => topic)).toContain('connections.addDemo');
});

it('speaks English as soon as it is asked to', async () => {
  const stand = connectionAnswers({ firstRun: true }, []);
  window = await openRendererWindow(browser, stand.answers, '');
  const { page } = window;
  await page.getByLabel('English').check();
  await page.getByRole('heading', { name: 'Welcome!' }).waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('en');
});
