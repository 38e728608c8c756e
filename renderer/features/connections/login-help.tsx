import { IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './add-connection.module.css';
import type { LoginDraft } from './login-draft.ts';

/** Where the login is found in iikoWeb, step by step, for the kind being typed. */
export function LoginHelp({ draft }: { readonly draft: LoginDraft }): ReactNode {
  const { t } = useTranslation();
  const { kind } = draft;
  const steps = kind === 'api-login' ? ['1', '2', '3', '4'] : ['1', '2', '3'];
  return (
    <aside className={styles.help} aria-label={t('connections.help.title')}>
      <h2 className={styles.helpTitle}>
        <IconKey size={16} stroke={1.75} aria-hidden />
        {t('connections.help.title')}
      </h2>
      <ol className={styles.helpSteps}>
        {steps.map((step) => (
          <li key={step}>{t(`connections.help.${kind}.${step}`)}</li>
        ))}
      </ol>
      <p className={styles.helpNote}>{t('connections.help.sealed')}</p>
    </aside>
  );
}
