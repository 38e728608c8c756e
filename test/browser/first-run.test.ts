import { expect, it } from 'vitest';
import { axeFaults } from '../support/axe-faults.ts';
import { connectionAnswers } from '../support/connection-answers.ts';
import { eventually } from '../support/eventually.ts';
import { idleConnection } from '../support/idle-answers.ts';
import { playedWindows } from '../support/played-windows.ts';

const windows = playedWindows();

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
  const page = await windows.open(stand.answers, '');
  await page.getByRole('heading', { name: 'Здравствуйте!' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('iiko здесь не найден').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'С чего начать' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('11 из 27').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  windows.core().announce('sync.progressed', [idleConnection({ connectionId: 3, name: 'Демо' })]);
  await page.getByText('Загружено 2 заказа').waitFor();
  expect(windows.asked('connections.addDemo')).toHaveLength(1);
});

it('speaks English as soon as it is asked to', async () => {
  const stand = connectionAnswers({ firstRun: true }, []);
  const page = await windows.open(stand.answers, '');
  await page.getByLabel('English').check();
  await page.getByRole('heading', { name: 'Welcome!' }).waitFor();
  await eventually(() => page.getAttribute('html', 'lang')).toBe('en');
});
