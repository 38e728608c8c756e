import type { Application } from '../../application.ts';
import type { ViewCounts } from '../../contract/orders.ts';
import type { UnmappedStatuses } from '../../contract/status-mapping.ts';
import type { ConnectionSync } from '../../contract/sync.ts';
import { EVERY_ORDER } from '../../domain/orders/order-filter.ts';
import { askCore } from '../connect-demo.ts';

/** What asks for somebody while the window is out of sight. */
export type DeskState = Readonly<{
  late: number;
  unmapped: number;
  /** Connections that fetch nothing until somebody does something, or for several tries. */
  silent: number;
}>;

/** Nobody is asked for. */
export const CALM: DeskState = { late: 0, unmapped: 0, silent: 0 };

/** Shorter silences mend themselves. */
const SILENT_AFTER_TRIES = 3;

/** Orders become late by the clock alone. */
const LOOK_EVERY_MS = 60_000;
/** A first import tells of changes many times a second. */
const SOON_MS = 2000;

const HEARD = new Set(['orders.changed', 'statusMapping.changed', 'connections.changed']);

type Timer = Pick<typeof globalThis, 'setTimeout' | 'clearTimeout'>;

/** Tells what asks for somebody whenever that is something else; answers how to stop. */
export function followDeskState(
  application: Application,
  changed: (state: DeskState) => void,
  timer: Timer = globalThis,
): () => void {
  let told = '';
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const look = async (): Promise<void> => {
    const state = await readState(application).catch(() => null);
    if (stopped) return;
    if (state !== null && JSON.stringify(state) !== told) changed(state);
    told = state === null ? told : JSON.stringify(state);
    lookIn(LOOK_EVERY_MS);
  };
  const lookIn = (ms: number): void => {
    timer.clearTimeout(waiting);
    waiting = timer.setTimeout(() => void look(), ms);
  };
  let soon = false;
  let silent = 0;
  const leave = application.subscribe((topic, value) => {
    const before = silent;
    // It tells many times a second how far it is, and seldom anything else.
    if (topic === 'sync.progressed') silent = silentOf(value as readonly ConnectionSync[]);
    if ((silent === before && !HEARD.has(topic)) || soon) return;
    soon = true;
    timer.setTimeout(() => {
      soon = false;
      if (!stopped) void look();
    }, SOON_MS);
  });
  void look();
  return () => {
    stopped = true;
    timer.clearTimeout(waiting);
    leave();
  };
}

async function readState(application: Application): Promise<DeskState> {
  const [counts, { statuses }, sync] = await Promise.all([
    askCore<ViewCounts>(application, 'orders.counts', { filter: EVERY_ORDER }),
    askCore<UnmappedStatuses>(application, 'statusMapping.unmapped', {}),
    askCore<readonly ConnectionSync[]>(application, 'sync.status', {}),
  ]);
  return { late: counts.late, unmapped: statuses, silent: silentOf(sync) };
}

const silentOf = (sync: readonly ConnectionSync[]): number =>
  sync.filter(
    ({ state }) =>
      state.type === 'stopped' || (state.type === 'waiting' && state.attempt >= SILENT_AFTER_TRIES),
  ).length;
