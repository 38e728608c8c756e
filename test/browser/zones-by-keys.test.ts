import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from '../support/axe-faults.ts';
import { browserOfFile } from '../support/browser-of-file.ts';
import { eventually } from '../support/eventually.ts';
import { picture } from '../support/picture.ts';
import { openZonesWindow, type ZonesWindow } from '../support/zones-window.ts';

const browser = browserOfFile();
let desk: ZonesWindow;
let page: Page;
let whole: number;

beforeAll(async () => {
  desk = await openZonesWindow(browser());
  page = desk.page;
});

afterAll(() => desk.close());

/** Keys one after another; `Space*3` thrice. */
async function press(keys: string): Promise<void> {
  for (const one of keys.split(' ')) {
    const [key, times = '1'] = one.split('*');
    for (let n = 0; n < Number(times); n += 1) await page.keyboard.press(key!);
  }
}

const first = async () => (await desk.zones())[0]!;
const outline = async () => (await first()).parts[0]!.outline;
const areas = async () => (await desk.kept()).map(([, area]) => Math.round((area / whole) * 100));
/** The label of the field, or the text of the row, that has the focus. */
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at instanceof HTMLInputElement
      ? (at.labels?.[0]?.textContent ?? at.ariaLabel ?? '')
      : (at?.textContent ?? '');
  });
const told = () => page.getByRole('status').filter({ hasText: /\d\s(м|км)$/ });

describe('without a mouse', () => {
  it('a zone is drawn, its corners walked, pushed, added and taken away', async () => {
    await press('n Space ArrowRight*2 Space ArrowDown*2 Space ArrowLeft*2 Space ArrowUp Space');
    await press('Control+ArrowUp Space Backspace*2');
    await picture(page, 'drawing');
    await press('Enter');
    await eventually(desk.names).toEqual(['Зона 1']);
    whole = (await desk.kept())[0]![1];
    expect(await outline()).toHaveLength(4);
    await press('PageDown*2');
    await page.getByText('Вершина 2 из 4').waitFor();
    await press('Shift+ArrowRight');
    await eventually(areas).toEqual([102]);
    await press('PageUp Insert');
    await eventually(async () => (await outline()).length).toBe(5);
    await press('Delete');
    await eventually(async () => (await outline()).length).toBe(4);
    await press('Control+z*3');
    await eventually(areas).toEqual([100]);
    const [west] = (await outline())[0]!;
    await press('Control+Shift+ArrowRight');
    await eventually(async () => (await outline())[0]![0] > west).toBe(true);
    expect(await areas()).toEqual([100]);
  });

  it('the zone is cut, merged, copied, named, coloured, locked and hidden', async () => {
    await press('Escape F6 Enter x ArrowUp*3 Space ArrowDown*6 Space');
    await picture(page, 'cutting');
    await press('Enter');
    await eventually(areas).toEqual([50, 50]);
    await press('F6 ArrowUp Shift+ArrowDown');
    await picture(page, 'merging');
    await press('j');
    await eventually(areas).toEqual([100]);
    await eventually(focused).toContain('Зона 1');
    await press('Control+d');
    await eventually(desk.names).toEqual(['Зона 1', 'Зона 1 (копия)']);
    await press('F6 ArrowUp F2');
    await eventually(focused).toContain('Название');
    await page.keyboard.type('Центр');
    await press('Enter');
    await eventually(desk.names).toEqual(['Центр', 'Зона 1 (копия)']);
    await press('Tab Control+a');
    await page.keyboard.type('#a1b2c3');
    await eventually(async () => (await first()).colour).toBe('#a1b2c3');
    await press('Tab Tab Space');
    await eventually(async () => (await first()).colour).toBe('#009e73');
    await press('F6 l h');
    await eventually(async () => [(await first()).locked, (await first()).hidden]).toEqual([
      true,
      true,
    ]);
    await press('l h');
    await eventually(async () => (await first()).hidden).toBe(false);
  });

  it('coordinates are typed as one step, and pasted as a pair', async () => {
    const before = await desk.kept();
    await page.getByLabel('Широта вершины 1').focus();
    const latitude = (await outline())[0]![1];
    await press('Control+a');
    await page.keyboard.type((latitude + 0.05).toFixed(5).replace('.', ','));
    await press('Enter');
    await eventually(async () => (await outline())[0]![1]).toBe(
      Number((latitude + 0.05).toFixed(5)),
    );
    expect(await focused()).toBe('Широта вершины 1');
    await press('F6 Control+z');
    await eventually(desk.kept).toEqual(before);
    expect(await focused()).toContain('Центр');
    await page.getByLabel('Широта вершины 1').evaluate((field) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', '55.9, 37.7');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    });
    await eventually(async () => (await outline())[0]).toEqual([37.7, 55.9]);
    await press('F6 Control+z');
    await eventually(desk.kept).toEqual(before);
    await picture(page, 'details');
    expect(await axeFaults(page)).toEqual([]);
  });

  it('a distance is measured, and all steps go back to nothing and forth again', async () => {
    await press('m Space ArrowRight');
    await told().waitFor();
    await picture(page, 'measuring');
    await press('Escape Escape');
    await told().waitFor({ state: 'detached' });
    // A step of its own first: nothing that was taken back before is left to be repeated.
    const names = await desk.names();
    await press('F6 Control+d');
    await eventually(async () => (await desk.names()).length).toBe(names.length + 1);
    const last = await desk.zones();
    await press('Control+z*30');
    await eventually(desk.names).toEqual([]);
    await press('Control+Shift+z*30');
    await eventually(desk.zones).toEqual(last);
    await press('F6 Shift+?');
    await page.getByText('Карта: добавить вершину за взятой').waitFor();
  });
});
