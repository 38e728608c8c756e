import type { App } from 'electron';
import { heldByOther } from '../../application.ts';

/**
 * False when this user's program runs already: that one is shown instead. Fails as `heldByOther` where
 * there is none to show: another user of this PC has the folder, or it can not be written.
 */
export function becomeOnlyInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  dataFolder: string,
  show: () => void,
): boolean {
  if (app.requestSingleInstanceLock()) {
    app.on('second-instance', show);
    return true;
  }
  const why = heldByOther(dataFolder);
  if (why !== null) throw why;
  return false;
}
