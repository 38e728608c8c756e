import type { AppUpdater } from 'electron-updater';
import type { LogEntry } from '../../outside.ts';

const LOOK_EVERY_MS = 6 * 3_600_000;

/** What of the updater is worked with. */
export type Updater = Pick<
  AppUpdater,
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'allowDowngrade'
  | 'allowPrerelease'
  | 'checkForUpdates'
  | 'setFeedURL'
> & { on(name: 'error' | 'update-downloaded', listener: (value: unknown) => void): unknown };

/**
 * Looks at the feed now and every six hours and fetches what is newer; it is installed when the
 * person ends the program, never in the middle of work. What cannot be reached, or was not signed
 * as this program is, changes nothing and is logged. `ready` hears once that one waits for the end of
 * work. Answers how to stop.
 */
export function followUpdates(
  updater: Updater,
  feed: string,
  log: (entry: LogEntry) => void,
  ready: () => void,
  timer: Pick<typeof globalThis, 'setInterval' | 'clearInterval'> = globalThis,
): () => void {
  Object.assign(updater, {
    autoDownload: true,
    autoInstallOnAppQuit: true,
    allowDowngrade: false,
    allowPrerelease: false,
  });
  updater.setFeedURL({ provider: 'generic', url: feed });
  const failed = (error: unknown): void => {
    const detail = error instanceof Error ? error.message : String(error);
    log({ level: 'warning', code: 'updates.failed', params: { detail: detail.slice(0, 300) } });
  };
  updater.on('error', failed);
  let told = false;
  updater.on('update-downloaded', () => {
    log({ level: 'info', code: 'updates.ready' });
    // Each look finds the same file again.
    if (!told) ready();
    told = true;
  });
  const look = async (): Promise<void> => {
    const found = await updater.checkForUpdates();
    // Rejected for a forged file; left alone it would count as an error of the program.
    await found?.downloadPromise;
  };
  // The updater tells the same error as an event.
  const lookQuietly = (): void => void look().catch(() => undefined);
  lookQuietly();
  const looking = timer.setInterval(lookQuietly, LOOK_EVERY_MS);
  return () => timer.clearInterval(looking);
}

/** The updater itself, taken only where a feed is set: it looks at the packaged program as it loads. */
export async function loadUpdater(): Promise<Updater> {
  const { autoUpdater } = (await import('electron-updater')).default;
  return autoUpdater;
}
