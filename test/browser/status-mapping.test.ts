import AxeBuilder from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StatusBoard } from '../../main/contract/status-mapping.ts';
import type { StatusGroup } from '../../main/domain/status-mapping/status-group.ts';
import { mappingOf } from '../../main/domain/status-mapping/status-mapping.ts';
import { groupTotals } from '../../main/domain/status-mapping/status-totals.ts';
import { programFolder } from '../../main/hosts/program-folder.ts';
import { rendererFolder } from '../../main/hosts/start/build-renderer.ts';
import { sendBuiltPage } from '../../main/hosts/web/send-page.ts';
import { startWebHost, type WebHost } from '../../main/hosts/web/start-web-host.ts';
import { orderInfo } from '../fixtures/iiko-cloud-order.ts';
import {
  applicationWith,
  ask,
  type FilledApplication,
} from '../support/application-with-orders.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { save } from '../support/store-with-orders.ts';

const HOSTILE = '<img src=x onerror="document.title=1">';
const STATUSES = ['Closed', 'OnWay', 'Cancelled', HOSTILE, 'Delivered'];
const NOW = Date.now();
const today = new Date(NOW).toISOString().slice(0, 10);

let browser: Browser;
let filled: FilledApplication;
let host: WebHost;
let page: Page;
let errors: string[];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  filled = applicationWith(
    (db) =>
      save(
        db,
        Array.from({ length: 45 }, (_, index) =>
          orderInfo(index + 1, {
            status: STATUSES[index % STATUSES.length]!,
            sum: 1000.5 + index,
            completeBefore: `${today} 11:00:00.000`,
          }),
        ),
      ),
    () => NOW,
  );
  await core('settings.finishFirstRun');
  host = await startWebHost({
    port: 0,
    application: filled.application,
    dataFolder: filled.dataFolder,
    sendPage: sendBuiltPage(rendererFolder(programFolder())),
    explain: (failure) => failure.code,
    log: () => undefined,
  });
  const context = await browser.newContext({
    viewport: { width: 1366, height: 900 },
    locale: 'ru-RU',
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
  await page.goto(host.issueStartAddress());
  await open();
});

afterEach(async () => {
  const reports = host.policyReports();
  await page.context().close();
  await host.close();
  await filled.close();
  expect({ errors, reports }).toEqual({ errors: [], reports: 0 });
});

const core = <T>(topic: string, input: unknown = {}): Promise<T> =>
  ask<T>(filled.application, topic, input);

async function open(tab = 'board'): Promise<void> {
  await page.goto(`${host.address}#/statuses?tab=${tab}`);
  await page.getByRole('heading', { level: 1, name: 'Статусы' }).waitFor();
}

