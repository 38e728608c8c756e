import { pageFailed } from './open-list.ts';
import { mutable, type OrdersCore } from './orders-core.ts';

/** Many changes in a moment are one reading. */
const CALM_MS = 400;

/** What stands beside the rows; each part may fail alone and is then read at the next news. */
export async function readAround(core: OrdersCore): Promise<void> {
  const { client, store } = core;
  const { filter } = store.getState();
  const quiet = (): null => null;
  const [counts, choices, pinned] = await Promise.all([
    client.orders.counts({ filter: mutable(filter) }).catch(quiet),
    client.orders.choices({}).catch(quiet),
    client.orders.pinned({}).catch(quiet),
  ]);
  if (store.getState().filter !== filter) return;
  if (counts) store.setState({ counts });
  if (choices) store.setState({ choices });
  if (pinned) store.setState({ pinned });
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

/** Hears of changed orders until the returned function is called. */
export function followNews(core: OrdersCore): () => void {
  if (core.store.getState().list.type === 'shown') void readNews(core);
  let waiting: ReturnType<typeof setTimeout> | null = null;
  const stop = core.client.orders.onChanged(() => {
    waiting ??= setTimeout(() => {
      waiting = null;
      void readNews(core);
    }, CALM_MS);
  });
  return () => {
    stop();
    if (waiting) clearTimeout(waiting);
  };
}
