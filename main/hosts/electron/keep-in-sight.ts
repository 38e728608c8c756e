import type { BrowserWindow, Screen } from 'electron';
import { fitBounds } from './fit-bounds.ts';

type Window = Pick<
  BrowserWindow,
  'getBounds' | 'setBounds' | 'isDestroyed' | 'isMinimized' | 'isMaximized'
>;

/** Brings the window back when its screen is taken away or becomes smaller under it, as a remote session's does. */
export function keepInSight(
  screen: Pick<Screen, 'on' | 'getAllDisplays' | 'getPrimaryDisplay'>,
  window: Window,
): void {
  const look = (): void => {
    if (window.isDestroyed() || window.isMinimized() || window.isMaximized()) return;
    const bounds = window.getBounds();
    const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
    const { x, y, width, height } = screen.getPrimaryDisplay().workArea;
    const fitted = fitBounds(bounds, areas) ?? {
      x,
      y,
      width: Math.min(width, bounds.width),
      height: Math.min(height, bounds.height),
    };
    if (fitted !== bounds) window.setBounds(fitted);
  };
  screen.on('display-removed', look);
  screen.on('display-metrics-changed', look);
}
