import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZoneMap } from '../../main/contract/zones.ts';
import { SQUARE_ZONE, TWO_ZONES_KML } from '../fixtures/zone-maps.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { browserOfFile } from '../support/browser-of-file.ts';
import { eventually } from '../support/eventually.ts';
import { picture } from '../support/picture.ts';
import { openZonesWindow, type ZonesWindow } from '../support/zones-window.ts';

const browser = browserOfFile();
let desk: ZonesWindow;
let page: Page;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zones-'));
  writeFileSync(join(folder, 'zones.kml'), TWO_ZONES_KML);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  desk = await openZonesWindow(browser());
  page = desk.page;
});

afterEach(() => desk.close());

const kept = () => desk.kept();
const names = () => desk.names();
const undo = () => desk.undo();
const tool = (name: string) => page.getByRole('toolbar').getByRole('button', { name }).click();
const redo = () => desk.redo();

/** A place of the map, as shares of its width and height. */
async function onMap(x: number, y: number): Promise<[number, number]> {
  const box = (await page.locator('canvas').boundingBox())!;
  return [box.x + box.width * x, box.y + box.height * y];
}

async function click(x: number, y: number): Promise<void> {
  await page.mouse.click(...(await onMap(x, y)));
}

async function drag(from: [number, number], to: [number, number]): Promise<void> {
  await page.mouse.move(...(await onMap(...from)));
  await page.mouse.down();
  await page.mouse.move(...(await onMap(...to)), { steps: 4 });
  await page.mouse.up();
}

describe('by mouse', () => {
  it('a zone is drawn, split, merged and reshaped, and every step goes back', async () => {
    await tool('Нарисовать');
    for (const [x, y] of [
      [0.3, 0.3],
      [0.7, 0.3],
      [0.7, 0.7],
      [0.3, 0.7],
    ] as const) {
      await click(x, y);
    }
    await click(0.3, 0.3);
    await eventually(names).toEqual(['Зона 1']);
    const [[, whole]] = (await kept()) as [[string, number]];
    await tool('Разрезать');
    await click(0.4, 0.2);
    await click(0.4, 0.8);
    await page.keyboard.press('Enter');
    await eventually(names).toEqual(['Зона 1', 'Зона 1 2']);
    const halves = (await kept()).map(([, area]) => area / whole);
    expect(halves.map((share) => Math.round(share * 20))).toEqual([15, 5]);
    await click(0.6, 0.5);
    await page.keyboard.down('Shift');
    await click(0.35, 0.5);
    await page.keyboard.up('Shift');
    await tool('Объединить');
    await eventually(names).toEqual(['Зона 1']);
    expect(Math.abs((await kept())[0]![1] / whole - 1)).toBeLessThan(0.001);
    await drag([0.7, 0.7], [0.8, 0.8]);
    await eventually(async () => (await kept())[0]![1] / whole > 1.05).toBe(true);
    await undo();
    const percent = async () => Math.round(((await kept())[0]![1] / whole) * 100);
    await eventually(percent).toBe(100);
    await drag([0.7, 0.5], [0.8, 0.5]);
    await eventually(percent).toBe(113);
    await picture(page, 'reshaped');
    await page.mouse.click(...(await onMap(0.8, 0.5)), { button: 'right' });
    await eventually(percent).toBe(100);
    await undo();
    await undo();
    await undo();
    await eventually(names).toEqual(['Зона 1', 'Зона 1 2']);
    await undo();
    await undo();
    await eventually(names).toEqual([]);
    await redo();
    await redo();
    await eventually(names).toEqual(['Зона 1', 'Зона 1 2']);
  });
});

describe('a file', () => {
  it('is told of, mended with a preview, and kept; nothing is wrong for who can not see', async () => {
    await page.getByRole('button', { name: 'Принести карту…' }).first().click();
    await page.setInputFiles('input[type=file]', join(folder, 'zones.kml'));
    await page.getByText('2 зоны прочитано').waitFor();
    await page.getByRole('button', { name: 'Взять' }).click();
    await page.getByText(/«Центр» и «Юг» пересекаются/).waitFor();
    await page.locator('[data-row]').first().click();
    await page.getByRole('button', { name: 'Панель' }).click();
    await page.getByLabel('Широта вершины 1').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Разделить пополам' }).click();
    await page.getByText(/изменятся 2 зоны/).waitFor();
    expect((await kept()).length).toBe(2);
    const before = await kept();
    await page.getByRole('button', { name: 'Применить' }).click();
    await page.getByText('iiko примет эту карту').waitFor();
    await eventually(kept).not.toEqual(before);
    await undo();
    await eventually(kept).toEqual(before);
    await page.getByRole('button', { name: 'Передать в iiko…' }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Сохранить KML' }).click();
    expect((await saving).suggestedFilename()).toBe('zones.kml');
    await eventually(async () => (await desk.window.core<ZoneMap>('zones.map')).newest?.id).toBe(1);
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('where no map can be drawn', () => {
  it('says so, and the list, coordinates, keys and files still work', async () => {
    await desk.window.core('zones.change', {
      revision: 0,
      put: [SQUARE_ZONE],
      remove: [],
      order: null,
    });
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.reload();
    await page.getByText('Карту здесь нарисовать нельзя').waitFor();
    await page.keyboard.press('F6');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Панель' }).press('Enter');
    const [[, whole]] = (await kept()) as [[string, number]];
    await page.getByLabel('Широта вершины 3').fill('56.9');
    await page.keyboard.press('Tab');
    await eventually(async () => (await kept())[0]![1] > whole).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await page.locator('[data-row]').first().focus();
    await page.keyboard.press('Shift+?');
    await page.getByText('Список: следующая зона').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+o');
    await page.setInputFiles('input[type=file]', join(folder, 'zones.kml'));
    await page.getByText('2 зоны прочитано').waitFor();
  });
});

describe('several drafts', () => {
  it('are copied, changed apart, and a step goes back in its own one', async () => {
    await desk.window.core('zones.change', {
      revision: 0,
      put: [SQUARE_ZONE],
      remove: [],
      order: null,
    });
    await page.locator('[data-row]').first().waitFor();
    const menu = (name: RegExp) => page.getByRole('button', { name });
    await menu(/Черновик: Основной/).press('Enter');
    await page.getByRole('menuitem', { name: 'Копировать черновик…' }).press('Enter');
    await page.getByLabel('Название').fill('Летние зоны');
    await page.keyboard.press('Enter');
    await menu(/Черновик: Летние зоны/).waitFor();
    await page.locator('[data-row]').first().press('Space');
    await page.locator('[data-row]').first().press('Delete');
    await eventually(names).toEqual([]);
    await menu(/Черновик: Летние зоны/).press('Enter');
    await page.getByRole('menuitem', { name: /Основной/ }).press('Enter');
    await eventually(names).toEqual(['Центр']);
    // The step was made in the other draft: the way back leads there first.
    await page.locator('[data-row]').first().focus();
    await undo();
    await menu(/Черновик: Летние зоны/).waitFor();
    await eventually(names).toEqual(['Центр']);
    await menu(/Черновик: Летние зоны/).press('Enter');
    await page.getByRole('menuitem', { name: 'Удалить черновик' }).press('Enter');
    await menu(/Черновик: Основной/).waitFor();
    await page.locator('[data-row]').first().focus();
    await undo();
    await menu(/Черновик: Летние зоны/).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});
