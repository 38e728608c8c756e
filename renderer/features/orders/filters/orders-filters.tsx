import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { clearedFilter } from '../list/order-views.ts';
import { ListStateLine } from '../list/list-state-line.tsx';
import type { OrdersSlice } from '../orders-slice.ts';
import { FilterBar } from './filter-bar.tsx';

/** The line below the views: filters, and what they leave of the list. */
export function OrdersFilters({ slice }: { readonly slice: OrdersSlice }): ReactNode {
  const filter = useStore(slice, (state) => state.filter);
  const period = useStore(slice, (state) => state.period);
  const choices = useStore(slice, (state) => state.choices);
  return (
    <>
      <FilterBar
        filter={filter}
        period={period}
        choices={choices}
        onChange={slice.setFilter}
        onPeriod={slice.setPeriod}
        onReset={() => slice.setFilter(clearedFilter(filter))}
      />
      <ListStateLine slice={slice} />
    </>
  );
}
