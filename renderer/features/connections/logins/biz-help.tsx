import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../../shared/navigation/navigation.ts';
import styles from '../add-connection.module.css';
import { BizAdvice } from './biz-advice.tsx';

const STEPS = ['1', '2', '3', '4'] as const;

/** That iiko.biz is closed to newcomers, and for those who are in, where the login comes from. */
export function BizHelp(): ReactNode {
  const { t } = useTranslation();
  return (
    <aside className={styles.help} aria-label={t('iiko-biz.closed')}>
      <h2 className={styles.helpTitle}>
        <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
        {t('iiko-biz.closed')}
      </h2>
      <p className={styles.helpText}>{t('iiko-biz.closed.text')}</p>
      <Button onClick={() => navigate('connections', { add: 'iiko-cloud' })}>
        {t('iiko-biz.closed.cloud')}
      </Button>
      <BizAdvice
        steps={
          <ol className={styles.helpSteps}>
            {STEPS.map((step) => (
              <li key={step}>{t(`iiko-biz.help.${step}`)}</li>
            ))}
          </ol>
        }
      />
      <p className={styles.helpNote}>{t('connections.help.sealed')}</p>
    </aside>
  );
}
