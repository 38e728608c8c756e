import { Button } from '@mantine/core';
import { IconReceipt, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { assertNever } from '../../../../main/domain/assert-never.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { navigate } from '../../../shared/navigation/navigation.ts';
import type { OrdersSlice } from '../orders-slice.ts';
import type { ListState } from '../orders-state.ts';
import { FirstHint } from './first-hint.tsx';
import styles from './list-content.module.css';
import { clearedFilter, countRestrictions } from './order-views.ts';

const SKELETON_ROWS = [...Array(24).keys()];

/** What is shown when the list holds nothing: why, and what to do. */
function NothingHere({ slice }: { readonly slice: OrdersSlice }): ReactNode {
  const { t } = useTranslation();
  const filter = useStore(slice, (state) => state.filter);
  const choices = useStore(slice, (state) => state.choices);
  const clear = (): void => slice.setFilter(clearedFilter(filter));
  if (filter.search) {
    return (
      <EmptyState
        icon={IconSearch}
        title={t('orders.none.search', { search: filter.search })}
        text={t('orders.none.search.text')}
        action={
          filter.period ? (
            <Button onClick={() => slice.setPeriod({ type: 'all' })}>
              {t('orders.none.everywhere')}
            </Button>
          ) : (
            <Button onClick={clear}>{t('orders.filter.reset')}</Button>
          )
        }
      />
    );
  }
  if (countRestrictions(filter) > 0 || filter.view !== 'all') {
    return (
      <EmptyState
        icon={IconReceipt}
        title={t('orders.none.filter')}
        text={t('orders.none.filter.text')}
        action={<Button onClick={clear}>{t('orders.none.all')}</Button>}
      />
    );
  }
  if (choices && choices.venues.length === 0) {
    return (
      <EmptyState
        icon={IconReceipt}
        title={t('orders.none.connection')}
        text={t('orders.none.connection.text')}
        action={
          <Button variant="filled" onClick={() => navigate('connections')}>
            {t('orders.none.connect')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={IconReceipt}
      title={t('orders.none.period')}
      text={t('orders.none.period.text')}
      action={
        <Button onClick={() => slice.setPeriod({ type: 'all' })}>{t('orders.none.earlier')}</Button>
      }
    />
  );
}

function Skeleton(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.skeleton} role="status" aria-label={t('orders.loading')}>
      {SKELETON_ROWS.map((row) => (
        <div key={row} className={styles.skeletonRow} />
      ))}
    </div>
  );
}

/** The list in each of its states: being read, failed, empty, shown. */
export function ListContent(props: {
  readonly slice: OrdersSlice;
  readonly children: (list: Extract<ListState, { type: 'shown' }>) => ReactNode;
}): ReactNode {
  const { slice } = props;
  const list = useStore(slice, (state) => state.list);
  const retry = (): void => void slice.start();
  switch (list.type) {
    case 'loading':
      return <Skeleton />;
    case 'failed':
      return (
        <div className={styles.failed}>
          <FailureNotice failure={list.failure} onRetry={retry} />
        </div>
      );
    case 'shown':
      return (
        <div className={styles.shown}>
          {list.failure && <FailureNotice failure={list.failure} onRetry={retry} />}
          <FirstHint />
          <div className={styles.table}>{props.children(list)}</div>
          {list.rows.count === 0 && (
            <div className={styles.nothing}>
              <NothingHere slice={slice} />
            </div>
          )}
        </div>
      );
    default:
      return assertNever(list);
  }
}
