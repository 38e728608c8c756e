import type * as Electron from 'electron';
import type { Application } from '../../application.ts';
import { openTexts, type Texts } from '../texts.ts';
import { tellAlarms } from './alarm-notices.ts';
import { applicationMenu } from './application-menu.ts';
import { showWindow } from './main-window.ts';
import { followPersonal } from './personal-settings.ts';
import { fillTray } from './tray-icon.ts';

type Parts = Pick<typeof Electron, 'app' | 'Menu' | 'Notification' | 'shell' | 'Tray'>;

/** Menu, tray and notices around the window, in the active profile's language. */
export async function dressWindow(
  { app, Menu, Notification, shell, Tray }: Parts,
  application: Application,
  window: Electron.BrowserWindow,
  trayIcon: string,
  logFolder: string,
): Promise<void> {
  let texts: Texts = openTexts('ru');
  const tray = new Tray(trayIcon);
  const actions = {
    show: () => showWindow(window),
    syncNow: () => void application.call('sync.now', { connectionId: null }),
    openLogs: () => void shell.openPath(logFolder),
    quit: () => app.quit(),
  };
  const personal = followPersonal(application, ({ language }) => {
    texts = openTexts(language);
    Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(texts, actions)));
    fillTray(tray, Menu, texts, actions);
  });
  await personal.reread();
  const show = (notice: { title: string; body: string }): void => {
    const shown = new Notification(notice);
    shown.on('click', actions.show);
    shown.show();
  };
  const minuteOfDay = (now = new Date()): number => now.getHours() * 60 + now.getMinutes();
  tellAlarms(application, () => texts, personal.current, show, minuteOfDay);
}
