import { Button, Loader } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '../../../shared/format/use-format.ts';
import { countRows } from '../../../shared/data-table/row-ranges.ts';
import type { OrdersSlice } from '../orders-slice.ts';
import styles from './list-state-line.module.css';

/** How many orders there are or, once some came, how many are new («12 новых ↑»); how many are chosen. */
export function ListStateLine({ slice }: { readonly slice: OrdersSlice }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useStore(slice, (state) => state.list);
  const fresh = useStore(slice, (state) => state.fresh);
  const reading = useStore(slice, (state) => state.reading);
  const chosen = useStore(slice, ({ focus }) => countRows(focus.chosen));
  if (list.type !== 'shown') return null;
  const { total, truncated } = list;
  const counted =
    total === null
      ? t('orders.counting')
      : t('orders.total', { count: total, figure: format.number(total) });
  return (
    <span className={styles.line} role="status">
      {reading && <Loader size={14} aria-label={t('orders.loading')} />}
      {truncated && <span>{t('orders.truncated', { figure: format.number(total ?? 0) })}</span>}
      {/* News and choice stand where the count keeps its room: a line that grows or shrinks would wrap otherwise, and push the rows. */}
      <span className={styles.stack}>
        {!truncated && <span data-covered={fresh > 0 || chosen > 1 || undefined}>{counted}</span>}
        <span className={styles.news}>
          {fresh > 0 && (
            <Button
              variant="light"
              size="compact-xs"
              rightSection={<IconArrowUp size={14} aria-hidden />}
              onClick={() => slice.showFresh()}
            >
              {t('orders.fresh', { count: fresh })}
            </Button>
          )}
          {chosen > 1 && (
            <span>{t('orders.chosen', { count: chosen, figure: format.number(chosen) })}</span>
          )}
        </span>
      </span>
    </span>
  );
}
