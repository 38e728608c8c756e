import type { App, Shell, WebContents } from 'electron';
import { openExternal } from './open-external.ts';
import { isOwnPage } from './page-address.ts';

type Guarded = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

/** No page but ours is ever shown, whoever asks: no navigation, no new window, no embedded view. */
export function refuseForeignPages(app: Pick<App, 'on'>, shell: Pick<Shell, 'openExternal'>): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, shell));
}

function guard(contents: Guarded, shell: Pick<Shell, 'openExternal'>): void {
  contents.on('will-frame-navigate', (event) => {
    if (isOwnPage(event.url)) return;
    event.preventDefault();
    // A link to a phone navigates; a page never leaves that way.
    if (event.url.startsWith('tel:')) openExternal(shell, event.url);
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(shell, url);
    return { action: 'deny' };
  });
}
