import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConfigFileList } from '../../main/contract/config-files.ts';
import { askCore } from '../../main/hosts/connect-demo.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { browserOfFile } from '../support/browser-of-file.ts';
import { openDeskWindow, type DeskWindow } from '../support/desk-window.ts';
import { eventually } from '../support/eventually.ts';
import {
  frontFile,
  openTerminalsDesk,
  pluginFile,
  writeTill,
  type TerminalsDesk,
} from '../support/terminals-desk.ts';

const SLOW = '<serviceMethodTimeoutMilliseconds>10000<';
const GOOD = '<serviceMethodTimeoutMilliseconds>30000<';
const LONG = `https://${'очень-длинное-имя-сервера-'.repeat(8)}.example/resto`;

const browser = browserOfFile();
let terminals: TerminalsDesk;
let window: DeskWindow;
let page: Page;
let own: ReturnType<typeof writeTill>;

const damaged = pluginFile({
  timeoutMs: '10000',
  more: ['<serverUrl>http://10.0.0.5:8080/resto</serverUrl>', `<vendorFlag>${LONG}</vendorFlag>`],
});

const front = frontFile('<fastMenuConfig>', '  <width>300</width>', '</fastMenuConfig>');

beforeAll(async () => {
  terminals = await openTerminalsDesk((roaming) => {
    own = writeTill(roaming, damaged, front);
    const logs = join(dirname(own.front), 'Logs');
    mkdirSync(logs);
    writeFileSync(join(logs, 'cash-server.log'), 'Is MainCash: True\n');
  });
});

afterAll(() => terminals.close());

beforeEach(() => writeFileSync(own.plugin, damaged));

afterEach(() => window.close());

const content = (): string => readFileSync(own.plugin, 'utf8');
const field = () => page.getByRole('textbox', { name: 'Сколько ждать ответа сервера' });

/** Opens the window at a file of the till. */
async function openFile(wanted: string, viewport = { width: 1366, height: 768 }): Promise<void> {
  const { desk: application, dataFolder } = terminals;
  const { files } = await askCore<ConfigFileList>(application, 'configFiles.list', {});
  const file = files.find(({ path }) => path === wanted);
  const screen = `terminals?tab=files&file=${file?.id}`;
  window = await openDeskWindow(browser(), { application, dataFolder }, screen, { viewport });
  page = window.page;
}

/** Opens the window at the till's plugin file. */
async function openPlugin(viewport?: Readonly<{ width: number; height: number }>): Promise<void> {
  await openFile(own.plugin, viewport);
  await field().waitFor();
}

