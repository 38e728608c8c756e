import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncProgress } from '../../../main/contract/sync.ts';
import styles from './status-line.module.css';

/** Done of total; a moving piece while nobody knows the total. */
export function ProgressBar(props: {
  readonly progress: SyncProgress;
  readonly wide?: boolean;
}): ReactNode {
  const { progress, wide } = props;
  const { t } = useTranslation();
  const { done, total } = progress;
  const percent = total === null || total === 0 ? null : Math.min(100, (done / total) * 100);
  const value = percent === null ? {} : { 'aria-valuenow': Math.round(percent) };
  return (
    <span
      className={`${styles.progress} ${wide ? styles.wide : ''}`}
      role="progressbar"
      aria-label={t('app.jobs.progress')}
      {...value}
    >
      <span
        className={`${styles.bar} ${percent === null ? styles.unknown : ''}`}
        style={percent === null ? { display: 'block' } : { display: 'block', width: `${percent}%` }}
      />
    </span>
  );
}
