import type { WebContents } from 'electron';
import type { LogEntry } from '../../outside.ts';

/** A page that dies more often within a minute would die for ever. */
const MOST_A_MINUTE = 3;
const MINUTE_MS = 60_000;

/** Loads the page anew when its process died: the core and its data live in others and go on. */
export function revivePage(
  contents: Pick<WebContents, 'on' | 'reload'>,
  log: (entry: LogEntry) => void,
  now: () => number = Date.now,
): void {
  let deaths: number[] = [];
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log({ level: 'error', code: 'window.page-gone', params: { reason } });
    deaths = [...deaths.filter((at) => now() - at < MINUTE_MS), now()];
    if (deaths.length <= MOST_A_MINUTE) contents.reload();
  });
}
