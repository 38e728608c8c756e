import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderColumn } from '../../../../main/domain/orders/order-filter.ts';
import { useClient, useDownload } from '../../../bridge/client-context.tsx';
import { countRows } from '../../../shared/data-table/row-ranges.ts';
import { notify } from '../../../shared/ui/notify.ts';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import { mutable } from '../orders-core.ts';
import type { OrdersSlice } from '../orders-slice.ts';

const MOST_IDS = 10_000;

async function chosenIds(slice: OrdersSlice): Promise<number[] | null> {
  const { list, focus } = slice.getState();
  const count = countRows(focus.chosen);
  if (list.type !== 'shown' || count < 2 || count > MOST_IDS) return null;
  const parts = await Promise.all(focus.chosen.map(({ from, to }) => list.rows.read(from, to)));
  return parts.flat().map(({ id }) => id);
}

/** Saves the chosen orders (two or more), else all that the filter shows, as a CSV file. */
export function useExport(slice: OrdersSlice, columns: readonly OrderColumn[]): () => void {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const download = useDownload();
  const notifyFailure = useNotifyFailure();
  return useCallback(() => {
    const save = async (): Promise<void> => {
      const { filter, sort } = slice.getState();
      const { handle, fileName, rows } = await client.orders.exportCsv({
        filter: mutable(filter),
        sort,
        orderIds: await chosenIds(slice),
        columns: [...columns],
        language: i18n.language === 'en' ? 'en' : 'ru',
      });
      download(handle, fileName);
      notify({
        tone: 'success',
        title: t('orders.export.done', { count: rows }),
        message: fileName,
      });
    };
    save().catch(notifyFailure);
  }, [slice, columns, client, download, notifyFailure, t, i18n.language]);
}