describe('a file', () => {
  it('is changed and taken back by the mouse, and nothing but the value moves', async () => {
    await openPlugin();
    await page.getByRole('button', { name: 'Поставить 30000' }).first().click();
    await eventually(() => field().inputValue()).toBe('30000');
    const change = page.getByRole('region', { name: 'Что изменится' });
    await change.getByText(GOOD).waitFor();
    await change.getByLabel('Зачем').fill('медленный интернет');
    await change.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Перезапустите iikoFront').waitFor();
    expect(content()).toBe(damaged.replace(SLOW, GOOD));
    const history = page.getByRole('region', { name: 'История файла' });
    await history.getByText('медленный интернет').waitFor();
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await eventually(() => content()).toBe(damaged);
    await history.getByText('Отмена правки').first().waitFor();
  });

  it('is found, changed, saved and taken back by the keyboard alone', async () => {
    await openPlugin();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('ждать');
    await eventually(() => page.getByText('Идентификатор терминала').count()).toBe(0);
    await field().focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('45000');
    await page.getByText('мс = 45 с').waitFor();
    await eventually(async () => {
      await page.keyboard.press('Control+s');
      return content();
    }).toContain('<serviceMethodTimeoutMilliseconds>45000<');
    await page.getByText('Перезапустите iikoFront').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText(/^Возвращено:/).waitFor();
    expect(content()).toBe(damaged);
    await page.keyboard.press('Control+Shift+z');
    await eventually(() => content()).toContain('>45000<');
  });

  it('has a number that may be null emptied, and filled again, by the keyboard alone', async () => {
    await openFile(own.front);
    const width = page.getByRole('textbox', { name: 'Ширина быстрого меню' });
    await width.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.getByText('Намеренно без значения (xsi:nil).').waitFor();
    await page.getByText('было: 300').waitFor();
    expect(await width.getAttribute('placeholder')).toBe('без значения');
    await eventually(async () => {
      await page.keyboard.press('Control+s');
      return readFileSync(own.front, 'utf8');
    }).toBe(front.replace('<width>300</width>', '<width xsi:nil="true" />'));
    await page.getByText('Перезапустите iikoFront').waitFor();
    await width.focus();
    await page.keyboard.type('420');
    await page.keyboard.press('Tab');
    const revert = page.getByRole('button', { name: 'Вернуть как было: Ширина быстрого меню' });
    expect(await revert.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Что изменится' }).waitFor({ state: 'detached' });
    expect(await width.inputValue()).toBe('');
  });

  it('is cured of a doubled element by one click', async () => {
    await openPlugin();
    await page.getByRole('button', { name: 'Оставить первое' }).click();
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await eventually(() => content().match(/<serverUrl>/g)?.length).toBe(1);
    expect(content()).toContain('<serverUrl>https://cc.iiko.it:443/resto</serverUrl>');
  });

  it('tells a wrong value while it is typed, and asks before it is written', async () => {
    await openPlugin();
    await field().fill('долго');
    await page.getByText('«долго» — не целое число.').waitFor();
    await eventually(() => field().getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByRole('dialog', { name: 'Записать всё равно?' }).waitFor();
    expect(content()).toBe(damaged);
    await page.getByRole('dialog').getByRole('button', { name: 'Отмена' }).click();
    await page.getByRole('button', { name: 'Не сохранять' }).click();
    await eventually(() => field().inputValue()).toBe('10000');
  });

  it('edited as text keeps the ends of its lines', async () => {
    await openPlugin();
    await page.getByText('Текст', { exact: true }).click();
    const area = page.getByRole('textbox', { name: 'Текст файла' });
    await eventually(() => area.inputValue()).toContain('14 марта');
    await area.fill((await area.inputValue()).replace('14 марта', '15 апреля\n  второй раз'));
    await page.getByRole('button', { name: 'Сохранить' }).click();
    const expected = damaged.replace('14 марта', '15 апреля\r\n  второй раз');
    await eventually(() => content()).toBe(expected);
  });

  it('changed outside meanwhile is merged with both sides in sight', async () => {
    await openPlugin();
    await field().fill('30000');
    await page.getByRole('region', { name: 'Что изменится' }).getByText(GOOD).waitFor();
    writeFileSync(own.plugin, damaged.replace(SLOW, '<serviceMethodTimeoutMilliseconds>15000<'));
    await page.getByRole('button', { name: 'Сохранить' }).click();
    const merge = page.getByRole('dialog', { name: 'Файл изменили снаружи' });
    await merge.getByText('Снаружи', { exact: true }).first().waitFor();
    await merge.locator('label').getByText('Моё').click();
    await merge.getByRole('button', { name: 'Сохранить вместе' }).click();
    await eventually(() => content()).toBe(damaged.replace(SLOW, GOOD));
  });

  it('loses its terminalId only when told, and gets it back from the vault', async () => {
    await openPlugin();
    await page.getByRole('button', { name: 'Удалить идентификатор…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Удалить идентификатор' }).click();
    await eventually(() => content().includes('terminalId')).toBe(false);
    const vault = page.getByRole('region', { name: 'Сейф terminalId' });
    await vault.getByRole('button', { name: /^Вернуть 7b3f5d0e/ }).click();
    await eventually(() => content()).toContain('<terminalId>7b3f5d0e');
  });

  it('that is a log shows its end', async () => {
    await openPlugin();
    await page.getByText('cash-server.log').click();
    const text = page.getByRole('textbox', { name: 'Текст файла' });
    await eventually(() => text.inputValue()).toBe('Is MainCash: True');
    await eventually(() => text.getAttribute('readonly')).not.toBeNull();
  });

  it('keeps its tools in their column on a laptop zoomed to 150 %', async () => {
    await openPlugin({ width: 911, height: 512 });
    const side = page.getByRole('complementary', { name: 'Изменения и история' });
    const look = page.getByRole('radiogroup', { name: 'Вид файла' });
    await eventually(async () => {
      const [column, tools] = [await side.boundingBox(), await look.boundingBox()];
      return column !== null && tools !== null && tools.x + tools.width <= column.x;
    }).toBe(true);
  });

  it('can be seen and not touched without the right', async () => {
    const [first] = await askCore<{ id: number }[]>(terminals.desk, 'profiles.list', {});
    const operator = await askCore<{ id: number }>(terminals.desk, 'profiles.add', {
      name: 'Оператор',
      preset: 'operator',
      rights: ['edit-reviews'],
      pin: null,
    });
    await openPlugin();
    await askCore(terminals.desk, 'profiles.switchTo', { profileId: operator.id, pin: null });
    try {
      await page.reload();
      await page.getByText('Менять настройки может тот, у кого есть это право').waitFor();
      await eventually(() => field().getAttribute('readonly')).not.toBeNull();
    } finally {
      await askCore(terminals.desk, 'profiles.switchTo', { profileId: first?.id, pin: null });
    }
  });
});

describe.each(['light', 'dark'] as const)('access, %s', (theme) => {
  it('has no faults: a draft with its differences, and the text', async () => {
    await openPlugin();
    await window.wear(theme);
    await field().fill('30000');
    await page.getByRole('region', { name: 'Что изменится' }).getByText(GOOD).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByText('Текст', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Текст файла' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});
