import type { PowerMonitor } from 'electron';
import type { Application } from '../../application.ts';

/**
 * After sleep, and when somebody comes back to a locked screen or a remote session, the data is as old
 * as that was long: fetches at once; a run under way is enough.
 */
export function catchUpOnReturn(power: Pick<PowerMonitor, 'on'>, application: Application): void {
  const fetchNow = (): void => void application.call('sync.now', { connectionId: null });
  power.on('resume', fetchNow);
  power.on('unlock-screen', fetchNow);
}
