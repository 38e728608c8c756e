import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askCore } from '../../main/hosts/connect-demo.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { browserOfFile } from '../support/browser-of-file.ts';
import { openDeskWindow, type DeskWindow } from '../support/desk-window.ts';
import {
  frontFile,
  openTerminalsDesk,
  pluginFile,
  writeTill,
  type TerminalsDesk,
} from '../support/terminals-desk.ts';

const GOOD = '<serviceMethodTimeoutMilliseconds>30000<';

const browser = browserOfFile();
let terminals: TerminalsDesk;
let window: DeskWindow;
let page: Page;
let others: readonly string[];

/** One of three tills; the third waits for the server as long as it should. */
function writeOther(folder: string, number: number): string {
  const plugin = pluginFile({
    timeoutMs: number === 3 ? '30000' : '10000',
    terminalId: `00000000-0000-4000-8000-00000000000${number}`,
  });
  return writeTill(join(folder, `Касса ${number}`), plugin, frontFile()).plugin;
}

beforeAll(async () => {
  terminals = await openTerminalsDesk((roaming) => {
    writeTill(roaming, pluginFile({ timeoutMs: '10000' }), frontFile());
  });
  const brought = join(terminals.folder, 'Кассы');
  others = [1, 2, 3].map((number) => writeOther(brought, number));
  await askCore(terminals.desk, 'configFiles.addRoot', { path: brought });
});

afterAll(() => terminals.close());

beforeEach(async () => {
  const { desk: application, dataFolder } = terminals;
  window = await openDeskWindow(browser(), { application, dataFolder }, 'terminals?tab=fleet');
  page = window.page;
});

afterEach(() => window.close());

const content = (path: string): string => readFileSync(path, 'utf8');

describe('the fleet', () => {
  it('gets a change on one terminal, then on the rest, and gives it back', async () => {
    const before = others.map(content);
    await page
      .getByRole('button', { name: 'Изменить на терминалах: Сколько ждать ответа сервера' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Сначала только «Касса 1»').waitFor();
    await dialog.getByRole('button', { name: 'Изменить на первом' }).click();
    await page.getByText('Первый терминал изменён').waitFor();
    expect(others.map((path) => content(path).includes(GOOD))).toEqual([true, false, true]);
    await page.getByRole('button', { name: /^Продолжить ещё на/ }).click();
    await page.getByText('Изменено на всех терминалах').waitFor();
    expect(others.map((path) => content(path).includes(GOOD))).toEqual([true, true, true]);
    await page.getByRole('button', { name: 'Вернуть как было' }).click();
    await page.getByText('Всё возвращено как было').waitFor();
    expect(others.map(content)).toEqual(before);
  });
});

describe.each(['light', 'dark'] as const)('access, %s', (theme) => {
  it('has no faults with a terminal chosen', async () => {
    await window.wear(theme);
    await page.getByText('По терминалам').click();
    await page.getByRole('checkbox', { name: 'Выбрать Касса 1' }).check();
    expect(await axeFaults(page)).toEqual([]);
  });
});
