import { IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../add-connection.module.css';

const STEPS = ['1', '2', '3', '4'] as const;

/** What has to be set up in iikoOffice before. */
export function ServerHelp(): ReactNode {
  const { t } = useTranslation();
  return (
    <aside className={styles.help} aria-label={t('iiko-server.help')}>
      <h2 className={styles.helpTitle}>
        <IconKey size={16} stroke={1.75} aria-hidden />
        {t('iiko-server.help')}
      </h2>
      <ol className={styles.helpSteps}>
        {STEPS.map((step) => (
          <li key={step}>{t(`iiko-server.help.${step}`)}</li>
        ))}
      </ol>
      <p className={styles.helpNote}>{t('connections.help.sealed')}</p>
    </aside>
  );
}
