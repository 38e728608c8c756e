import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OrderPage } from '../../main/contract/orders.ts';
import type { IikoZones, ZoneMap } from '../../main/contract/zones.ts';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import { CHAIN_START } from '../faults/support/chain-desk.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { browserOfFile } from '../support/browser-of-file.ts';
import { openDeskWindow, type DeskWindow } from '../support/desk-window.ts';
import { eventually } from '../support/eventually.ts';
import { picture } from '../support/picture.ts';
import { openSyncedChain, type SyncedChain } from '../support/synced-chain.ts';

const browser = browserOfFile();
let chain: SyncedChain;
let window: DeskWindow;
let page: Page;

beforeAll(async () => {
  chain = await openSyncedChain('zone-coverage', 82);
  window = await openDeskWindow(browser(), chain, 'orders', {
    viewport: { width: 1366, height: 900 },
    // The chain's orders end there, whatever the machine's clock says.
    now: new Date(CHAIN_START),
  });
  page = window.page;
});

afterAll(async () => {
  await window.close();
  await chain.close();
});

const open = (tab: string) => window.show(`zones?tab=${tab}`);

it('changes hours, tells what to enter in iiko, and takes it back', async () => {
  await open('terminals');
  const checklist = page.getByRole('region', { name: 'Что ввести в iikoOffice' });
  await checklist.getByText('Здесь ничего не меняли').waitFor();
  const from = page.getByLabel('Часы работы: с').first();
  const before = await from.inputValue();
  await from.fill('07:30');
  await from.press('Enter');
  await checklist.getByText('Осталось ввести: 1 пункт').waitFor();
  await checklist.getByRole('listitem').getByText('07:30').waitFor();
  await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
  await checklist.getByText('В iiko всё так же, как здесь.').waitFor();
  await eventually(() => from.inputValue()).toBe(before);
  await picture(page, 'terminals');
  expect(await axeFaults(page)).toEqual([]);
});

it('finds an address of own orders without a network, and says who would deliver', async () => {
  const { rows } = await window.core<OrderPage>('orders.open', {
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
  await picture(page, 'address');
  await field.fill('Нетакойулицы, 1');
  await field.press('Enter');
  await page.getByText('Такого адреса не нашли').waitFor();
  expect(await axeFaults(page)).toEqual([]);
});

it('hands a map over to iiko and proves what arrived, to a corner', async () => {
  const [iiko] = await window.core<IikoZones[]>('zones.iiko', {});
  const { revision } = await window.core<ZoneMap>('zones.map', {});
  const put = iiko!.zones.map((zone) => ({ ...zone, locked: false, hidden: false }));
  await window.core('zones.change', { revision, put, remove: [], order: null });
  await open('terminals');
  await page.reload();
  await page.getByRole('button', { name: 'Передать в iiko…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Сохранить KML' }).click();
  const prove = dialog.getByRole('button', { name: 'Сверить' });
  await eventually(() => prove.isEnabled()).toBe(true);
  await prove.click();
  await dialog.getByText('Зоны в iiko те же.').waitFor();
  const loaded = put.map(({ name, parts }, at) => ({
    name,
    coordinates: parts[0]!.outline.map(([longitude, latitude], corner) => ({
      latitude: at === 0 && corner === 0 ? latitude + 3e-4 : latitude,
      longitude,
    })),
  }));
  const { truth, loadZones } = chain.vendor;
  for (const { organizationId } of truth.venues) loadZones(organizationId, loaded);
  await prove.click();
  await dialog.getByText(`«${put[0]!.name}» — граница сдвинута`).waitFor();
  await picture(page, 'hand-over');
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Ссылка на карту' }).fill('https://yandex.ru/maps');
  await dialog.getByRole('button', { name: 'Проверить ссылку' }).click();
  await dialog.getByText(/Нужна ссылка из Конструктора карт/).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  for (const { organizationId } of truth.venues) loadZones(organizationId, null);
  const drawn = await window.core<ZoneMap>('zones.map', {});
  const remove = put.map(({ id }) => id);
  const away = { revision: drawn.revision, put: [], remove, order: null };
  await window.core('zones.change', away);
});

it('replays orders and opens those behind a figure', async () => {
  await window.wear('dark');
  await open('rehearsal');
  await page.getByRole('button', { name: 'Прогнать заказы' }).click();
  const result = page.getByRole('region', { name: 'Что изменится' });
  await result.waitFor();
  await picture(page, 'rehearsal');
  expect(await axeFaults(page)).toEqual([]);
  const tile = result.getByRole('button', { name: /Без изменений/ });
  const kept = Number(/(\d+)/.exec((await tile.textContent())!.replaceAll(/\s/g, ''))![1]);
  expect(kept).toBeGreaterThan(50);
  await tile.click();
  const behind = page.getByRole('region', { name: 'Без изменений' });
  await eventually(() => behind.getByRole('listitem').count()).toBe(Math.min(100, kept));
  await picture(page, 'behind');
  await page.getByRole('button', { name: 'К итогам' }).click();
  const terminals = result.getByRole('region', { name: 'По терминалам' });
  const first = terminals.getByRole('button', { name: /: Станет, / }).first();
  const had = Number(
    /, ([\d\s]+)(?:,|$)/.exec((await first.getAttribute('aria-label'))!)![1]!.replaceAll(/\s/g, ''),
  );
  await first.click();
  await page
    .getByRole('region', { name: /: Станет$/ })
    .getByRole('listitem')
    .first()
    .waitFor();
  expect(
    await page
      .getByRole('region', { name: /: Станет$/ })
      .getByRole('listitem')
      .count(),
  ).toBe(Math.min(100, had));
  await page.getByRole('button', { name: 'К итогам' }).click();
  await page.getByRole('button', { name: 'Найти расхождения' }).click();
  await page.getByText('За эти дни расхождений нет.').waitFor();
  await behind.waitFor({ state: 'detached' });
});
