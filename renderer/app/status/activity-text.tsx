import { IconAlertTriangleFilled, IconPlayerPauseFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../main/domain/assert-never.ts';
import type { Instant } from '../../../main/domain/orders/order.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { failureText } from '../../shared/ui/failure-text.ts';
import type { Activity } from './data-state.ts';
import { ProgressBar } from './progress-bar.tsx';
import { useProgressText } from './progress-text.ts';
import styles from './status-line.module.css';

/** One line for all jobs: progress, trouble, pause, or when the next run comes. */
export function ActivityText(props: {
  readonly activity: Activity;
  readonly now: Instant;
}): ReactNode {
  const { activity, now } = props;
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const progressText = useProgressText();
  const until = (key: 'next' | 'retry', instant: Instant): string =>
    instant <= now
      ? t(`app.status.${key}-now`)
      : t(`app.status.${key}-in`, { duration: format.duration(instant - now + 999) });
  switch (activity.type) {
    case 'none':
      return t('app.status.no-connections');
    case 'running':
      return (
        <>
          <ProgressBar progress={activity.progress} />
          <span>{progressText(activity.progress)}</span>
        </>
      );
    case 'failing':
      return (
        <span className={`${styles.item} ${styles.failing}`}>
          <IconAlertTriangleFilled size={12} aria-hidden />
          {failureText(i18n, activity.failure).title}
          {activity.retryAt !== null && ` · ${until('retry', activity.retryAt)}`}
        </span>
      );
    case 'paused':
      return (
        <>
          <IconPlayerPauseFilled size={12} aria-hidden /> {t('app.status.paused')}
        </>
      );
    case 'idle':
      return activity.nextAt === null ? t('app.status.idle') : until('next', activity.nextAt);
    default:
      return assertNever(activity);
  }
}
