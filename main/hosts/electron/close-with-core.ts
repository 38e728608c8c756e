import type { App, BrowserWindow } from 'electron';
import type { Application } from '../../application.ts';

/** Ends the program only when the core has finished its transactions and closed the store. */
export function closeWithCore(
  app: Pick<App, 'on' | 'quit' | 'exit'>,
  application: Application,
): void {
  let closing = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void application.close().finally(() => app.exit(0));
  });
}

/** Windows shuts down and waits for nobody: what is under way is finished first, so that no crash is taken for one. */
export function closeWithSession(
  window: Pick<BrowserWindow, 'on'>,
  application: Application,
): void {
  window.on('session-end', () => void application.close());
}
