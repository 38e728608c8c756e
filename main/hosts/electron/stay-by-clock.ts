import type { App, BrowserWindow } from 'electron';
import { startsWithWindows, type Login } from './autostart.ts';

/**
 * Closing the window of a program that Windows starts leaves it by the clock, where it goes on fetching
 * and telling: for that it is started. The first time it says so. Otherwise closing ends the program.
 */
export function stayByClock(
  app: Pick<App, 'on'> & Login,
  window: Pick<BrowserWindow, 'on' | 'hide'>,
  tell: () => void,
): void {
  let leaving = false;
  let told = false;
  app.on('before-quit', () => {
    leaving = true;
  });
  window.on('session-end', () => {
    leaving = true;
  });
  window.on('close', (event) => {
    if (leaving || (startsWithWindows(app) ?? 'off') === 'off') return;
    event.preventDefault();
    window.hide();
    if (!told) tell();
    told = true;
  });
}
