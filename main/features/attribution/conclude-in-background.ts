import { setTimeout as wait } from 'node:timers/promises';
import type { Announce } from '../../contract/index.ts';
import type { Outside } from '../../outside.ts';
import { readProgress } from '../../store/attribution-due.ts';
import type { WritableDb } from '../../store/database.ts';
import { concludeSome } from './conclude-orders.ts';

/** While orders pour in they come first: conclusions follow in the pauses. */
const BUSY_MS = 400;
const PAUSE_MS = 60;
const TELL_EVERY_MS = 2000;

/** Concludes what is due, a slice at a time, whenever it is woken. */
export type Concluder = Readonly<{
  wake(): void;
  /** Orders were just stored: more may follow at once. */
  heard(): void;
}>;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Starts with what the last run left. */
export function concludeInBackground(
  db: WritableDb,
  announce: Announce,
  log: Outside['log'],
): Concluder {
  let running: Promise<void> | null = null;
  let woken = false;
  let heardAt = -Infinity;
  const isOpen = (): boolean => db.raw.open;
  const work = async (): Promise<void> => {
    let toldAt = performance.now();
    await nextTurn();
    while (isOpen()) {
      woken = false;
      const done = concludeSome(db);
      if (done === 0 && !woken) break;
      if (performance.now() - toldAt > TELL_EVERY_MS) {
        announce('attribution.changed', { waiting: readProgress(db).waiting });
        toldAt = performance.now();
      }
      const busy = performance.now() - heardAt < BUSY_MS;
      await (busy ? wait(PAUSE_MS) : nextTurn());
    }
    if (isOpen()) announce('attribution.changed', { waiting: 0 });
  };
  const wake = (): void => {
    woken = true;
    running ??= work()
      .catch((error: unknown) => {
        const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
        log({ level: 'error', code: 'attribution.stopped', stack });
      })
      .finally(() => {
        running = null;
        if (woken && isOpen()) wake();
      });
  };
  return {
    wake,
    heard() {
      heardAt = performance.now();
      wake();
    },
  };
}
