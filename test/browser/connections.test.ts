import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { axeFaults } from '../support/axe-faults.ts';
import { connection, connectionAnswers } from '../support/connection-answers.ts';
import { eventually } from '../support/eventually.ts';
import { playedWindows } from '../support/played-windows.ts';

const windows = playedWindows();

async function open(stand = connectionAnswers(), screen = 'connections'): Promise<Page> {
  return windows.open(stand.answers, screen);
}

describe.each(['light', 'dark'] as const)('connections, %s', (theme) => {
  it('have no faults of access: list, test, edit, removal, wizard', async () => {
    const stand = connectionAnswers();
    stand.state.personal.theme = theme;
    const page = await open(stand);
    await page.getByRole('button', { name: 'Проверить' }).click();
    await page.getByText('Ключ принят.').waitFor();
    await page.getByRole('button', { name: 'Изменить' }).click();
    await page.getByRole('button', { name: 'Сохранить' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Удалить' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Добавить подключение' }).click();
    await page.getByRole('button', { name: 'Проверить подключение' }).click();
    await page.getByText('Заполните это поле').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('connections', () => {
  it('are added by the keyboard alone: login, test, venues', async () => {
    const page = await open(connectionAnswers(), 'connections?add=iiko-cloud');
    await page
      .getByLabel('API-логин', { exact: true })
      .and(page.locator('input[type=password]'))
      .focus();
    await page.keyboard.type('abc-123');
    await page.keyboard.press('Enter');
    await page.getByText('Ключ принят.').waitFor();
    expect(windows.asked('connections.test')).toEqual([
      {
        vendor: 'iiko-cloud',
        settings: { host: 'https://api-ru.iiko.services' },
        secret: { kind: 'api-login', apiLogin: 'abc-123' },
        connectionId: null,
      },
    ]);
    const name = page.getByLabel('Название');
    await eventually(() => name.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type('Моя сеть');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Север' }).first().focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Готово' }).press('Enter');
    await page.getByText('Подключено: Моя сеть').waitFor();
    expect(windows.asked('connections.changeOrganization')).toMatchObject([
      { organizationId: 1, chosen: false, chosenVenueIds: [10] },
    ]);
  });

  it('leave with their orders kept, and come back by «Вернуть»', async () => {
    const stand = connectionAnswers();
    const page = await open(stand);
    await page.getByRole('button', { name: 'Удалить' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Удалить', exact: true }).click();
    await page.getByRole('button', { name: 'Вернуть', exact: true }).waitFor();
    expect(windows.asked('connections.remove')).toEqual([{ connectionId: 1, data: 'keep' }]);
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await eventually(() => stand.connections.length).toBe(1);
  });

  it('that lost their secret ask for it, and nothing else', async () => {
    const page = await open(connectionAnswers({}, [connection({ secretKept: false })]));
    await page.getByRole('button', { name: 'Ввести ключ' }).click();
    const field = page
      .getByLabel('API-логин', { exact: true })
      .and(page.locator('input[type=password]'));
    await field.fill('new-key');
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await eventually(() => windows.asked('connections.change')).toMatchObject([
      { secret: { kind: 'api-login', apiLogin: 'new-key' } },
    ]);
  });

  it('are found in the catalogue, in the wrong layout too', async () => {
    const stand = connectionAnswers({}, []);
    const page = await open(stand);
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('шшлщ');
    await page.getByRole('heading', { name: 'iiko Cloud' }).waitFor();
    await page.getByRole('searchbox').fill('нет такого');
    await page.getByText('Ничего не найдено').waitFor();
  });

  it('can be seen but not touched without the right', async () => {
    const stand = connectionAnswers();
    stand.state.profiles = stand.state.profiles.map((one) => ({ ...one, active: one.id === 2 }));
    const page = await open(stand);
    await page.getByText('Суши на районе').first().waitFor();
    expect(await page.getByRole('button', { name: 'Удалить' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Добавить подключение' }).count()).toBe(0);
  });
});
