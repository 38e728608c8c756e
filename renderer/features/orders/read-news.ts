import { openList, pageFailed } from './open-list.ts';
import { mutable, type OrdersCore } from './orders-core.ts';

/** Many changes in a moment are one reading. */
const CALM_MS = 400;

/** Late orders and the like, whatever the list shows; a failure waits for the next reading. */
export async function readPinned({ client, store }: OrdersCore): Promise<void> {
  const pinned = await client.orders.pinned({}).catch(() => null);
  // The same answer again must draw nothing again.
  const isNews = pinned && JSON.stringify(pinned) !== JSON.stringify(store.getState().pinned);
  if (isNews) store.setState({ pinned });
}

/** What stands beside the rows; each part may fail alone and is then read at the next news. */
export async function readAround(core: OrdersCore): Promise<void> {
  const { client, store } = core;
  const { filter } = store.getState();
  const quiet = (): null => null;
  const [counts, choices] = await Promise.all([
    client.orders.counts({ filter: mutable(filter) }).catch(quiet),
    client.orders.choices({}).catch(quiet),
    readPinned(core),
  ]);
  if (store.getState().filter !== filter) return;
  if (counts) store.setState({ counts });
  if (choices) store.setState({ choices });
}

async function readNews(core: OrdersCore): Promise<void> {
  const { list } = core.store.getState();
  void readAround(core);
  if (list.type !== 'shown') return;
  list.rows.refresh();
  try {
    const fresh = await core.client.orders.fresh({ snapshot: list.snapshot });
    const now = core.store.getState().list;
    if (now.type === 'shown' && now.snapshot === list.snapshot) core.store.setState({ fresh });
  } catch (error) {
    pageFailed(core, list.snapshot, error);
  }
}

/**
 * Hears of changed orders until the returned function is called. News that names none (orders were
 * removed, their days moved) may concern every row: the list is then read anew in its place.
 */
export function followNews(core: OrdersCore): () => void {
  if (core.store.getState().list.type === 'shown') void readNews(core);
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let everything = false;
  const read = (): void => {
    waiting = null;
    const isShown = core.store.getState().list.type === 'shown';
    if (everything && isShown) void openList(core, 'stay');
    if (everything) void readAround(core);
    else void readNews(core);
    everything = false;
  };
  const stop = core.client.orders.onChanged(({ ids, created }) => {
    everything ||= ids.length === 0 && created === 0;
    waiting ??= setTimeout(read, CALM_MS);
  });
  return () => {
    stop();
    if (waiting) clearTimeout(waiting);
  };
}
