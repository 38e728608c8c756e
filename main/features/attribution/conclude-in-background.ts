import { workInBackground } from '../../domain/background-work.ts';
import { stackOf } from '../../domain/stack-of.ts';
import type { Announce } from '../../contract/index.ts';
import type { Outside } from '../../outside.ts';
import { readProgress } from '../../store/attribution/attribution-due.ts';
import type { WritableDb } from '../../store/database.ts';
import { notePouring, pauseOfPouring } from '../../store/orders-pouring.ts';
import { concludeSome } from './conclude-orders.ts';

/** While orders pour in they come first: a few conclusions in so long, the rest in the pauses. */
const MOST_PAUSE_MS = 2000;
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
  const { wake } = workInBackground(
    () => concludeAll(db, announce),
    (error) => log({ level: 'error', code: 'attribution.stopped', stack: stackOf(error) }),
  );
  return {
    wake,
    heard() {
      notePouring(db);
      wake();
    },
  };
}

/** Ends in the same turn in which it found nothing due, so that no waking is lost. */
async function concludeAll(db: WritableDb, announce: Announce): Promise<void> {
  let toldAt = performance.now();
  let concluded = 0;
  for (;;) {
    await nextTurn();
    if (!db.raw.open) return;
    const done = concludeSome(db);
    concluded += done;
    if (done === 0) break;
    if (performance.now() - toldAt > TELL_EVERY_MS) {
      announce('attribution.changed', { waiting: readProgress(db).waiting });
      toldAt = performance.now();
    }
    await pauseOfPouring(db, MOST_PAUSE_MS);
  }
  if (concluded > 0) announce('attribution.changed', { waiting: 0 });
}
