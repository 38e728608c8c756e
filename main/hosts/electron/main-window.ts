import type { BrowserWindow, BrowserWindowConstructorOptions, Screen } from 'electron';
import { PAGE_ADDRESS } from './page-address.ts';
import { readBounds, saveBounds } from './window-bounds.ts';

const DEFAULT_SIZE = { width: 1440, height: 900 };
const LEAST_SIZE = { minWidth: 960, minHeight: 600 };

export type WindowOptions = Readonly<{
  preloadFile: string;
  boundsFile: string;
  iconFile: string;
  title: string;
  /** Stays out of sight until somebody asks for it. */
  hidden: boolean;
}>;

type MakeWindow = new (options: BrowserWindowConstructorOptions) => BrowserWindow;

/** Opens the one window where it was last, with a page that can reach nothing but the preload's two verbs. */
export function openMainWindow(
  Window: MakeWindow,
  screen: Pick<Screen, 'getAllDisplays'>,
  options: WindowOptions,
): BrowserWindow {
  const known = readBounds(options.boundsFile, screen.getAllDisplays());
  const window = new Window({
    ...DEFAULT_SIZE,
    ...LEAST_SIZE,
    ...known?.bounds,
    show: false,
    title: options.title,
    icon: options.iconFile,
    webPreferences: {
      preload: options.preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  if (!options.hidden) {
    if (known?.maximized === true) window.maximize();
    window.once('ready-to-show', () => window.show());
  }
  window.on('close', () =>
    saveBounds(options.boundsFile, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    }),
  );
  void window.loadURL(PAGE_ADDRESS);
  return window;
}

/** Brings the window to the person, wherever it was put. */
export function showWindow(
  window: Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'>,
): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
