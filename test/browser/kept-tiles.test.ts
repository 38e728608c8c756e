import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applicationWith, type FilledApplication } from '../support/application-with-orders.ts';
import { browserOfFile } from '../support/browser-of-file.ts';
import { openDeskWindow, type DeskWindow } from '../support/desk-window.ts';
import { eventually } from '../support/eventually.ts';

const SERVER = 'https://tiles.example';
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const browser = browserOfFile();
let filled: FilledApplication;
let window: DeskWindow;
let page: Page;

beforeAll(async () => {
  filled = applicationWith(() => undefined, Date.now);
  window = await openDeskWindow(browser(), filled, 'settings', {
    viewport: { width: 800, height: 600 },
  });
  page = window.page;
  await window.core('zones.saveBaseMap', {
    tiles: `${SERVER}/{z}/{x}/{y}.png`,
    attribution: '© Улицы',
  });
});

afterAll(async () => {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await window.close();
  await filled.close();
});

/** The map anew, under the policy of the base map that was chosen: the tiles that were asked for. */
async function openMap(): Promise<string[]> {
  const asked: string[] = [];
  await page.unrouteAll({ behavior: 'wait' });
  await page.route(`${SERVER}/**`, async (route) => {
    asked.push(route.request().url());
    await route.fulfill({
      body: DOT,
      contentType: 'image/png',
      headers: { 'access-control-allow-origin': '*' },
    });
  });
  await page.reload();
  await window.show('zones');
  await page.getByText('© Улицы').waitFor();
  await page.waitForLoadState('networkidle');
  return asked;
}

const keptTiles = (): Promise<string[]> =>
  page.evaluate(async () =>
    (await (await caches.open('street-tiles')).keys()).map(({ url }) => url),
  );

it('streets that were seen once come without the network', async () => {
  await openMap();
  await eventually(async () => (await keptTiles()).length).toBeGreaterThan(3);
  const kept = await keptTiles();
  await window.show('settings');
  const again = await openMap();
  expect(again.filter((tile) => kept.includes(tile))).toEqual([]);
  expect(await page.getByText('Карта улиц недоступна').count()).toBe(0);
});
