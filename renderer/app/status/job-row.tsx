import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionSync } from '../../../main/contract/sync.ts';
import type { Instant } from '../../../main/domain/orders/order.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { ActivityText } from './activity-text.tsx';
import { activityOf } from './data-state.ts';
import { ProgressBar } from './progress-bar.tsx';
import { useProgressText } from './progress-text.ts';
import styles from './status-line.module.css';

function JobButtons({ connection }: { readonly connection: ConnectionSync }): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const { connectionId, state } = connection;
  const act = (work: Promise<unknown>) => void work.catch(notifyFailure);
  if (state.type === 'running')
    return (
      <Button onClick={() => act(client.sync.cancel({ connectionId }))}>
        {t('app.jobs.cancel')}
      </Button>
    );
  const paused = state.type === 'paused';
  return (
    <>
      {!paused && (
        <Button onClick={() => act(client.sync.now({ connectionId }))}>{t('app.jobs.now')}</Button>
      )}
      <Button onClick={() => act(client.sync.setPaused({ connectionId, paused: !paused }))}>
        {t(paused ? 'app.jobs.resume' : 'app.jobs.pause')}
      </Button>
    </>
  );
}

/** One connection's sync: what it does, since when, and what can be done about it. */
export function JobRow(props: {
  readonly connection: ConnectionSync;
  readonly now: Instant;
}): ReactNode {
  const { connection, now } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const progressText = useProgressText();
  const { state, lastRun, name } = connection;
  const failure = state.type === 'waiting' || state.type === 'stopped' ? state.failure : null;
  return (
    <section className={styles.job}>
      <div className={styles.row}>
        <span className={styles.name}>{name}</span>
        <JobButtons connection={connection} />
      </div>
      {state.type === 'running' && <ProgressBar progress={state.progress} wide />}
      {state.type === 'running' && (
        <div className={styles.note}>{progressText(state.progress)}</div>
      )}
      {!failure && state.type !== 'running' && (
        <div className={styles.note}>
          <ActivityText activity={activityOf([connection])} now={now} />
        </div>
      )}
      {state.type === 'waiting' && (
        <div className={styles.note}>
          {t('app.status.retry-in', { duration: format.duration(state.retryAt - now + 999) })}
        </div>
      )}
      {failure && <FailureNotice failure={failure} />}
      {lastRun && (
        <div className={styles.note}>
          {t('app.jobs.last', {
            time: format.moment(lastRun.finishedAt),
            created: format.number(lastRun.created),
            changed: format.number(lastRun.changed),
          })}
        </div>
      )}
    </section>
  );
}
