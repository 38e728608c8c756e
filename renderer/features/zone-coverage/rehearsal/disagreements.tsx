import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapChoice, ZoneDisagreement } from '../../../../main/contract/zone-coverage.ts';
import type { Failure } from '../../../../main/domain/failure.ts';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { toFailure } from '../../../bridge/to-failure.ts';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import styles from '../zone-coverage.module.css';
import { PlacedRow } from './placed-list.tsx';

type State =
  | Readonly<{ type: 'idle' | 'reading' }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | Readonly<{ type: 'shown'; orders: readonly ZoneDisagreement[]; next: number | null }>;

const PAGE = 50;

/** Orders whose own zone is not the one that the map gives their address. */
export function Disagreements(props: {
  readonly period: Readonly<{ from: string; to: string }>;
  readonly map: MapChoice;
  readonly onShow: ((at: Position) => void) | null;
}): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const { period, map, onShow } = props;
  const [state, setState] = useState<State>({ type: 'idle' });
  const read = (before: number | null, known: readonly ZoneDisagreement[]): void => {
    if (before === null) setState({ type: 'reading' });
    client.zoneCoverage.disagreements({ period, map, before, count: PAGE }).then(
      ({ orders, next }) => setState({ type: 'shown', orders: [...known, ...orders], next }),
      (error: unknown) => setState({ type: 'failed', failure: toFailure(error) }),
    );
  };
  return (
    <section aria-label={t('zone-coverage.disagreements')}>
      <h2 className={styles.title}>{t('zone-coverage.disagreements')}</h2>
      <p className={styles.quiet}>{t('zone-coverage.disagreements.note')}</p>
      <Button loading={state.type === 'reading'} onClick={() => read(null, [])}>
        {t('zone-coverage.disagreements.find')}
      </Button>
      {state.type === 'failed' && (
        <FailureNotice failure={state.failure} onRetry={() => read(null, [])} />
      )}
      {state.type === 'shown' && state.orders.length === 0 && (
        <p role="status">{t('zone-coverage.disagreements.none')}</p>
      )}
      {state.type === 'shown' && (
        <ul className={styles.plain}>
          {state.orders.map((order) => (
            <PlacedRow
              key={order.id}
              order={order}
              more={
                <span className={styles.warned} onMouseEnter={() => onShow?.(order.position)}>
                  {t('zone-coverage.disagreements.zone', {
                    told: order.zone,
                    map: order.mapZone ?? t('zone-coverage.disagreements.nowhere'),
                  })}
                </span>
              }
            />
          ))}
        </ul>
      )}
      {state.type === 'shown' && state.next !== null && (
        <Button onClick={() => read(state.next, state.orders)}>{t('zone-coverage.more')}</Button>
      )}
    </section>
  );
}
