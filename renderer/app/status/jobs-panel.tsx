import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionSync } from '../../../main/contract/sync.ts';
import type { Instant } from '../../../main/domain/orders/order.ts';
import { ActivityText } from './activity-text.tsx';
import type { Activity } from './data-state.ts';
import { JobRow } from './job-row.tsx';
import styles from './status-line.module.css';

/** What runs now in one line; opens the panel with all jobs. */
export function JobsPanel(props: {
  readonly activity: Activity;
  readonly connections: readonly ConnectionSync[];
  readonly now: Instant;
}): ReactNode {
  const { activity, connections, now } = props;
  const { t } = useTranslation();
  return (
    <Popover position="top-end" offset={4} trapFocus withRoles>
      <Popover.Target>
        <button type="button" className={styles.item}>
          <ActivityText activity={activity} now={now} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('app.jobs')}>
        <div className={styles.panel}>
          {connections.length === 0 && <span className={styles.note}>{t('app.jobs.none')}</span>}
          {connections.map((connection) => (
            <JobRow key={connection.connectionId} connection={connection} now={now} />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
