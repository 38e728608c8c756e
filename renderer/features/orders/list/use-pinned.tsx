import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { OrderRow } from '../../../../main/contract/orders.ts';
import type { PinnedRows } from '../../../shared/data-table/pinned-rows.tsx';
import type { OrdersSlice } from '../orders-slice.ts';
import { PinnedCaption } from './pinned-caption.tsx';

/** A long band is closed to so many rows until it is opened. */
const CLOSED_ROWS = 4;

/** The red band on top, under every sort and filter; null when nothing is wrong. */
export function usePinned(
  slice: OrdersSlice,
  onCopy: (row: OrderRow) => void,
): PinnedRows<OrderRow> | null {
  const rows = useStore(slice, ({ pinned }) => pinned);
  const openedKey = useStore(slice, ({ openedId }) => openedId);
  const [opened, setOpened] = useState(false);
  return useMemo(() => {
    if (rows.length === 0) return null;
    const shown = opened ? rows : rows.slice(0, CLOSED_ROWS);
    return {
      rows: shown,
      keyOf: (row) => row.id,
      onOpen: (row) => slice.openBeside(row.id),
      onPreview: ({ id }) => (id === openedKey ? slice.closeOrder() : slice.openBeside(id)),
      onCopy,
      onEscape: slice.closeOrder,
      openedKey,
      caption: (
        <PinnedCaption rows={rows} shown={shown.length} opened={opened} onOpened={setOpened} />
      ),
    };
  }, [rows, opened, openedKey, slice, onCopy]);
}