const lane = (group: StatusGroup): Locator => page.locator(`section[data-group="${group}"]`);
const card = (name: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${name}.*iiko Cloud`) });
const said = (): Locator => page.locator('[aria-live=assertive]');

/** The machine may be busy: news takes its time. */
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });

/** What a lane shows: its orders as a number. */
async function countIn(group: StatusGroup): Promise<number> {
  const text = await lane(group)
    .getByText(/\d+ заказ/)
    .first()
    .innerText();
  return Number.parseInt(text, 10);
}

async function committed(group: StatusGroup): Promise<number> {
  const { entries, totals } = await core<StatusBoard>('statusMapping.board', { period: null });
  return groupTotals(mappingOf(entries), totals)[group].orders;
}

async function carry(from: Locator, to: Locator): Promise<void> {
  // A lane that is drawn anew in this moment has no place yet.
  const placeOf = (one: Locator) =>
    vi.waitUntil(async () => (await one.boundingBox()) ?? undefined, { timeout: 10_000 });
  const start = await placeOf(from);
  const end = await placeOf(to);
  await page.mouse.move(start.x + 20, start.y + 10);
  await page.mouse.down();
  await page.mouse.move(start.x + 40, start.y + 20, { steps: 3 });
  await page.mouse.move(end.x + 60, end.y + 120, { steps: 5 });
}

describe('a card carried by the mouse', () => {
  it('tells before it is let go what applying then commits', async () => {
    await carry(card('Доставлена'), lane('paid'));
    await lane('paid')
      .getByText(/^\+9 · \+/)
      .waitFor();
    await lane('in-work')
      .getByText(/^−9 · −/)
      .waitFor();
    const shown = await countIn('paid');
    expect(shown).toBe(18);
    expect(await committed('paid')).toBe(9);
    await page.mouse.up();
    await lane('paid').getByText('было: В работе').waitFor();
    expect(await committed('paid')).toBe(9);
    await page.getByRole('button', { name: 'Применить' }).click();
    await page.getByText('Действует распределение 2').waitFor();
    expect(await committed('paid')).toBe(shown);
    expect(await countIn('paid')).toBe(shown);
  });

  it('stays where it was when it is let go outside or the drag is given up', async () => {
    await carry(card('Доставлена'), page.locator('header:visible').first());
    await page.mouse.up();
    await carry(card('Доставлена'), lane('paid'));
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await lane('in-work').locator('li').filter({ hasText: 'Доставлена' }).count()).toBe(1);
    expect((await core<StatusBoard>('statusMapping.board', { period: null })).draft).toEqual([]);
  });
});

/** Takes a card by the keyboard; the library measures what it holds before it hears an arrow. */
async function take(): Promise<void> {
  await page.keyboard.press('Space');
  await eventually(() => said().innerText()).toContain('взят из группы «В работе»');
  await page.waitForTimeout(250);
}

describe('a card carried by keys', () => {
  it('goes one lane an arrow, and a screen reader hears only what is true', async () => {
    await card('Доставлена').focus();
    await take();
    await page.keyboard.press('ArrowRight');
    await eventually(() => said().innerText()).toMatch(/«Оплаченные»: больше на 9 заказов/);
    await page.keyboard.press('ArrowRight');
    await eventually(() => said().innerText()).toContain('«Отменённые»: больше');
    await page.keyboard.press('ArrowUp');
    await eventually(() => said().innerText()).toContain('«Не распределены»: больше');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await eventually(() => said().innerText()).toContain('отсюда взят, ничего не изменится');
    await page.keyboard.press('Space');
    await eventually(() => said().innerText()).toContain('остался в группе «В работе»');
    await take();
    await page.keyboard.press('ArrowRight');
    await eventually(() => said().innerText()).toContain('«Оплаченные»');
    await page.keyboard.press('Space');
    await eventually(() => said().innerText()).toContain('перенесён в группу «Оплаченные»');
    await lane('paid').getByText('было: В работе').waitFor();
    await eventually(() => card('Доставлена').evaluate((at) => at === document.activeElement)).toBe(
      true,
    );
  });
});

describe('the draft', () => {
  it('is filled from the menu, taken back and repeated by keys, dropped and restored', async () => {
    await page.getByRole('button', { name: 'Куда перенести «Доставлена»' }).click();
    await page.getByRole('menuitem', { name: 'Оплаченные' }).click();
    await page.getByText('Черновик: 1 изменение').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Черновик пуст').waitFor();
    await page.keyboard.press('Control+Shift+z');
    await page.getByText('Черновик: 1 изменение').waitFor();
    await page.getByRole('button', { name: 'Применить' }).click();
    await page.getByText('Действует распределение 2').waitFor();
    expect(await committed('paid')).toBe(18);
    await page.keyboard.press('Control+z');
    await page.getByText('Черновик: 1 изменение').waitFor();
    await eventually(() => committed('paid')).toBe(9);
    await page.getByRole('button', { name: 'История' }).click();
    const second = page.getByRole('listitem').filter({ hasText: 'Распределение 2' }).first();
    await second.getByRole('button', { name: /Вернуть это/ }).click();
    await eventually(() => committed('paid')).toBe(18);
  });

  it('warns of what is impossible', async () => {
    await page.getByRole('button', { name: 'Куда перенести «Отменена»' }).click();
    await page.getByRole('menuitem', { name: 'Оплаченные' }).click();
    await page.getByText('отменённые заказы считаются продажами').waitFor();
  });
});

describe('a status nobody knows', () => {
  it('waits in «not placed» as plain text and is counted beside the screen’s name', async () => {
    await lane('unmapped').getByText(HOSTILE).waitFor();
    expect(await countIn('unmapped')).toBe(9);
    const link = page.getByRole('link', { name: 'Статусы 1 нераспределённый статус' });
    await link.waitFor();
    await carry(lane('unmapped').getByRole('button').first(), lane('ignored'));
    await page.mouse.up();
    await page.getByRole('button', { name: 'Применить' }).click();
    await page.getByRole('link', { name: 'Статусы', exact: true }).waitFor();
    expect(await page.title()).not.toBe('1');
  });
});

describe('rules', () => {
  it('are set by one press and taken back', async () => {
    await open('rules');
    await page.getByRole('button', { name: 'В пути → Доставлена: можно' }).click();
    const own = page.getByRole('button', { name: 'В пути → Доставлена: нельзя, изменено вами' });
    await own.waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'В пути → Доставлена: можно', exact: true }).waitFor();
    await page.getByLabel('В пути', { exact: true }).fill('40');
    await page.keyboard.press('Enter');
    await eventually(() => core('statusMapping.rules')).toEqual({
      moves: [],
      limits: [{ system: 'iiko-cloud', status: 'OnWay', minutes: 40 }],
      clients: [],
    });
    const once = page.getByRole('checkbox', { name: 'В пути: Разовый клиент' });
    await once.click();
    await eventually(() => core('statusMapping.rules')).toMatchObject({
      clients: [{ system: 'iiko-cloud', status: 'OnWay', client: 'one-time' }],
    });
    await page.keyboard.press('Control+z');
    await eventually(() => once.isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Проверить 7 дней' }).click();
    await page
      .getByText(/Просмотрено|нарушени/)
      .first()
      .waitFor();
  });
});

describe('who may not map statuses', () => {
  it('looks only, without money', async () => {
    const { id } = await core<{ id: number }>('profiles.add', {
      name: 'Оператор',
      preset: 'operator',
      rights: [],
      pin: null,
    });
    await core('profiles.switchTo', { profileId: id, pin: null });
    await page.reload();
    await lane('paid').getByText('9 заказов').first().waitFor();
    expect(await page.getByText('₽').count()).toBe(0);
    expect(await page.getByRole('button', { name: /Куда перенести/ }).count()).toBe(0);
    await carry(card('Доставлена'), lane('paid'));
    await page.mouse.up();
    expect(await page.getByText('было:').count()).toBe(0);
  });
});

const faults = async (): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

describe.each(['light', 'dark'] as const)('access, %s', (theme) => {
  it('has no faults: board, draft, warning, history, rules', async () => {
    await core('settings.changePersonal', { theme });
    await core('statusMapping.assign', {
      changes: [
        { organizationId: 0, system: 'iiko-cloud', status: 'Cancelled', group: 'paid' },
        { organizationId: 1, system: 'iiko-cloud', status: 'OnWay', group: 'paid' },
      ],
    });
    await page.reload();
    await page.getByText('Черновик: 2 изменения').waitFor();
    await page.getByRole('button', { name: 'История' }).click();
    await page.getByText('Начальное, от программы').waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('tab', { name: 'Правила' }).click();
    await page.getByText('Разрешённые переходы').first().waitFor();
    expect(await faults()).toEqual([]);
  });
});
