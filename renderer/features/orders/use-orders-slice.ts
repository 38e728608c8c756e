import { useEffect, useState } from 'react';
import { useClient } from '../../bridge/client-context.tsx';
import { useAbout, useChangePersonal, usePersonal } from '../../bridge/session-context.tsx';
import { usePlace } from '../../shared/navigation/navigation.ts';
import { askedFilter } from './asked-filter.ts';
import { mutable } from './orders-core.ts';
import { createOrdersSlice, type OrdersSlice } from './orders-slice.ts';

const TICK_MS = 20_000;
/** A row turns red by the clock: it stands on top as soon. */
const PINNED_MS = 5_000;
const REST_MS = 1_000;

/** Filters are remembered, what was searched for is not: it would look like missing orders. */
function useRemembered(slice: OrdersSlice): void {
  const changePersonal = useChangePersonal();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = slice.subscribe(({ filter, sort }, before) => {
      if (filter === before.filter && sort === before.sort) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const lastFilter = { ...mutable(filter), search: '' };
        changePersonal({ lastFilter, lastSort: { ...sort } }).catch(() => undefined);
      }, REST_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [slice, changePersonal]);
}

/** The slice of this window, following news and the clock while the screen is seen. */
export function useOrdersSlice(): OrdersSlice {
  const client = useClient();
  const { zone } = useAbout();
  const { lastFilter, lastSort } = usePersonal();
  const { screen, params } = usePlace();
  const [slice] = useState(() => {
    const start = {
      filter: { ...lastFilter, search: '' },
      sort: lastSort,
      period: { type: 'today' as const },
    };
    return createOrdersSlice(client, start, { now: Date.now, zone });
  });
  // Not while rendering: what is drawn for the first time may be thrown away and begun anew.
  useEffect(() => {
    if (slice.getState().list.type === 'loading') void slice.start();
  }, [slice]);
  useRemembered(slice);
  useEffect(() => slice.follow(), [slice]);
  useEffect(() => {
    const timers = [setInterval(slice.tick, TICK_MS), setInterval(slice.readPinned, PINNED_MS)];
    return () => timers.forEach(clearInterval);
  }, [slice]);
  const asked = screen === 'orders' ? Number(params['order']) : 0;
  useEffect(() => {
    if (asked > 0) slice.openOrder(asked);
  }, [asked, slice]);
  const filter = screen === 'orders' ? params['filter'] : undefined;
  useEffect(() => {
    const wanted = askedFilter(filter);
    if (wanted) slice.showFilter(wanted);
  }, [filter, slice]);
  return slice;
}
