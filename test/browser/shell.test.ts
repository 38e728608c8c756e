import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../main/contract/profiles.ts';
import { Failure } from '../../main/domain/failure.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { backupAnswers } from '../support/backup-answers.ts';
import { eventually } from '../support/eventually.ts';
import type { Answers } from '../support/fake-client.ts';
import { idleAnswers, idleConnection } from '../support/idle-answers.ts';
import { playedWindows } from '../support/played-windows.ts';

const windows = playedWindows();

async function open(
  screen: string,
  answers: Answers = idleAnswers().answers,
  width = 1280,
): Promise<Page> {
  return windows.open(answers, screen, {
    viewport: { width, height: 800 },
  });
}

/** Answers of an idle program in a theme. */
function themed(theme: 'light' | 'dark'): Answers {
  const { state, answers } = idleAnswers();
  state.personal.theme = theme;
  return answers;
}

describe.each(['light', 'dark'] as const)('the %s shell', (theme) => {
  it('has no faults of access: reports, settings, palette, keys, a dialog', async () => {
    const page = await open('reports', themed(theme));
    await page.getByRole('heading', { name: 'Отчёты' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Alt+8');
    await page.getByRole('heading', { name: 'Настройки' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Оповещения' }).click();
    await page.locator('[aria-current=true]').getByText('Оповещения').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Профили' }).click();
    await page.locator('[aria-current=true]').getByText('Профили').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('combobox').waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Добавить профиль' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('keys', () => {
  it('go to every screen of the rail', async () => {
    const page = await open('reports');
    await page.keyboard.press('Alt+5');
    await page.getByRole('heading', { level: 1, name: 'Зоны' }).waitFor();
    await page.keyboard.press('Alt+8');
    await page.getByRole('heading', { level: 1, name: 'Настройки' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/settings');
  });

  it('find a command typed in the wrong layout, and do it', async () => {
    const page = await open('reports');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('pjys');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Зоны' }).waitFor();
    await page.getByRole('combobox').waitFor({ state: 'detached' });
  });

  it('reach the palette in the Russian layout too, and Esc leaves the focus where it was', async () => {
    const page = await open('reports');
    const link = page.getByRole('link', { name: 'Терминалы' });
    await link.focus();
    await page.evaluate(() =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'л', code: 'KeyK', ctrlKey: true, bubbles: true }),
      ),
    );
    await page.getByRole('combobox').waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => link.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('start a sync by F5 instead of reading the page again', async () => {
    const { answers } = idleAnswers();
    const page = await open('reports', {
      ...answers,
      sync: { ...answers.sync, now: () => null },
    });
    await page.keyboard.press('F5');
    await eventually(() => windows.asked('sync.now')).toEqual([{ connectionId: null }]);
  });
});

describe('settings', () => {
  it('change at once, are taken back by the toast, and again by Ctrl+Z', async () => {
    const { state, answers } = idleAnswers();
    const page = await open('settings', answers);
    const theme = () => page.evaluate(() => document.documentElement.dataset['mantineColorScheme']);
    await page.getByText('Тёмная', { exact: true }).click();
    await eventually(theme).toBe('dark');
    await eventually(() => state.personal.theme).toBe('dark');
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await eventually(() => state.personal.theme).toBe('system');
    await page.keyboard.press('Control+Shift+Z');
    await eventually(() => state.personal.theme).toBe('dark');
    await page.keyboard.press('Control+Z');
    await eventually(() => state.personal.theme).toBe('system');
  });

  it('speak English without a restart', async () => {
    const page = await open('settings');
    await page.getByText('English').click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await eventually(() => page.evaluate(() => document.documentElement.lang)).toBe('en');
    await eventually(() => page.title()).toBe('Settings — Delivery Desk');
  });

  it('of one profile are not taken back by the next, and the focus is on the screen', async () => {
    const { state, answers } = idleAnswers();
    const become = ({ profileId }: { profileId: number }): Profile => {
      state.profiles = state.profiles.map((one) => ({ ...one, active: one.id === profileId }));
      return state.profiles.find(({ active }) => active)!;
    };
    const page = await open('settings', {
      ...answers,
      profiles: { ...answers.profiles, switchTo: become },
    });
    await page.getByText('Тёмная', { exact: true }).click();
    await page.getByRole('button', { name: 'Вернуть', exact: true }).waitFor();
    await page.getByRole('button', { name: /Ирина Олеговна/ }).press('Enter');
    await page.getByRole('menuitem', { name: 'Оператор Сергей' }).press('Enter');
    await page.getByText('Теперь работает Оператор Сергей').waitFor();
    await page
      .getByRole('button', { name: 'Вернуть', exact: true })
      .waitFor({ state: 'detached', timeout: 3000 });
    await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });

  it('ask for the PIN of a locked profile, and say why it does not fit', async () => {
    const { answers } = idleAnswers();
    const refuse = (): never => {
      throw new Failure('refused', 'profiles.wrong-pin', { left: 4 });
    };
    const page = await open('settings?section=profiles', {
      ...answers,
      profiles: { ...answers.profiles, switchTo: refuse },
    });
    await page.getByRole('button', { name: 'Войти' }).nth(1).click();
    await page.getByRole('textbox', { name: 'ПИН-код' }).fill('1234');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('4').waitFor();
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
  });
});

describe('data and copies', () => {
  it('say what is wrong, change the plan with a way back, restore at the next start', async () => {
    const { state, answers } = backupAnswers();
    const page = await open('settings?section=backups', { ...idleAnswers().answers, ...answers });
    await page.getByRole('alert').filter({ hasText: 'OneDrive' }).waitFor();
    await page.getByRole('alert').filter({ hasText: 'мало места' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Как часто' }).click();
    await page.getByRole('option', { name: 'Каждую неделю' }).click();
    await eventually(() => state.plan.everyHours).toBe(168);
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await eventually(() => state.plan.everyHours).toBe(24);
    await page
      .getByRole('button', { name: /^Восстановить копию/ })
      .first()
      .click();
    await eventually(() => state.restoring).toBe('scheduled-2.sqlite');
    windows.core().announce('backups.changed', null);
    await page.getByText('При следующем запуске базу заменит копия').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Не восстанавливать' }).click();
    await eventually(() => state.restoring).toBeNull();
    await page.getByRole('textbox', { name: 'Перенести данные' }).fill(' \\\\server\\desk ');
    await page.getByRole('button', { name: 'Перенести', exact: true }).click();
    await eventually(() => state.moving?.folder).toBe('\\\\server\\desk');
    windows.core().announce('backups.changed', null);
    await page.getByRole('alert').filter({ hasText: 'сетевой диск' }).waitFor();
    await page.getByText('данные переедут в').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Не переносить' }).click();
    await eventually(() => state.moving).toBeNull();
  });
});

describe('status line', () => {
  it('follows what the core announces, and stops a run', async () => {
    const { answers } = idleAnswers();
    const page = await open('reports', {
      ...answers,
      sync: { ...answers.sync, cancel: () => null },
    });
    const progress = {
      phase: 'windows',
      done: 12,
      total: 30,
      etaMs: 120_000,
      orders: 4812,
    } as const;
    windows.core().announce('sync.progressed', [
      idleConnection({
        state: { type: 'running', startedAt: Date.now(), progress, cancellable: true },
      }),
    ]);
    const job = page.getByRole('button', { name: /12 из 30 · 4.812 заказов/ });
    await job.click();
    await page.locator('[role=progressbar][aria-valuenow="40"]').first().waitFor();
    await page.getByRole('button', { name: 'Остановить' }).click();
    await eventually(() => windows.asked('sync.cancel')).toEqual([{ connectionId: 1 }]);
  });

  it.each([1280, 1366, 1920])('fits a window %i px wide without scrolling', async (width) => {
    const page = await open('settings', undefined, width);
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(overflow).toBe(0);
    const line = page.getByRole('contentinfo');
    expect(await line.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  });
});
