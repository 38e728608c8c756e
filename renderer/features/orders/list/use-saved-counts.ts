import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { SavedView } from '../../../../main/contract/settings.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { mutable } from '../orders-core.ts';
import type { OrdersSlice } from '../orders-slice.ts';

/** Orders of the profile's own views by their ids, on the days of the list; null: too many days. */
type SavedCounts = ReadonlyMap<string, number | null>;

const NONE: SavedCounts = new Map();

/** Counts the profile's own views whenever the preset ones are counted. */
export function useSavedCounts(slice: OrdersSlice, saved: readonly SavedView[]): SavedCounts {
  const client = useClient();
  const counts = useStore(slice, (state) => state.counts);
  const period = useStore(slice, (state) => state.filter.period);
  const [known, setKnown] = useState(NONE);
  useEffect(() => {
    if (counts === null || saved.length === 0) return undefined;
    let isWanted = true;
    const filters = saved.map(({ filter }) => mutable({ ...filter, period }));
    // The presets' next counting tries again.
    client.orders.countsOf({ filters }).then(
      (found) => {
        if (isWanted) setKnown(new Map(saved.map(({ id }, at) => [id, found[at] ?? null])));
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [client, counts, saved, period]);
  return known;
}
