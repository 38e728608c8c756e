import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle, Screen } from 'electron';
import { PAGE_ADDRESS } from './page-address.ts';
import { readBounds, saveBounds } from './window-bounds.ts';

const DEFAULT_SIZE = { width: 1440, height: 900 };
const LEAST_SIZE = { width: 960, height: 600 };

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
  screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>,
  options: WindowOptions,
): BrowserWindow {
  const known = readBounds(options.boundsFile, screen.getAllDisplays());
  const window = new Window({
    ...sizesFor(screen.getPrimaryDisplay().workArea),
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
  if (!options.hidden) window.once('ready-to-show', () => window.show());
  window.once('show', () => {
    if (known?.maximized === true) window.maximize();
    rememberBounds(window, options.boundsFile);
  });
  void window.loadURL(PAGE_ADDRESS);
  return window;
}

/** A window that nobody saw has nothing to remember. */
function rememberBounds(window: BrowserWindow, file: string): void {
  window.on('close', () =>
    saveBounds(file, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  );
}

/** The usual and the least size, on a screen that may be smaller than either. */
function sizesFor({ width, height }: Rectangle): BrowserWindowConstructorOptions {
  return {
    width: Math.min(DEFAULT_SIZE.width, width),
    height: Math.min(DEFAULT_SIZE.height, height),
    minWidth: Math.min(LEAST_SIZE.width, width),
    minHeight: Math.min(LEAST_SIZE.height, height),
  };
}

/** Brings the window to the person, wherever it was put. */
export function showWindow(
  window: Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'>,
): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
