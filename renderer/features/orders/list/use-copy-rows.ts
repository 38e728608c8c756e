import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '../../../../main/contract/orders.ts';
import { countRows } from '../../../shared/data-table/row-ranges.ts';
import type { TableColumn } from '../../../shared/data-table/table-column.ts';
import { notify } from '../../../shared/ui/notify.ts';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import type { OrdersSlice } from '../orders-slice.ts';
import { writeTsv } from './write-tsv.ts';

/** More rows than this belong into a file, not into the clipboard. */
const MOST_ROWS = 10_000;

async function readChosen(slice: OrdersSlice): Promise<readonly OrderRow[]> {
  const { list, focus } = slice.getState();
  if (list.type !== 'shown') return [];
  const parts = await Promise.all(focus.chosen.map(({ from, to }) => list.rows.read(from, to)));
  return parts.flat();
}

/** Copies a row, or those that are chosen, as they are shown, masked phones included. */
export function useCopyRows(
  slice: OrdersSlice,
  columns: readonly TableColumn<OrderRow>[],
): (row?: OrderRow) => void {
  const { t } = useTranslation();
  const notifyFailure = useNotifyFailure();
  return useCallback(
    (row) => {
      const { focus } = slice.getState();
      const count = row ? 1 : countRows(focus.chosen);
      if (count === 0) return;
      if (count > MOST_ROWS) {
        notify({ tone: 'warning', title: t('orders.copy.too-many', { count: MOST_ROWS }) });
        return;
      }
      const copy = async (): Promise<void> => {
        const rows = row ? [row] : await readChosen(slice);
        const heads = columns.map(({ label }) => t(label));
        await navigator.clipboard.writeText(writeTsv(heads, columns, rows));
        notify({ id: 'copied', tone: 'success', title: t('orders.copy.done', { count }) });
      };
      copy().catch(notifyFailure);
    },
    [slice, columns, t, notifyFailure],
  );
}
