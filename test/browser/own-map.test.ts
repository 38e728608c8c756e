import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { browserOfFile } from '../support/browser-of-file.ts';
import { eventually } from '../support/eventually.ts';
import { picture } from '../support/picture.ts';
import { pmtilesOf, vectorTile } from '../support/pmtiles-of.ts';
import { openZonesWindow } from '../support/zones-window.ts';

const browser = browserOfFile();

it('the own file of the user lies under the zones, chosen by keys', async () => {
  const desk = await openZonesWindow(browser());
  const { page, filled } = desk;
  const path = join(filled.dataFolder, 'city.pmtiles');
  // One road right through Moscow, where the map opens.
  const tile = vectorTile('улица Ленина', [0, 1281], [4095, 1281]);
  const words = { vector_layers: [{ id: 'roads' }], attribution: '© Свои улицы' };
  writeFileSync(path, pmtilesOf([{ id: 0, bytes: tile }], 1, words, 0));
  const streets = async (): Promise<string> =>
    (await page.locator('canvas').screenshot()).toString('base64');
  const without = await streets();
  await page.getByRole('button', { name: 'Слои' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Подложка карты…' }).press('Enter');
  await page.getByRole('radio', { name: 'Свой файл карты (.pmtiles)' }).press('Space');
  const field = page.getByRole('textbox', { name: 'Путь к файлу' });
  await field.fill(join(filled.dataFolder, 'none.pmtiles'));
  await field.press('Enter');
  await page.getByText(/none\.pmtiles» нет или он занят/).waitFor();
  await field.fill(`"${path}"`);
  await field.press('Enter');
  await page.getByText('© Свои улицы').waitFor();
  await eventually(() => page.getByText('Карта улиц').count()).toBe(0);
  await eventually(async () => (await streets()) === without).toBe(false);
  await picture(page, 'own-map');
  await desk.close();
});
