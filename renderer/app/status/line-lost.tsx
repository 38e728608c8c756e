import { IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './status-line.module.css';

/** The window is open but the program behind it is gone. */
export function LineLost(): ReactNode {
  const { t } = useTranslation();
  return (
    <span className={`${styles.item} ${styles.failing}`} role="alert">
      <IconPlugConnectedX size={14} aria-hidden /> {t('app.status.line-lost')}
    </span>
  );
}
