import { join } from 'node:path';
import type * as Electron from 'electron';
import { Failure } from '../../domain/failure.ts';
import { moveIfAsked, type Application } from '../../application.ts';
import type { LogEntry } from '../../outside.ts';
import { connectDemo } from '../connect-demo.ts';
import { keyFileSeal } from '../node/key-file-seal.ts';
import { tileHost } from '../tile-host.ts';
import { takePreparation } from '../node/take-preparation.ts';
import { nodeCoreOptions } from '../node/node-core-options.ts';
import { clearTransfers } from '../take-transfer.ts';
import { openTexts } from '../texts.ts';
import { startCore } from '../thread/start-core.ts';
import { catchUpOnReturn } from './catch-up.ts';
import { followUpdates, loadUpdater } from './follow-updates.ts';
import { readUpdateFeed } from './update-feed.ts';
import { systemFetch } from './system-fetch.ts';
import { becomeOnlyInstance } from './only-instance.ts';
import { carryAnnouncements, carryCalls } from './carry-messages.ts';
import { closeWithCore, closeWithSession } from './close-with-core.ts';
import { denyPermissions } from './deny-permissions.ts';
import type { DesktopOptions } from './desktop-options.ts';
import { dressWindow, type DeskFolders, type TellText } from './dress-window.ts';
import { keepInSight } from './keep-in-sight.ts';
import { offerRestore } from './offer-restore.ts';
import { openMainWindow, showWindow } from './main-window.ts';
import { registerPageScheme, servePage, type PageFolders } from './page-scheme.ts';
import { refuseForeignPages } from './refuse-foreign-pages.ts';
import { revivePage } from './revive-page.ts';
import { safeSeal } from './safe-seal.ts';
import { saveDownloads } from './save-downloads.ts';
import { drawWithoutBrokenCard } from './software-drawing.ts';

/** As the installer names the program to Windows: notices, the task bar and the start with Windows go by it. */
const APP_ID = 'ru.delivery-desk.desktop';

/** What of Electron the host works with. */
export type ElectronParts = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'nativeImage'
  | 'net'
  | 'Notification'
  | 'powerMonitor'
  | 'protocol'
  | 'safeStorage'
  | 'screen'
  | 'session'
  | 'shell'
  | 'Tray'
>;

/** Everything the desktop application does beyond the core, in order. */
export async function runElectronHost(
  electron: ElectronParts,
  programFolder: string,
  { dataFolder, demo, hidden }: DesktopOptions,
): Promise<void> {
  const { app, BrowserWindow, protocol, session } = electron;
  const windows = (): Electron.BrowserWindow[] => BrowserWindow.getAllWindows();
  app.setAppUserModelId(APP_ID);
  // Chromium's own files and its lock belong to the data folder: another folder is another program.
  app.setPath('userData', join(dataFolder, 'window'));
  if (!becomeOnlyInstance(app, dataFolder, () => windows().forEach(showWindow))) return app.quit();
  if (startsAfterMove(app, dataFolder)) return;
  const options = nodeCoreOptions('electron', dataFolder, true);
  drawWithoutBrokenCard(app, join(dataFolder, 'window', 'drawing.json'), options.log);
  registerPageScheme(protocol);
  refuseForeignPages(app, electron.shell);
  await app.whenReady();
  guardSession(session.defaultSession, app);
  takePreparation(dataFolder, options.log);
  const seal = safeSeal(electron.safeStorage, keyFileSeal(join(dataFolder, 'seal.key')));
  const fetch = systemFetch(electron.net);
  const application = await startCore({ ...options, ...seal, fetch });
  servePage(protocol, pageOf(programFolder, dataFolder, application));
  closeWithCore(app, application);
  await clearTransfers(dataFolder);
  if (demo) await connectDemo(application);
  carryCalls(electron.ipcMain, application);
  carryAnnouncements(application, windows);
  const folders = { icons: iconsOf(programFolder), logs: join(dataFolder, 'logs') };
  const window = openMainWindow(BrowserWindow, electron.screen, {
    preloadFile: join(programFolder, 'dist', 'preload', 'index.cjs'),
    boundsFile: join(dataFolder, 'window.json'),
    iconFile: join(folders.icons, 'icon.png'),
    title: openTexts('ru').text('desktop.name'),
    hidden,
  });
  const tell = await liveOnPc(electron, application, window, folders, options.log);
  const feed = app.isPackaged ? readUpdateFeed(dataFolder) : null;
  const ready = (): void => tell('desktop.update');
  if (feed !== null) followUpdates(await loadUpdater(), feed, options.log, ready);
}

function guardSession(session: Electron.Session, app: Electron.App): void {
  denyPermissions(session);
  saveDownloads(session, app);
}

/** Whether the data was moved: the program begins anew with its folder, its lock and its log there. */
function startsAfterMove(app: Electron.App, dataFolder: string): boolean {
  if (moveIfAsked(dataFolder, Date.now()) === dataFolder) return false;
  app.relaunch();
  app.exit(0);
  return true;
}

/** What a window meets while it is open for days: people, sleep, locks, other screens, the end of Windows. */
async function liveOnPc(
  electron: ElectronParts,
  application: Application,
  window: Electron.BrowserWindow,
  folders: DeskFolders,
  log: (entry: LogEntry) => void,
): Promise<TellText> {
  closeWithSession(window, application);
  revivePage(window.webContents, log);
  const tell = await dressWindow(electron, application, window, folders);
  catchUpOnReturn(electron.powerMonitor, application);
  keepInSight(electron.screen, window);
  return tell;
}

const iconsOf = (program: string): string => join(program, 'resources', 'icons');

/**
 * Shows why the program could not start and ends it: there is no window yet to say it in. For a
 * damaged store the newest copy is offered, and the program starts again with it.
 */
export function showStartFailure(
  { app, dialog }: Pick<ElectronParts, 'app' | 'dialog'>,
  dataFolder: string,
  error: unknown,
): void {
  const texts = openTexts('ru');
  const sentence = error instanceof Failure ? texts.failure(error) : String(error);
  const damaged = error instanceof Failure && error.code === 'store.damaged';
  if (damaged && offerRestore(dialog, texts, dataFolder, sentence)) {
    app.relaunch();
    return app.exit(0);
  }
  dialog.showErrorBox(texts.text('desktop.start-failed'), sentence);
  app.exit(1);
}

const pageOf = (program: string, dataFolder: string, application: Application): PageFolders => ({
  rendererFolder: join(program, 'dist', 'renderer'),
  dataFolder,
  tiles: () => tileHost(application),
});
