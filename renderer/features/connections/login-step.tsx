import { Button } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './add-connection.module.css';
import form from './form.module.css';
import type { LoginKind } from './logins/login-kind.ts';

/** First step: the server and the login, with where to find it beside. */
export function LoginStep<Draft>(props: {
  readonly kind: LoginKind<Draft>;
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onCancel: () => void;
  readonly onNext: () => void;
}): ReactNode {
  const { kind, draft, onChange, onCancel, onNext } = props;
  const { t } = useTranslation();
  const [sent, setSent] = useState(false);
  const found = { ...kind.settingProblems(draft), ...kind.secretProblems(draft) };
  const fields = { draft, problems: sent ? found : {}, onChange };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    setSent(true);
    if (Object.keys(found).length === 0) onNext();
  };
  return (
    <div className={styles.columns}>
      <form className={form.form} onSubmit={send} noValidate>
        <kind.Settings {...fields} />
        <kind.Secret {...fields} />
        <div className={form.buttons}>
          <Button type="submit" variant="filled">
            {t('connections.add.test')}
          </Button>
          <Button onClick={onCancel}>{t('connections.add.cancel')}</Button>
        </div>
      </form>
      <kind.Help draft={draft} />
    </div>
  );
}
