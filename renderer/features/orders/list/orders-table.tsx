import { useEffect, useMemo, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { OrderRow } from '../../../../main/contract/orders.ts';
import type { OrderColumn } from '../../../../main/domain/orders/order-filter.ts';
import { usePersonal } from '../../../bridge/session-context.tsx';
import type { ColumnPlace } from '../../../shared/data-table/column-layout.ts';
import { DataTable, type TableHandle } from '../../../shared/data-table/data-table.tsx';
import type { TableColumn } from '../../../shared/data-table/table-column.ts';
import { useClock } from '../clock.ts';
import type { OrdersSlice } from '../orders-slice.ts';
import type { ListState } from '../orders-state.ts';
import { rowTone } from './row-timing.ts';
import { usePinned } from './use-pinned.tsx';

const ROW_PX = { compact: 28, comfortable: 36 };
const TONE_STEP_MS = 5_000;

type Props = Readonly<{
  slice: OrdersSlice;
  list: Extract<ListState, { type: 'shown' }>;
  columns: readonly TableColumn<OrderRow, OrderColumn>[];
  layout: readonly ColumnPlace<OrderColumn>[];
  onLayout: (layout: readonly ColumnPlace<OrderColumn>[]) => void;
  onFolded: (folded: readonly OrderColumn[]) => void;
  /** Copies the row, or those that are chosen. */
  onCopy: (row?: OrderRow) => void;
  table: RefObject<TableHandle | null>;
}>;

/** A list begun anew starts at its first row; the order of the card is followed where it goes. */
function useKeptPlace({ slice, table }: Props): void {
  const beginnings = useStore(slice, (state) => state.beginnings);
  const active = useStore(slice, ({ focus }) => focus.active);
  useEffect(() => {
    if (beginnings > 0) table.current?.show(0, 'start');
  }, [beginnings, table]);
  useEffect(() => {
    if (active !== null) table.current?.show(active, 'nearest');
  }, [active, table]);
}

function useTone(): (row: OrderRow) => string {
  const { riskMinutes, highRiskMinutes } = usePersonal();
  const step = useClock((now) => Math.floor(now / TONE_STEP_MS));
  return useMemo(
    () => (row: OrderRow) => rowTone(row, step * TONE_STEP_MS, { riskMinutes, highRiskMinutes }),
    [step, riskMinutes, highRiskMinutes],
  );
}

/** The hero: rows of the frozen order, the red band above them, the card following the arrows. */
export function OrdersTable(props: Props): ReactNode {
  const { t } = useTranslation();
  const { slice, list } = props;
  const { rowHeight } = usePersonal();
  const sort = useStore(slice, (state) => state.sort);
  const focus = useStore(slice, (state) => state.focus);
  const pinned = usePinned(slice, props.onCopy);
  const tone = useTone();
  useKeptPlace(props);
  const open = (index: number): void => {
    const row = list.rows.rowAt(index);
    if (row) slice.openOrder(row.id);
  };
  const preview = (index: number): void => {
    const row = list.rows.rowAt(index);
    if (row && slice.getState().openedId === row.id) slice.closeOrder();
    else open(index);
  };
  return (
    <DataTable<OrderRow, OrderColumn>
      ref={props.table}
      label={t('orders.list')}
      columns={props.columns}
      layout={props.layout}
      onLayout={props.onLayout}
      sort={sort}
      onSort={slice.setSort}
      rows={list.rows}
      rowPx={ROW_PX[rowHeight]}
      focus={focus}
      onFocus={(next) => {
        slice.setFocus(next);
        if (slice.getState().openedId !== null && next.active !== null) open(next.active);
      }}
      onOpen={open}
      onPreview={preview}
      onEscape={slice.closeOrder}
      onCopy={() => props.onCopy()}
      onFolded={props.onFolded}
      tone={tone}
      pinned={pinned}
    />
  );
}
