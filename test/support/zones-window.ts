import type { Browser, Page } from 'playwright';
import type { ZoneMap } from '../../main/contract/zones.ts';
import type { DrawnZone } from '../../main/domain/zones/drawing/drawn-zone.ts';
import { areaOfZone } from '../../main/domain/zones/zone-area.ts';
import { applicationWith, type FilledApplication } from './application-with-orders.ts';
import { openDeskWindow, type DeskWindow } from './desk-window.ts';

/** The zones' screen over an empty program, and what that keeps. */
export type ZonesWindow = Readonly<{
  window: DeskWindow;
  page: Page;
  filled: FilledApplication;
  zones(): Promise<readonly DrawnZone[]>;
  names(): Promise<string[]>;
  /** Names with whole square metres. */
  kept(): Promise<[name: string, areaM2: number][]>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  close(): Promise<void>;
}>;

/** Opens the screen; its map is small, since it is drawn without a graphics card here. */
export async function openZonesWindow(browser: Browser): Promise<ZonesWindow> {
  const filled = applicationWith(() => undefined, Date.now);
  const window = await openDeskWindow(browser, filled, 'zones', {
    viewport: { width: 1100, height: 640 },
  });
  const { page } = window;
  await page.locator('canvas').waitFor();
  const zones = async () => (await window.core<ZoneMap>('zones.map')).zones;
  const kept = async (): Promise<[string, number][]> =>
    (await zones()).map((zone) => [zone.name, Math.round(areaOfZone(zone))]);
  return {
    window,
    page,
    filled,
    zones,
    kept,
    names: async () => (await zones()).map(({ name }) => name),
    undo: () => page.keyboard.press('Control+z'),
    redo: () => page.keyboard.press('Control+Shift+z'),
    async close() {
      await window.close();
      await filled.close();
    },
  };
}
