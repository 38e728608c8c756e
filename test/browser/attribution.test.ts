import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLocal } from '../../main/domain/local-time.ts';
import type { WritableDb } from '../../main/store/database.ts';
import { run, sql } from '../../main/store/sql.ts';
import { orderInfo, uuidFor } from '../fixtures/iiko-cloud-order.ts';
import { applicationWith, type FilledApplication } from '../support/application-with-orders.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { browserOfFile } from '../support/browser-of-file.ts';
import { openDeskWindow, type DeskWindow } from '../support/desk-window.ts';
import { eventually } from '../support/eventually.ts';
import { firstRow, showAllTime } from '../support/orders-page.ts';
import { save, ZONE } from '../support/store-with-orders.ts';

const HOSTILE = '<img src=x onerror="document.title=1">';
const ADVERTS = ['2ГИС', 'Радио', HOSTILE, null];

const browser = browserOfFile();
let desk: FilledApplication;
let window: DeskWindow;
let page: Page;

/** Twelve orders of today by three adverts and none. */
function fill(db: WritableDb): void {
  const created = writeLocal(Date.now() - 3_600_000, ZONE);
  const infos = Array.from({ length: 12 }, (_, place) => {
    const name = ADVERTS[place % ADVERTS.length];
    const body = {
      number: 500 + place,
      phone: `+7912000${String(place).padStart(4, '0')}`,
      marketingSource: name ? { id: uuidFor(70 + (place % 3), 'd'), name } : null,
      sourceKey: null,
      externalData: [],
      comment: null,
      whenCreated: created,
    };
    return orderInfo(place + 1, body as Parameters<typeof orderInfo>[1]);
  });
  save(db, infos);
  run(db, sql`UPDATE organization SET chosen = 1`);
}

beforeAll(async () => {
  desk = applicationWith(fill, Date.now);
  window = await openDeskWindow(browser(), desk, 'sources');
  page = window.page;
});

afterAll(async () => {
  expect(await page.title()).not.toBe('1');
  await window.close();
  await desk.close();
});

async function show(tab: string): Promise<void> {
  await window.show(`sources?tab=${tab}`);
  await page.getByRole('tab', { selected: true }).waitFor();
}

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

describe('the tree', () => {
  it('shows sources with their orders; a renamed and a merged one come back by Ctrl+Z', async () => {
    await show('tree');
    await button('Действия: 2ГИС').click();
    await page.getByRole('menuitem', { name: 'Переименовать…' }).click();
    await page.getByLabel('Название').fill('Карты');
    expect(await axeFaults(page)).toEqual([]);
    await button('Переименовать').click();
    await button('Действия: Карты').waitFor();
    await page.keyboard.press('Control+z');
    await button('Действия: 2ГИС').waitFor();
    await button('Действия: Радио').click();
    await page.getByRole('menuitem', { name: /Объединить/ }).click();
    await page.getByRole('combobox').fill('2ГИС');
    await page.getByRole('option', { name: '2ГИС' }).click();
    await button('Объединить').click();
    await button('Раскрыть: 2ГИС').click();
    await page.getByText('считается здесь').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await button('Действия: Радио').click();
    await page.getByRole('menuitem', { name: 'Отделить' }).click();
    await page.getByText('Радио снова сам по себе').waitFor();
  });
});

describe('the rules', () => {
  it('are tried before they apply, and come back', async () => {
    await show('rules');
    await page.getByRole('switch', { name: 'Включено: Реклама в заказе' }).click({ force: true });
    await button('Попробовать на заказах').click();
    await page.getByText('Это изменит источник у 9 заказов').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await button('Применить').click();
    await page.getByText('Правила, версия 1').first().waitFor();
    await page.getByText('2 версии правил').click();
    await button('Взять в черновик').click();
    await button('Применить').click();
    await page.getByText('Правила, версия 2').first().waitFor();
  });

  it('move by keys', async () => {
    const row = button(/^Реклама в заказе/);
    await row.click();
    await row.press('Alt+ArrowUp');
    const rules = page.getByRole('list', { name: 'Правила' }).getByRole('listitem');
    await rules.nth(1).filter({ hasText: 'Реклама в заказе' }).waitFor();
    await button('Сбросить черновик').click();
  });
});

