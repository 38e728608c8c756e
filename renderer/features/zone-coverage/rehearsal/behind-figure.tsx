import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacedOrder } from '../../../../main/contract/zone-coverage.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { toFailure } from '../../../bridge/to-failure.ts';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import type { Reading } from '../../../bridge/reading.ts';
import sharedStyles from '../zone-coverage.module.css';
import styles from './rehearsal.module.css';
import type { Figure } from './figure.ts';
import { PlacedRow } from './placed-list.tsx';

type Behind = Reading<{ orders: readonly PlacedOrder[]; next: number | null }>;

const PAGE = 100;

function useBehind(run: string, figure: Figure) {
  const client = useClient();
  const [behind, setBehind] = useState<Behind>({ type: 'loading' });
  const read = useCallback(
    async (skip: number, known: readonly PlacedOrder[]): Promise<void> => {
      const { title: _, ...asked } = figure;
      try {
        const page = await client.zoneCoverage.behind({
          run,
          ...asked,
          changes: [...asked.changes],
          skip,
          count: PAGE,
        });
        setBehind({ type: 'shown', orders: [...known, ...page.orders], next: page.next });
      } catch (error) {
        setBehind({ type: 'failed', failure: toFailure(error) });
      }
    },
    [client, run, figure],
  );
  useEffect(() => void read(0, []), [read]);
  return { behind, read };
}

/** The orders that a figure counts, newest first. */
export function BehindFigure(props: {
  readonly run: string;
  readonly figure: Figure;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { run, figure, onClose } = props;
  const { behind, read } = useBehind(run, figure);
  return (
    <section aria-label={figure.title}>
      <Button
        variant="subtle"
        className={styles.back}
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        onClick={onClose}
      >
        {t('zone-coverage.back')}
      </Button>
      <h2 className={sharedStyles.title}>{figure.title}</h2>
      {behind.type === 'loading' && <p aria-busy="true">{t('zone-coverage.reading')}</p>}
      {behind.type === 'failed' && (
        <FailureNotice failure={behind.failure} onRetry={() => void read(0, [])} />
      )}
      {behind.type === 'shown' && (
        <>
          <ul className={sharedStyles.plain}>
            {behind.orders.map((order) => (
              <PlacedRow key={order.id} order={order} />
            ))}
          </ul>
          {behind.next !== null && (
            <Button onClick={() => void read(behind.next ?? 0, behind.orders)}>
              {t('zone-coverage.more')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
