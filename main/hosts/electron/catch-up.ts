import type { PowerMonitor } from 'electron';
import type { Application } from '../../application.ts';

/** After sleep the data is as old as the sleep was long: fetches at once; a run under way is enough. */
export function catchUpAfterSleep(
  power: Readonly<{ on(name: 'resume', listener: () => void): unknown }> | PowerMonitor,
  application: Application,
): void {
  power.on('resume', () => void application.call('sync.now', { connectionId: null }));
}