describe('imports', () => {
  const CSV = (time: string): string =>
    `Когда;Телефон;Откуда\n${time};+7 912 000-00-03;direct4_search\nникогда;+79120000003;x1\n`;

  it('take a file, tell what was wrong, and are taken out again', async () => {
    await show('imports');
    const at = new Date(Date.now() - 4_200_000).toISOString();
    const file = { name: 'визиты.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV(at)) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('combobox', { name: 'Что в столбце «Когда»' }).click();
    await page.getByRole('option', { name: 'Время', exact: true }).click();
    await page.getByRole('combobox', { name: 'Что в столбце «Откуда»' }).click();
    await page.getByRole('option', { name: 'Источник (метка)' }).click();
    expect(await axeFaults(page)).toEqual([]);
    await button('Загрузить').click();
    await page.getByText('Строк: 2, взято: 1, не взято: 1').waitFor();
    await page.getByText('время не читается', { exact: true }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it('lead to the order, whose card says why', async () => {
    await window.show('orders');
    await showAllTime(page);
    await firstRow(page).waitFor();
    await page.getByText('912 000-00-03').first().click();
    await page.getByText('direct4 › search').first().waitFor();
    await button('Доказательства').click();
    await page.getByText('до заказа: 10 минут').first().waitFor();
    await page.getByText('U-образная').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await show('imports');
    await button('Убрать').click();
    await button('Убрать загрузку').click();
    await page.getByText('визиты.csv', { exact: true }).waitFor({ state: 'detached' });
  });
});

describe('orders of a file', () => {
  const HEAD = 'Номер доставки;Где;Ожидаемое время доставки;Статус;Сумма;Реклама';
  const ROWS = [
    '7001;Центральная;20.11.2024 12:30;Закрыта;1 200,50;2ГИС',
    '7002;Дальняя;21.11.2024 13:30;Отменена;300;',
    '7003;Дальняя;32.13.2024 13:30;Закрыта;300;',
  ];

  it('are looked through, taken in and taken out again', async () => {
    await show('orders');
    const buffer = Buffer.from([HEAD, ...ROWS].join('\n'));
    const file = { name: 'доставки.csv', mimeType: 'text/csv', buffer };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('Назначьте столбцы: «Точка».').waitFor();
    await page.getByRole('button', { name: 'Проверить', exact: true, disabled: true }).waitFor();
    await page.getByRole('combobox', { name: 'Что в столбце «Где»' }).click();
    await page.getByRole('option', { name: 'Точка', exact: true }).click();
    expect(await axeFaults(page)).toEqual([]);
    await button('Проверить').click();
    await page.getByText('2 заказа на 1 500,50 ₽, с 20.11.2024 по 21.11.2024').waitFor();
    await page.getByText('время не читается', { exact: true }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await button('Загрузить').click();
    await page.getByText('Заказов: 2, новых: 2, уже были: 0').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('столбцы запомнены с прошлого раза').waitFor();
    await button('Проверить').click();
    await button('Загрузить').click();
    await page.getByText('Заказов: 2, новых: 0, уже были: 2').waitFor();
    for (const left of [1, 0]) {
      await button('Убрать').first().click();
      await button('Убрать загрузку').click();
      await eventually(() => page.getByText('доставки.csv').count()).toBe(left);
    }
  });
});

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  it.each(['tree', 'rules', 'models', 'imports', 'orders'])(
    'the tab «%s» has no faults of access',
    async (tab) => {
      await window.wear(theme);
      await show(tab);
      expect(await axeFaults(page)).toEqual([]);
    },
  );
});
