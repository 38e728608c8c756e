import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionSync, SyncProgress, SyncSummary } from '../../../main/contract/sync.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { ConnectionStateText } from './connection-state-text.tsx';
import styles from './sync.module.css';

function Progress({ progress }: { readonly progress: SyncProgress }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { phase, done, total, etaMs, orders } = progress;
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  const parts = [
    t(`sync.phase.${phase}`),
    total !== null &&
      t('sync.progress.of', { done: format.number(done), total: format.number(total) }),
    t('sync.progress.orders', { count: orders, orders: format.number(orders) }),
    etaMs !== null && t('sync.progress.left', { duration: format.duration(etaMs) }),
  ];
  return (
    <div className={styles.progress}>
      <progress
        className={styles.bar}
        aria-label={t('sync.progress')}
        {...(share === null ? {} : { value: share, max: 1 })}
      />
      <span className={styles.note}>{parts.filter(Boolean).join(' · ')}</span>
    </div>
  );
}

function LastRun({ run }: { readonly run: SyncSummary }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = {
    time: format.moment(run.finishedAt),
    duration: format.duration(run.finishedAt - run.startedAt),
    seen: format.number(run.seen),
    created: format.number(run.created),
    changed: format.number(run.changed),
    requests: format.number(run.requests),
  };
  return <span className={styles.note}>{t(`sync.last.${run.outcome}`, figures)}</span>;
}

function Buttons(props: {
  readonly connection: ConnectionSync;
  /** The button on top already says «Обновить сейчас». */
  readonly only: boolean;
}): ReactNode {
  const { connection, only } = props;
  const { t } = useTranslation();
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const { connectionId, state } = connection;
  const act = (work: Promise<unknown>): void => void work.catch(notifyFailure);
  if (state.type === 'running') {
    return (
      <Button onClick={() => act(client.sync.cancel({ connectionId }))}>{t('sync.cancel')}</Button>
    );
  }
  if (state.type === 'paused') {
    return (
      <Button onClick={() => act(client.sync.setPaused({ connectionId, paused: false }))}>
        {t('sync.resume')}
      </Button>
    );
  }
  if (only) return null;
  return <Button onClick={() => act(client.sync.now({ connectionId }))}>{t('sync.now')}</Button>;
}

/** Every connection: what it does now, how it went last, and what can be done. */
export function ConnectionRows(props: {
  readonly connections: readonly ConnectionSync[];
}): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className={styles.rows} aria-label={t('sync.connections')}>
      {props.connections.map((connection) => {
        const { state, lastRun } = connection;
        const failing = state.type === 'waiting' || state.type === 'stopped';
        return (
          <li key={connection.connectionId} className={styles.row}>
            <div className={styles.rowHead}>
              <strong className={styles.name} title={connection.name}>
                {connection.name}
              </strong>
              <ConnectionStateText connection={connection} />
              <Buttons connection={connection} only={props.connections.length === 1} />
            </div>
            {state.type === 'running' && <Progress progress={state.progress} />}
            {failing && <FailureNotice failure={state.failure} />}
            {lastRun && state.type !== 'running' && <LastRun run={lastRun} />}
          </li>
        );
      })}
    </ul>
  );
}
