import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../main/contract/index.ts';
import type { Day } from '../../../main/domain/local-time.ts';
import type { OrderFilter, OrderSort } from '../../../main/domain/orders/order-filter.ts';
import { NO_FOCUS, type TableFocus } from '../../shared/data-table/table-focus.ts';
import { choiceOf, periodOf, type PeriodChoice } from './filters/period-choice.ts';
import { findOpened, openList } from './open-list.ts';
import { todayOf, type OrdersCore, type OrdersOutside } from './orders-core.ts';
import type { OrdersState } from './orders-state.ts';
import { followNews, readAround, readPinned } from './read-news.ts';

/** Where the list starts: usually where the profile left it. */
export type OrdersStart = Readonly<{ filter: OrderFilter; sort: OrderSort; period: PeriodChoice }>;

export type OrdersSlice = StoreApi<OrdersState> &
  Readonly<{
    /** Reads everything; called once and to try again. */
    start(): Promise<void>;
    /** Listens for news until the returned function is called. */
    follow(): () => void;
    setFilter(change: Partial<Omit<OrderFilter, 'period'>>): void;
    search(text: string): void;
    setPeriod(period: PeriodChoice): void;
    setSort(sort: OrderSort): void;
    /** Filter and sort of a view; the days stay. */
    setView(filter: OrderFilter, sort: OrderSort): void;
    /** Shows exactly what another screen asks for, its days too. */
    showFilter(filter: OrderFilter): void;
    setFocus(focus: TableFocus): void;
    /** Opens the order in the card and stands on it in the list where it is there. */
    openOrder(orderId: number): void;
    /** Opens the order in the card; the list stays where it is. */
    openBeside(orderId: number): void;
    closeOrder(): void;
    /** Reads the list anew with what came since. */
    showFresh(): void;
    /** Reads what belongs on top now. */
    readPinned(): void;
    /** Reads what the clock moves: pinned orders, counts, and the list when a new day began. */
    tick(): void;
  }>;

function initialState(start: OrdersStart, today: Day): OrdersState {
  return {
    filter: { ...start.filter, period: periodOf(start.period, today) },
    period: start.period,
    sort: start.sort,
    list: { type: 'loading' },
    reading: false,
    beginnings: 0,
    fresh: 0,
    counts: null,
    choices: null,
    pinned: [],
    focus: NO_FOCUS,
    openedId: null,
  };
}

function tick(core: OrdersCore): void {
  const today = todayOf(core.outside);
  const { filter, period } = core.store.getState();
  if (today !== core.day) {
    core.day = today;
    core.store.setState({ filter: { ...filter, period: periodOf(period, today) } });
    void openList(core, 'stay');
  }
  void readAround(core);
}

function openOrder(core: OrdersCore, openedId: number): void {
  core.store.setState({ openedId });
  const { focus, list } = core.store.getState();
  const here =
    focus.active === null || list.type !== 'shown' ? null : list.rows.rowAt(focus.active);
  if (here?.id !== openedId) void findOpened(core, core.turn).catch(() => undefined);
}

/** The order list: filter, sort, frozen rows, choice, news. Freshness comes as announcements only. */
export function createOrdersSlice(
  client: Client,
  start: OrdersStart,
  outside: OrdersOutside,
): OrdersSlice {
  const day = todayOf(outside);
  const store = createStore<OrdersState>(() => initialState(start, day));
  const core: OrdersCore = { client, outside, store, turn: 0, day };
  const change = (patch: Partial<OrdersState>): void => {
    store.setState(patch);
    void openList(core, 'anew');
    void readAround(core);
  };
  return Object.assign(store, {
    start: async () => {
      await Promise.all([openList(core, 'stay'), readAround(core)]);
    },
    follow: () => followNews(core),
    setFilter: (part) => change({ filter: { ...store.getState().filter, ...part } }),
    search: (text) => change({ filter: { ...store.getState().filter, search: text } }),
    setPeriod: (period) => {
      const filter = { ...store.getState().filter, period: periodOf(period, core.day) };
      change({ period, filter });
    },
    setSort: (sort) => change({ sort }),
    setView: (filter, sort) =>
      change({ filter: { ...filter, period: store.getState().filter.period }, sort }),
    showFilter: (filter) => change({ filter, period: choiceOf(filter.period) }),
    setFocus: (focus) => store.setState({ focus }),
    openOrder: (openedId) => openOrder(core, openedId),
    openBeside: (openedId) => store.setState({ openedId }),
    closeOrder: () => store.setState({ openedId: null }),
    showFresh: () => void openList(core, 'anew'),
    readPinned: () => void readPinned(core),
    tick: () => tick(core),
  } satisfies Omit<OrdersSlice, keyof StoreApi<OrdersState>>);
}
