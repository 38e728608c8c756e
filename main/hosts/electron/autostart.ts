import type { App } from 'electron';

/** Starts by the clock without a window, as `--hidden` says. */
const ARGUMENTS = ['--hidden'];

type Login = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings' | 'isPackaged'>;

/** Whether Windows starts the program; null for one that was never installed. */
export const startsWithWindows = (app: Login): boolean | null =>
  app.isPackaged ? app.getLoginItemSettings({ args: ARGUMENTS }).openAtLogin : null;

/** Has Windows start the program when this user logs in, or no longer. */
export function startWithWindows(app: Login, wanted: boolean): void {
  app.setLoginItemSettings({ openAtLogin: wanted, args: ARGUMENTS });
}
