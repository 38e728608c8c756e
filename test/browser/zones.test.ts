import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZoneMap } from '../../main/contract/zones.ts';
import { areaOfZone } from '../../main/domain/zones/zone-area.ts';
import { SQUARE_ZONE, TWO_ZONES_KML } from '../fixtures/zone-maps.ts';
import { applicationWith, type FilledApplication } from '../support/application-with-orders.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { browserOfFile } from '../support/browser-of-file.ts';
import { openDeskWindow, type DeskWindow } from '../support/desk-window.ts';
import { eventually } from '../support/eventually.ts';

const browser = browserOfFile();
let filled: FilledApplication;
let window: DeskWindow;
let page: Page;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zones-'));
  writeFileSync(join(folder, 'zones.kml'), TWO_ZONES_KML);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  filled = applicationWith(() => undefined, Date.now);
  window = await openDeskWindow(browser(), filled, 'zones', {
    // A small map: it is drawn without a graphics card here.
    viewport: { width: 1100, height: 640 },
  });
  page = window.page;
  await page.locator('canvas').waitFor();
});

afterEach(async () => {
  await window.close();
  await filled.close();
});

/** What is kept, zone by zone: its name and square metres. */
async function kept(): Promise<[name: string, areaM2: number][]> {
  const { zones } = await window.core<ZoneMap>('zones.map');
  return zones.map((zone) => [zone.name, Math.round(areaOfZone(zone))]);
}

const names = async (): Promise<string[]> => (await kept()).map(([name]) => name);
const tool = (name: string) => page.getByRole('toolbar').getByRole('button', { name }).click();
const undo = () => page.keyboard.press('Control+z');
const redo = () => page.keyboard.press('Control+Shift+z');

/** A place of the map, as shares of its width and height. */
async function onMap(x: number, y: number): Promise<[number, number]> {
  const box = (await page.locator('canvas').boundingBox())!;
  return [box.x + box.width * x, box.y + box.height * y];
}

async function click(x: number, y: number): Promise<void> {
  await page.mouse.click(...(await onMap(x, y)));
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
    await page.mouse.move(...(await onMap(0.7, 0.7)));
    await page.mouse.down();
    await page.mouse.move(...(await onMap(0.8, 0.8)), { steps: 4 });
    await page.mouse.up();
    await eventually(async () => (await kept())[0]![1] / whole > 1.05).toBe(true);
    await undo();
    await eventually(async () => Math.round(((await kept())[0]![1] / whole) * 100)).toBe(100);
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

describe('by keys', () => {
  it('a zone is drawn from the middle of the map, and its corner pushed', async () => {
    await tool('Нарисовать');
    await page.locator('canvas').focus();
    await page.keyboard.press('Space');
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(400);
      await page.keyboard.press('Space');
    }
    await page.keyboard.press('Enter');
    await eventually(names).toEqual(['Зона 1']);
    const [[, whole]] = (await kept()) as [[string, number]];
    expect(whole).toBeGreaterThan(1000);
    await page.getByRole('button', { name: 'Панель' }).click();
    const latitude = page.getByLabel('Широта вершины 1');
    const before = Number(await latitude.inputValue());
    await latitude.fill(String(before + 0.01));
    await page.keyboard.press('Tab');
    await eventually(async () => (await kept())[0]![1] !== whole).toBe(true);
    await page.locator('canvas').focus();
    await undo();
    await eventually(async () => (await kept())[0]![1]).toBe(whole);
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
    await eventually(async () => (await window.core<ZoneMap>('zones.map')).newest?.id).toBe(1);
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe('where no map can be drawn', () => {
  it('says so, and the list, coordinates, keys and files still work', async () => {
    await window.core('zones.change', { revision: 0, put: [SQUARE_ZONE], remove: [], order: null });
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
    await window.core('zones.change', {
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
