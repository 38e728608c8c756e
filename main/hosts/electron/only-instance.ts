import type { App } from 'electron';

/** False when the program runs already: that one is shown instead. */
export function becomeOnlyInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  show: () => void,
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', show);
  return true;
}
