import { join } from 'node:path';
import type * as Electron from 'electron';
import type { Application } from '../../application.ts';
import { openTexts, type Texts } from '../texts.ts';
import { tellAlarms, type Notice } from './alarm-notices.ts';
import { applicationMenu } from './application-menu.ts';
import { startsWithWindows, startWithWindows } from './autostart.ts';
import { CALM, followDeskState } from './desk-state.ts';
import { showWindow } from './main-window.ts';
import { followPersonal, type Personal } from './personal-settings.ts';
import { showBadge } from './show-badge.ts';
import { noticesBy } from './show-notice.ts';
import { stayByClock } from './stay-by-clock.ts';
import { tellOnReturn } from './tell-on-return.ts';
import { tellStore } from './tell-store.ts';
import { tellPreparation } from './tell-preparation.ts';
import { fillTray } from './tray-icon.ts';

type Parts = Pick<
  typeof Electron,
  'app' | 'Menu' | 'nativeImage' | 'Notification' | 'powerMonitor' | 'shell' | 'Tray'
>;

export type DeskFolders = Readonly<{ icons: string; logs: string }>;

/** Shows the notice of a key, its texts being `<key>.title` and `<key>.body`. */
export type TellText = (key: string) => void;

/**
 * Menu, tray and notices around the window, in the active profile's language; answers how to tell
 * something else.
 */
export async function dressWindow(
  { app, Menu, nativeImage, Notification, powerMonitor, shell, Tray }: Parts,
  application: Application,
  window: Electron.BrowserWindow,
  folders: DeskFolders,
): Promise<TellText> {
  let texts: Texts = openTexts('ru');
  let state = CALM;
  const image = (name: string) => nativeImage.createFromPath(join(folders.icons, `${name}.png`));
  const images = { usual: image('tray'), alert: image('tray-alert') };
  const [tray, badge] = [new Tray(images.usual), image('badge')];
  const actions = {
    show: () => showWindow(window),
    syncNow: () => void application.call('sync.now', { connectionId: null }),
    openLogs: () => void shell.openPath(folders.logs),
    quit: () => app.quit(),
    startWithWindows: (wanted: boolean) => startWithWindows(app, wanted),
  };
  const dress = (): void => {
    const startsItself = startsWithWindows(app);
    fillTray(tray, images, Menu, texts, { ...actions, startsWithWindows: startsItself }, state);
    showBadge(window, badge, state, texts);
  };
  tray.on('click', actions.show);
  const personal = followPersonal(application, ({ language }) => {
    texts = openTexts(language);
    Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(texts, actions)));
    dress();
  });
  await personal.reread();
  const show = tellOnReturn(powerMonitor, () => texts, noticesBy(Notification, actions.show));
  const tell: TellText = (key) => show(noticeOf(key, texts));
  stayByClock(app, window, () => tell('desktop.by-clock'));
  followDeskState(application, (next) => {
    state = next;
    dress();
  });
  tellNews(application, () => texts, personal, show);
  return tell;
}

/** What the core announces and a person should hear of, wherever the window is. */
function tellNews(
  application: Application,
  texts: () => Texts,
  personal: Personal,
  show: (notice: Notice) => void,
): void {
  tellPreparation(application, texts, show);
  tellStore(application, texts, show);
  tellAlarms(application, texts, personal.current, show, minuteOfDay);
}

const noticeOf = (key: string, { text }: Texts): Notice => ({
  title: text(`${key}.title`),
  body: text(`${key}.body`),
});

const minuteOfDay = (now = new Date()): number => now.getHours() * 60 + now.getMinutes();
