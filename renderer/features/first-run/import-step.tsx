import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../main/contract/connections.ts';
import type { SyncProgress, SyncState } from '../../../main/contract/sync.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import styles from './first-run.module.css';
import { importOf, useImport, type Import } from './use-import.ts';

function Bar({ progress }: { readonly progress: SyncProgress | null }): ReactNode {
  const { t } = useTranslation();
  const known = progress !== null && progress.total !== null && progress.total > 0;
  const share = known ? { value: progress.done, max: progress.total ?? 1 } : {};
  return <progress className={styles.bar} aria-label={t('first-run.import.progress')} {...share} />;
}

function ProgressText({ progress }: { readonly progress: SyncProgress | null }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (!progress) return <span className={styles.note}>{t('first-run.import.beginning')}</span>;
  const { phase, done, total, etaMs } = progress;
  const parts = [
    t(`first-run.phase.${phase}`),
    total !== null &&
      t('first-run.import.of', { done: format.number(done), total: format.number(total) }),
    etaMs !== null && t('first-run.import.left', { duration: format.duration(etaMs) }),
  ];
  return <span className={styles.note}>{parts.filter(Boolean).join(' · ')}</span>;
}

function Running({ running }: { readonly running: Extract<Import, { type: 'running' }> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { progress } = running;
  const orders = progress?.orders ?? 0;
  return (
    <div className={styles.area}>
      <p className={styles.count} aria-live="polite">
        {t('first-run.import.orders', { count: orders, orders: format.number(orders) })}
      </p>
      <Bar progress={progress} />
      <ProgressText progress={progress} />
    </div>
  );
}

function Trouble(props: {
  readonly state: Extract<SyncState, { type: 'waiting' | 'stopped' }>;
  readonly connectionId: number;
}): ReactNode {
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const { connectionId } = props;
  const retry = (): void => void client.sync.now({ connectionId }).catch(notifyFailure);
  return (
    <div className={styles.area}>
      <FailureNotice failure={props.state.failure} onRetry={retry} />
    </div>
  );
}

/** The first import with its progress; the list may be opened before it is done. */
export function ImportStep(props: {
  readonly connection: Connection;
  readonly onFinish: () => void;
}): ReactNode {
  const { connection, onFinish } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const state = importOf(useImport(connection.id));
  const done = state.type === 'done';
  return (
    <>
      <p className={styles.lead}>
        {t(done ? 'first-run.import.done.text' : 'first-run.import.text', {
          name: connection.name,
        })}
      </p>
      {state.type === 'running' && <Running running={state} />}
      {state.type === 'trouble' && <Trouble state={state.state} connectionId={connection.id} />}
      {done && (
        <div className={styles.area}>
          <p className={styles.ready}>
            <IconCircleCheck size={22} stroke={1.75} aria-hidden />
            {t('first-run.import.done', {
              count: state.orders,
              orders: format.number(state.orders),
            })}
          </p>
        </div>
      )}
      <div className={styles.buttons}>
        <Button variant="filled" size="sm" onClick={onFinish}>
          {t('first-run.import.open')}
        </Button>
        {!done && <span className={styles.note}>{t('first-run.import.need-not-wait')}</span>}
      </div>
    </>
  );
}
