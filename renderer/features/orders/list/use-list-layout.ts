import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { OrderRow } from '../../../../main/contract/orders.ts';
import type { OrderColumn } from '../../../../main/domain/orders/order-filter.ts';
import { useChangePersonal, usePersonal } from '../../../bridge/session-context.tsx';
import { completeLayout, type ColumnPlace } from '../../../shared/data-table/column-layout.ts';
import type { TableColumn } from '../../../shared/data-table/table-column.ts';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';

type Layout = readonly ColumnPlace<OrderColumn>[];

/** A column that is being dragged is saved once it rests. */
const REST_MS = 500;

/** The profile's arrangement of columns: shown at once, saved when it rests. */
export function useListLayout(columns: readonly TableColumn<OrderRow, OrderColumn>[]) {
  const { orderColumns } = usePersonal();
  const changePersonal = useChangePersonal();
  const notifyFailure = useNotifyFailure();
  const [dragged, setDragged] = useState<Layout | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const layout = useMemo(
    () => dragged ?? completeLayout<OrderColumn>(columns, orderColumns),
    [dragged, columns, orderColumns],
  );
  const onLayout = useCallback(
    (next: Layout) => {
      setDragged(next);
      clearTimeout(resting.current);
      resting.current = setTimeout(() => {
        changePersonal({ orderColumns: next.map((place) => ({ ...place })) })
          .catch(notifyFailure)
          .finally(() => setDragged(null));
      }, REST_MS);
    },
    [changePersonal, notifyFailure],
  );
  const onReset = useCallback(() => onLayout(completeLayout(columns, [])), [onLayout, columns]);
  useEffect(() => () => clearTimeout(resting.current), []);
  return { layout, onLayout, onReset };
}
