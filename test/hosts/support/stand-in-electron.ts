import { EventEmitter } from 'node:events';
import type { ElectronParts } from '../../../main/hosts/electron/electron-host.ts';

type Call = (event: unknown, topic: string, input: unknown) => Promise<unknown>;

/** What a person or the system would see of the program. */
export type Seen = {
  exitCode: number | null;
  relaunched: boolean;
  tip: string;
  badge: string;
  boxes: string[];
  notices: string[];
  windowShown: boolean;
};

/** Electron played from outside: what the program asked of it, and the events of a day. */
export type StandInElectron = Readonly<{
  parts: ElectronParts;
  app: EventEmitter;
  window: EventEmitter;
  power: EventEmitter;
  seen: Seen;
  /** Asks as the page does. */
  call(topic: string, input?: unknown): Promise<unknown>;
}>;

const PAGE = { url: 'desk://app/' };
const AREA = { x: 0, y: 0, width: 1920, height: 1040 };
const nothing = (): void => undefined;

/** `lock`: whether this is the first program with its data folder. */
export function standInElectron(lock = true): StandInElectron {
  const [app, window, power, screen] = [0, 1, 2, 3].map(() => new EventEmitter());
  const seen: Seen = {
    exitCode: null,
    relaunched: false,
    tip: '',
    badge: '',
    boxes: [],
    notices: [],
    windowShown: false,
  };
  let answer: Call = () => Promise.reject(new Error('nobody answers yet'));
  const parts = {
    app: Object.assign(app!, appVerbs(app!, seen, lock)),
    BrowserWindow: Object.assign(windowMaker(window!, seen), { getAllWindows: () => [window] }),
    dialog: { showErrorBox: (_title: string, text: string) => void seen.boxes.push(text) },
    ipcMain: { handle: (_channel: string, handler: Call) => void (answer = handler) },
    Menu: { buildFromTemplate: (items: unknown) => items, setApplicationMenu: nothing },
    nativeImage: { createFromPath: (path: string) => path },
    net: { fetch: globalThis.fetch },
    Notification: noticeMaker(seen),
    powerMonitor: power,
    protocol: { registerSchemesAsPrivileged: nothing, handle: nothing },
    safeStorage: { isAsyncEncryptionAvailable: async () => false },
    screen: Object.assign(screen!, {
      getAllDisplays: () => [{ workArea: AREA }],
      getPrimaryDisplay: () => ({ workArea: AREA }),
    }),
    session: { defaultSession: sessionVerbs() },
    shell: {},
    Tray: trayMaker(seen),
  };
  return {
    parts: parts as unknown as ElectronParts,
    app: app!,
    window: window!,
    power: power!,
    seen,
    call: (topic, input = {}) =>
      answer({ senderFrame: PAGE, sender: { mainFrame: PAGE } }, topic, input),
  };
}

const appVerbs = (app: EventEmitter, seen: Seen, lock: boolean) => ({
  isPackaged: true,
  setAppUserModelId: nothing,
  setPath: nothing,
  getPath: () => '/',
  requestSingleInstanceLock: () => lock,
  whenReady: async () => undefined,
  disableHardwareAcceleration: nothing,
  getLoginItemSettings: () => ({ launchItems: [] }),
  setLoginItemSettings: nothing,
  relaunch: () => void (seen.relaunched = true),
  quit: () => void app.emit('will-quit', { preventDefault: nothing }),
  exit: (code: number) => void (seen.exitCode = code),
});

const sessionVerbs = () => ({
  on: nothing,
  setPermissionRequestHandler: nothing,
  setPermissionCheckHandler: nothing,
  setDevicePermissionHandler: nothing,
});

const windowMaker = (window: EventEmitter, seen: Seen) =>
  function () {
    return Object.assign(window, {
      webContents: Object.assign(new EventEmitter(), { send: nothing, isDestroyed: () => false }),
      loadURL: async () => undefined,
      show: () => void (seen.windowShown = true),
      focus: nothing,
      isMinimized: () => false,
      isMaximized: () => false,
      isDestroyed: () => false,
      getBounds: () => AREA,
      getNormalBounds: () => AREA,
      setOverlayIcon: (_icon: unknown, words: string) => void (seen.badge = words),
    });
  };

const trayMaker = (seen: Seen) =>
  class {
    readonly on = nothing;
    readonly setImage = nothing;
    readonly setContextMenu = nothing;
    setToolTip(tip: string): void {
      seen.tip = tip;
    }
  };

const noticeMaker = (seen: Seen) =>
  class {
    readonly on = nothing;
    readonly title: string;
    constructor({ title, body }: { title: string; body: string }) {
      this.title = `${title}: ${body}`;
    }
    show(): void {
      seen.notices.push(this.title);
    }
  };
