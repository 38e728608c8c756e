import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { it } from 'vitest';
import { browserOfFile } from '../support/browser-of-file.ts';
import { eventually } from '../support/eventually.ts';
import { picture } from '../support/picture.ts';
import { pmtilesOf, vectorTile } from '../support/pmtiles-of.ts';
import { openZonesWindow } from '../support/zones-window.ts';

const browser = browserOfFile();

/** A file with one road from west to east; 1281 of 4096 is Moscow, where the map opens. */
function writeMap(path: string, y: number, attribution: string): void {
  const tile = vectorTile('улица Ленина', [0, y], [4095, y]);
  const words = { vector_layers: [{ id: 'roads' }], attribution };
  writeFileSync(path, pmtilesOf([{ id: 0, bytes: tile }], 1, words, 0));
}

/** A strip of the map on which nothing lies, once it stands still. */
async function strip(page: Page): Promise<string> {
  const { x, y, height } = (await page.locator('canvas').boundingBox())!;
  const clip = { x: x + 10, y: y + height / 4, width: 60, height: height / 2 };
  let last = '';
  for (;;) {
    const now = (await page.screenshot({ clip })).toString('base64');
    if (now === last) return now;
    last = now;
    await page.waitForTimeout(150);
  }
}

it('the own file of the user lies under the zones, chosen by keys', async () => {
  const desk = await openZonesWindow(browser());
  const { page, filled } = desk;
  const [far, near] = ['far', 'near'].map((name) => join(filled.dataFolder, `${name}.pmtiles`));
  writeMap(far!, 100, '© Север');
  writeMap(near!, 1281, '© Свои улицы');
  await desk.window.core('zones.saveBaseMap', { tiles: null, attribution: '', file: far });
  await page.reload();
  await page.getByText('© Север').waitFor();
  const without = await strip(page);
  await page.getByRole('button', { name: 'Слои' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Подложка карты…' }).press('Enter');
  const field = page.getByRole('textbox', { name: 'Путь к файлу' });
  await field.fill(join(filled.dataFolder, 'none.pmtiles'));
  await field.press('Enter');
  await page.getByText(/none\.pmtiles» нет или он занят/).waitFor();
  await field.fill(`"${near}"`);
  await field.press('Enter');
  await page.getByText('© Свои улицы').waitFor();
  await eventually(() => page.getByText('Карта улиц').count()).toBe(0);
  await eventually(() => strip(page)).not.toBe(without);
  await picture(page, 'own-map');
  await desk.close();
});
