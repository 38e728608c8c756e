import type { Browser } from 'playwright';
import { askCore } from '../../main/hosts/connect-demo.ts';
import {
  openWindow,
  type BehindWindow,
  type OpenedWindow,
  type WindowLook,
} from './opened-window.ts';

/** A window before the program itself, past its first run; its map asks nobody for tiles. */
export type DeskWindow = OpenedWindow &
  Readonly<{
    /** Asks the core as the page does: the value, or the Failure thrown. */
    core<T>(topic: string, input?: unknown): Promise<T>;
    /** Chooses a scheme and waits until the page wears it. */
    wear(theme: 'light' | 'dark'): Promise<void>;
  }>;

/** Opens the page at a screen; the application stays its owner's, the window's host is its own. */
export async function openDeskWindow(
  browser: Browser,
  desk: BehindWindow,
  screen: string,
  look: WindowLook = {},
): Promise<DeskWindow> {
  const core = <T>(topic: string, input: unknown = {}): Promise<T> =>
    askCore<T>(desk.application, topic, input);
  await core('settings.finishFirstRun');
  await core('zones.saveBaseMap', { tiles: null, attribution: '' });
  const window = await openWindow(browser, desk, screen, look);
  return {
    ...window,
    core,
    async wear(theme) {
      await core('settings.changePersonal', { theme });
      await window.page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor();
    },
  };
}
