import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FailureData } from '../../../main/domain/failure.ts';
import styles from './failure-notice.module.css';
import { failureText } from './failure-text.ts';

type Shown = Readonly<Pick<FailureData, 'kind' | 'code' | 'params'>> &
  Readonly<{ reference?: string | undefined }>;

/** An error where it arose: what happened, why, what to do, a button that does it, a reference number. */
export function FailureNotice(props: {
  readonly failure: Shown;
  readonly onRetry?: (() => void) | undefined;
  /** A better button than «Повторить», where there is one. */
  readonly action?: ReactNode;
}): ReactNode {
  const { failure, onRetry, action } = props;
  const { t, i18n } = useTranslation();
  const { title, why, advice } = failureText(i18n, failure);
  return (
    <div className={styles.notice} role="alert">
      <IconAlertTriangle className={styles.mark} size={18} stroke={1.75} aria-hidden />
      <div className={styles.text}>
        <strong>{title}</strong>
        {why && <span>{why}</span>}
        {advice && <span className={styles.advice}>{advice}</span>}
        {failure.reference && (
          <span className={styles.reference}>
            {t('failure.reference', { reference: failure.reference })}
          </span>
        )}
        {(onRetry || action) && (
          <div className={styles.actions}>
            {action}
            {onRetry && <Button onClick={onRetry}>{t('failure.retry')}</Button>}
          </div>
        )}
      </div>
    </div>
  );
}
