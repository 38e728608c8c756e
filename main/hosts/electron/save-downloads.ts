import { join } from 'node:path';
import type { App, Session } from 'electron';
import { isOwnPage } from './page-address.ts';

/** Asks where to save what the page lets the person download; anything else is not downloaded. */
export function saveDownloads(session: Pick<Session, 'on'>, app: Pick<App, 'getPath'>): void {
  session.on('will-download', (event, item) => {
    if (!isOwnPage(item.getURL())) return event.preventDefault();
    item.setSaveDialogOptions({ defaultPath: join(app.getPath('downloads'), item.getFilename()) });
  });
}
