import { join } from 'node:path';
import type { App, Session } from 'electron';
import { isOwnPage } from './page-address.ts';

const BLOB = /^blob:/;

/**
 * Asks where to save what the page lets the person download, made by the core or by the page itself;
 * anything else is not downloaded.
 */
export function saveDownloads(session: Pick<Session, 'on'>, app: Pick<App, 'getPath'>): void {
  session.on('will-download', (event, item) => {
    if (!isOwnPage(item.getURL().replace(BLOB, ''))) return event.preventDefault();
    item.setSaveDialogOptions({ defaultPath: join(app.getPath('downloads'), item.getFilename()) });
  });
}
