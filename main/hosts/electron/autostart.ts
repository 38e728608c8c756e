import type { App } from 'electron';

/** Starts by the clock without a window, as `--hidden` says. */
const ARGUMENTS = ['--hidden'];

/**
 * As the installer writes it: Electron quotes nothing itself, and takes a path with spaces apart
 * (its issue 53911).
 */
const quotedProgram = (): string => `"${process.execPath}"`;

/** What of Electron knows about the start with Windows. */
export type Login = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings' | 'isPackaged'>;

/** Whether Windows starts the program for this user; `for-all`: the set-up said so for everybody. */
export type Autostart = 'off' | 'on' | 'for-all';

/** Whether Windows starts the program; null for one that was never installed. */
export function startsWithWindows(app: Login): Autostart | null {
  if (!app.isPackaged) return null;
  const asked = { path: quotedProgram(), args: ARGUMENTS };
  const entries = app.getLoginItemSettings(asked).launchItems.filter(({ enabled }) => enabled);
  if (entries.some(({ scope }) => scope === 'machine')) return 'for-all';
  return entries.length > 0 ? 'on' : 'off';
}

/** Has Windows start the program when this user logs in, or no longer. */
export function startWithWindows(app: Login, wanted: boolean): void {
  app.setLoginItemSettings({ openAtLogin: wanted, path: quotedProgram(), args: ARGUMENTS });
}
