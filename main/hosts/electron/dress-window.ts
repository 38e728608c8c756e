import { join } from 'node:path';
import type * as Electron from 'electron';
import type { Application } from '../../application.ts';
import { openTexts, type Texts } from '../texts.ts';
import { tellAlarms, type Notice } from './alarm-notices.ts';
import { applicationMenu } from './application-menu.ts';
import { startsWithWindows, startWithWindows } from './autostart.ts';
import { followDeskState, type DeskState } from './desk-state.ts';
import { showWindow } from './main-window.ts';
import { followPersonal } from './personal-settings.ts';
import { showBadge } from './show-badge.ts';
import { tellStore } from './tell-store.ts';
import { tellPreparation } from './tell-preparation.ts';
import { fillTray } from './tray-icon.ts';

type Parts = Pick<
  typeof Electron,
  'app' | 'Menu' | 'nativeImage' | 'Notification' | 'shell' | 'Tray'
>;

/** Menu, tray and notices around the window, in the active profile's language. */
export async function dressWindow(
  { app, Menu, nativeImage, Notification, shell, Tray }: Parts,
  application: Application,
  window: Electron.BrowserWindow,
  iconFolder: string,
  logFolder: string,
): Promise<void> {
  let texts: Texts = openTexts('ru');
  let state: DeskState = { late: 0, unmapped: 0 };
  const tray = new Tray(join(iconFolder, 'tray.png'));
  const badge = nativeImage.createFromPath(join(iconFolder, 'badge.png'));
  const actions = {
    show: () => showWindow(window),
    syncNow: () => void application.call('sync.now', { connectionId: null }),
    openLogs: () => void shell.openPath(logFolder),
    quit: () => app.quit(),
    startWithWindows: (wanted: boolean) => startWithWindows(app, wanted),
  };
  const dress = (): void => {
    fillTray(tray, Menu, texts, { ...actions, startsWithWindows: startsWithWindows(app) }, state);
    showBadge(window, badge, state, texts);
  };
  tray.on('click', actions.show);
  const personal = followPersonal(application, ({ language }) => {
    texts = openTexts(language);
    Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(texts, actions)));
    dress();
  });
  await personal.reread();
  const show = noticesBy(Notification, actions.show);
  tellPreparation(application, () => texts, show);
  tellStore(application, () => texts, show);
  followDeskState(application, (next) => {
    state = next;
    dress();
  });
  tellAlarms(application, () => texts, personal.current, show, minuteOfDay);
}

const minuteOfDay = (now = new Date()): number => now.getHours() * 60 + now.getMinutes();

/** Shows notices of the system; a click on one brings the window. */
const noticesBy =
  (NoticeMaker: Parts['Notification'], clicked: () => void) =>
  (notice: Notice): void => {
    const shown = new NoticeMaker(notice);
    shown.on('click', clicked);
    shown.show();
  };
