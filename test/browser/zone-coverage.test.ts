import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Application } from '../../main/application.ts';
import type { OrderPage } from '../../main/contract/orders.ts';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import { askCore } from '../../main/hosts/connect-demo.ts';
import { programFolder } from '../../main/hosts/program-folder.ts';
import { rendererFolder } from '../../main/hosts/start/build-renderer.ts';
import { sendBuiltPage } from '../../main/hosts/web/send-page.ts';
import { startWebHost, type WebHost } from '../../main/hosts/web/start-web-host.ts';
import {
  connectTo,
  newFolder,
  openDesk,
  removeFolder,
  servedChain,
  type ServedChain,
} from '../faults/support/chain-desk.ts';
import { launchBrowser } from '../support/launch-browser.ts';

let browser: Browser;
let served: ServedChain;
let folder: string;
let desk: Application;
let host: WebHost;
let page: Page;

beforeAll(async () => {
  served = await servedChain(82, 80);
  folder = newFolder('zone-coverage');
  desk = await openDesk(folder);
  await connectTo(desk, served.chain, 'Демо');
  await askCore(desk, 'sync.runToEnd', { connectionId: null });
  await askCore(desk, 'settings.finishFirstRun', {});
  host = await startWebHost({
    port: 0,
    application: desk,
    dataFolder: folder,
    sendPage: sendBuiltPage(rendererFolder(programFolder())),
    explain: (failure) => failure.code,
    log: () => undefined,
  });
  browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: 1366, height: 900 },
    locale: 'ru-RU',
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  // The chain's orders are of November 2026, whatever the machine's clock says.
  await page.clock.setFixedTime(new Date('2026-11-20T17:00:00Z'));
  await page.goto(host.issueStartAddress());
});

afterAll(async () => {
  await browser.close();
  await host.close();
  await desk.close();
  await served.close();
  removeFolder(folder);
});

const faults = async (): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

const open = (tab: string) => page.goto(`${host.address}#/zones?tab=${tab}`);

/** Pictures to look at, where a folder for them is named. */
async function picture(name: string): Promise<void> {
  const to = process.env['DESK_PICTURES'];
  if (to !== undefined) await page.screenshot({ path: `${to}/${name}.png` });
}

it('changes hours, tells what to enter in iiko, and takes it back', async () => {
  await open('terminals');
  const checklist = page.getByRole('region', { name: 'Что ввести в iikoOffice' });
  await checklist.getByText('Здесь ничего не меняли').waitFor();
  const from = page.getByLabel('Часы работы: с').first();
  const before = await from.inputValue();
  await from.fill('07:30');
  await from.press('Enter');
  await checklist.getByText('Осталось ввести: 1 пункт').waitFor();
  expect(await checklist.getByRole('listitem').textContent()).toContain('07:30');
  await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
  await checklist.getByText('В iiko всё так же, как здесь.').waitFor();
  expect(await from.inputValue()).toBe(before);
  await picture('terminals');
  expect(await faults()).toEqual([]);
});

it('finds an address of own orders without a network, and says who would deliver', async () => {
  const { rows } = await askCore<OrderPage>(desk, 'orders.open', {
    filter: { ...EVERY_ORDER, serviceTypes: ['courier'] },
    sort: { column: 'created', descending: true },
    count: 50,
  });
  const order = rows.find(({ street, house, deliveryZone }) => street && house && deliveryZone)!;
  await open('address');
  const field = page.getByRole('combobox', { name: 'Адрес' });
  await field.fill(`${order.city}, ${order.street}, ${order.house}, кв 5`);
  await field.press('Enter');
  const found = page.getByRole('region', { name: 'Найденные адреса' });
  await found.getByRole('button').first().click();
  await page.getByRole('row', { name: /Зона/ }).getByText(order.deliveryZone).waitFor();
  await page.getByLabel('Когда').selectOption('Среда');
  await page.getByRole('button', { name: 'Проверить', exact: true }).click();
  await found.getByRole('button').first().click();
  await page.getByText('Проверено на ср 19:00').waitFor();
  await picture('address');
  await field.fill('Нетакойулицы, 1');
  await field.press('Enter');
  await page.getByText('Такого адреса не нашли').waitFor();
  expect(await faults()).toEqual([]);
});

it('replays orders and opens those behind a figure', async () => {
  await askCore(desk, 'settings.changePersonal', { theme: 'dark' });
  await open('rehearsal');
  await page.reload();
  await page.getByRole('button', { name: 'Прогнать заказы' }).click();
  const result = page.getByRole('region', { name: 'Что изменится' });
  await result.waitFor();
  await picture('rehearsal');
  expect(await faults()).toEqual([]);
  const tile = result.getByRole('button', { name: /Без изменений/ });
  const kept = Number(/(\d+)/.exec((await tile.textContent())!.replaceAll(/\s/g, ''))![1]);
  expect(kept).toBeGreaterThan(50);
  await tile.click();
  const behind = page.getByRole('region', { name: 'Без изменений' });
  await behind.getByRole('listitem').first().waitFor();
  expect(await behind.getByRole('listitem').count()).toBe(Math.min(100, kept));
  await picture('behind');
  await page.getByRole('button', { name: 'К итогам' }).click();
  await page.getByRole('button', { name: 'Найти расхождения' }).click();
  await page.getByText('За эти дни расхождений нет.').waitFor();
  await behind.waitFor({ state: 'detached' });
});
