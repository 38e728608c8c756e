import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../main/contract/orders.ts';
import type { PersonalSettings } from '../../../../main/contract/settings.ts';
import type { OrderColumn } from '../../../../main/domain/orders/order-filter.ts';
import { useChangePersonal, usePersonal } from '../../../bridge/session-context.tsx';
import { completeLayout, type ColumnPlace } from '../../../shared/data-table/column-layout.ts';
import type { TableColumn } from '../../../shared/data-table/table-column.ts';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import { useDid, useUndoStack } from '../../../shared/undo/undo-context.tsx';

type Layout = readonly ColumnPlace<OrderColumn>[];

/** A column that is being dragged is saved once it rests. */
const REST_MS = 500;

type Kept = PersonalSettings['orderColumns'];

const arranged = (places: Kept): string =>
  JSON.stringify(places.map(({ column, shown }) => [column, shown]));

/** A change of the arrangement has its way back: said where columns came, went or moved, by keys alone for a width. */
function useRemembered(): (before: Kept, after: Kept) => void {
  const { t } = useTranslation();
  const changePersonal = useChangePersonal();
  const did = useDid();
  const stack = useUndoStack();
  return useCallback(
    (before, after) => {
      const keep = (places: Kept): Promise<void> => changePersonal({ orderColumns: places });
      const title = t('orders.columns.changed');
      const edit = { title, undo: () => keep(before), redo: () => keep(after) };
      if (arranged(before) === arranged(after)) stack.did(edit);
      else did(edit);
    },
    [t, changePersonal, did, stack],
  );
}

/** The profile's arrangement of columns (none yet: the list's own): shown at once, saved when it rests. */
export function useListLayout(columns: readonly TableColumn<OrderRow, OrderColumn>[]) {
  const { orderColumns } = usePersonal();
  const changePersonal = useChangePersonal();
  const notifyFailure = useNotifyFailure();
  const [dragged, setDragged] = useState<Layout | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const remember = useRemembered();
  const layout = useMemo(
    () => dragged ?? completeLayout<OrderColumn>(columns, orderColumns),
    [dragged, columns, orderColumns],
  );
  const onLayout = useCallback(
    (next: Layout) => {
      setDragged(next);
      clearTimeout(resting.current);
      resting.current = setTimeout(() => {
        const before = [...completeLayout<OrderColumn>(columns, orderColumns)];
        const kept = next.map((place) => ({ ...place }));
        changePersonal({ orderColumns: kept })
          .then(() => remember(before, kept), notifyFailure)
          .finally(() => setDragged(null));
      }, REST_MS);
    },
    [changePersonal, notifyFailure, remember, columns, orderColumns],
  );
  const onReset = useCallback(() => onLayout(completeLayout(columns, [])), [onLayout, columns]);
  useEffect(() => () => clearTimeout(resting.current), []);
  return { layout, onLayout, onReset };
}
