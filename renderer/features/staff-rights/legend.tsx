import { IconCheck, IconCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './staff-rights.module.css';

/** What the marks of the matrix mean. */
export function Legend(): ReactNode {
  const { t } = useTranslation();
  return (
    <p className={styles.legend}>
      <span>
        <IconCheck size={16} stroke={2} aria-hidden /> {t('staff-rights.advice.needed')}
      </span>
      <span>
        <IconCircle size={16} stroke={1.75} aria-hidden /> {t('staff-rights.advice.optional')}
      </span>
      <span>← {t('staff-rights.advice.implied.legend')}</span>
    </p>
  );
}
