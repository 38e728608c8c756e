import type { OrderPage, OrderRow } from '../../../main/contract/orders.ts';
import { toFailure } from '../../bridge/to-failure.ts';
import { createPageCache } from '../../shared/data-table/page-cache.ts';
import { focusedRow, NO_FOCUS } from '../../shared/data-table/table-focus.ts';
import { mutable, type OrdersCore } from './orders-core.ts';
import type { ListState } from './orders-state.ts';

/** Rows that come with a frozen order: the first screen of the largest monitor, twice. */
const FIRST_ROWS = 200;
const COUNT_AGAIN_MS = 150;

function closeList(list: ListState): void {
  if (list.type === 'shown') list.rows.close();
}

function rowsOf(core: OrdersCore, page: OrderPage) {
  const { client } = core;
  const { snapshot } = page;
  return createPageCache<OrderRow>({
    count: page.total ?? page.rows.length,
    seed: page.rows,
    load: async (from, count) => {
      const { rows } = await client.orders.page({ snapshot, from, count });
      pageRead(core, snapshot);
      return rows;
    },
    failed: (reason) => pageFailed(core, snapshot, reason),
  });
}

function pageRead(core: OrdersCore, snapshot: string): void {
  const { list } = core.store.getState();
  if (list.type !== 'shown' || list.snapshot !== snapshot || !list.failure) return;
  core.store.setState({ list: { ...list, failure: null } });
}

/** Rows that were dropped are read anew in place; anything else is shown above the old ones. */
export function pageFailed(core: OrdersCore, snapshot: string, reason: unknown): void {
  const { list, reading } = core.store.getState();
  if (list.type !== 'shown' || list.snapshot !== snapshot || reading) return;
  const failure = toFailure(reason);
  if (failure.code === 'orders.snapshot-gone') void openList(core, 'stay');
  else core.store.setState({ list: { ...list, failure } });
}

function showPage(core: OrdersCore, page: OrderPage, anew = false): void {
  closeList(core.store.getState().list);
  const { snapshot, total, truncated } = page;
  const rows = rowsOf(core, page);
  core.store.setState({
    list: { type: 'shown', snapshot, rows, total, truncated, failure: null },
    reading: false,
    fresh: 0,
    ...(anew ? { beginnings: core.store.getState().beginnings + 1 } : {}),
  });
}

/** The whole length is counted behind the first rows: ask until it is known. */
async function awaitTotal(core: OrdersCore, turn: number, first: OrderPage): Promise<void> {
  let page = first;
  while (page.total === null) {
    await new Promise((resolve) => setTimeout(resolve, COUNT_AGAIN_MS));
    if (turn !== core.turn) return;
    page = await core.client.orders.page({ snapshot: first.snapshot, from: 0, count: FIRST_ROWS });
  }
  if (turn === core.turn && page !== first) showPage(core, page);
}

/** Stands on the order of the card where the list holds it. */
export async function findOpened(core: OrdersCore, turn: number): Promise<void> {
  const { openedId, list } = core.store.getState();
  if (openedId === null || list.type !== 'shown') return;
  const { snapshot } = list;
  const at = await core.client.orders.position({ snapshot, orderId: openedId });
  if (turn !== core.turn || at === null) return;
  core.store.setState({ focus: focusedRow(NO_FOCUS, at, 'alone') });
}

/** `stay` keeps the old rows and the place until the new ones are here. */
export async function openList(core: OrdersCore, how: 'anew' | 'stay'): Promise<void> {
  const { client, store } = core;
  core.turn += 1;
  const { turn } = core;
  const { filter, sort } = store.getState();
  store.setState(how === 'anew' ? { reading: true, focus: NO_FOCUS } : { reading: true });
  try {
    const input = { filter: mutable(filter), sort, count: FIRST_ROWS };
    const page = await client.orders.open(input);
    if (turn !== core.turn) return;
    showPage(core, page, how === 'anew');
    await awaitTotal(core, turn, page);
    await findOpened(core, turn);
  } catch (error) {
    if (turn !== core.turn) return;
    closeList(store.getState().list);
    store.setState({ list: { type: 'failed', failure: toFailure(error) }, reading: false });
  }
}
