import { describe, expect, it } from 'vitest';
import { axeFaults } from '../support/axe-faults.ts';
import { eventually } from '../support/eventually.ts';
import { boardOfTest, carry, countIn, HOSTILE_STATUS, pull } from '../support/status-board.ts';

const { window, page, lane, card } = boardOfTest();

describe('the draft', () => {
  it('is filled from the menu, taken back and repeated by keys, dropped and restored', async () => {
    await page().getByRole('button', { name: 'Куда перенести «Доставлена»' }).click();
    await page().getByRole('menuitem', { name: 'Оплаченные' }).click();
    await page().getByText('Черновик: 1 изменение').waitFor();
    await page().keyboard.press('Control+z');
    await page().getByText('Черновик пуст').waitFor();
    await page().keyboard.press('Control+Shift+z');
    await page().getByText('Черновик: 1 изменение').waitFor();
    await page().getByRole('button', { name: 'Применить' }).click();
    await page().getByText('Действует распределение 2').waitFor();
    expect(await window().committed('paid')).toBe(18);
    await page().keyboard.press('Control+z');
    await page().getByText('Черновик: 1 изменение').waitFor();
    await eventually(() => window().committed('paid')).toBe(9);
    await page().getByRole('button', { name: 'История' }).click();
    const second = page().getByRole('listitem').filter({ hasText: 'Распределение 2' }).first();
    await second.getByRole('button', { name: /Вернуть это/ }).click();
    await eventually(() => window().committed('paid')).toBe(18);
  });

  it('warns of what is impossible', async () => {
    await page().getByRole('button', { name: 'Куда перенести «Отменена»' }).click();
    await page().getByRole('menuitem', { name: 'Оплаченные' }).click();
    await page().getByText('отменённые заказы считаются продажами').waitFor();
  });
});

describe('a status nobody knows', () => {
  it('waits in «not placed» as plain text and is counted beside the screen’s name', async () => {
    await lane('unmapped').getByText(HOSTILE_STATUS).waitFor();
    await eventually(() => countIn(page(), 'unmapped')).toBe(9);
    const link = page().getByRole('link', { name: 'Статусы 1 нераспределённый статус' });
    await link.waitFor();
    await carry(page(), lane('unmapped').getByRole('button').first(), lane('ignored'));
    await page().mouse.up();
    await page().getByRole('button', { name: 'Применить' }).click();
    await page().getByRole('link', { name: 'Статусы', exact: true }).waitFor();
    expect(await page().title()).not.toBe('1');
  });
});

describe('rules', () => {
  it('are set by one press and taken back', async () => {
    await window().show('statuses?tab=rules');
    await page().getByRole('button', { name: 'В пути → Доставлена: можно' }).click();
    const own = page().getByRole('button', { name: 'В пути → Доставлена: нельзя, изменено вами' });
    await own.waitFor();
    await page().keyboard.press('Control+z');
    await page().getByRole('button', { name: 'В пути → Доставлена: можно', exact: true }).waitFor();
    await page().getByLabel('В пути', { exact: true }).fill('40');
    await page().keyboard.press('Enter');
    await eventually(() => window().core('statusMapping.rules')).toEqual({
      moves: [],
      limits: [{ system: 'iiko-cloud', status: 'OnWay', minutes: 40 }],
      clients: [],
    });
    const once = page().getByRole('checkbox', { name: 'В пути: Разовый клиент' });
    await once.click();
    await eventually(() => window().core('statusMapping.rules')).toMatchObject({
      clients: [{ system: 'iiko-cloud', status: 'OnWay', client: 'one-time' }],
    });
    await page().keyboard.press('Control+z');
    await eventually(() => once.isChecked()).toBe(true);
    await page().getByRole('button', { name: 'Проверить 7 дней' }).click();
    await page()
      .getByText(/Просмотрено|нарушени/)
      .first()
      .waitFor();
  });
});

describe('who may not map statuses', () => {
  it('looks only, without money', async () => {
    const { id } = await window().core<{ id: number }>('profiles.add', {
      name: 'Оператор',
      preset: 'operator',
      rights: [],
      pin: null,
    });
    await window().core('profiles.switchTo', { profileId: id, pin: null });
    await page().reload();
    await lane('paid').getByText('9 заказов').first().waitFor();
    expect(await page().getByText('₽').count()).toBe(0);
    expect(
      await page()
        .getByRole('button', { name: /Куда перенести/ })
        .count(),
    ).toBe(0);
    await pull(page(), card('Доставлена'), lane('paid'));
    await page().mouse.up();
    await page().getByText('было:').first().waitFor({ state: 'detached' });
  });
});

describe.each(['light', 'dark'] as const)('access, %s', (theme) => {
  it('has no faults: board, draft, warning, history, rules', async () => {
    await window().wear(theme);
    await window().core('statusMapping.assign', {
      changes: [
        { organizationId: 0, system: 'iiko-cloud', status: 'Cancelled', group: 'paid' },
        { organizationId: 1, system: 'iiko-cloud', status: 'OnWay', group: 'paid' },
      ],
    });
    await page().getByText('Черновик: 2 изменения').waitFor();
    await page().getByRole('button', { name: 'История' }).click();
    await page().getByText('Начальное, от программы').waitFor();
    expect(await axeFaults(page())).toEqual([]);
    await page().getByRole('tab', { name: 'Правила' }).click();
    await page().getByText('Разрешённые переходы').first().waitFor();
    expect(await axeFaults(page())).toEqual([]);
  });
});
