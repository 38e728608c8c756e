import { Button } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './add-connection.module.css';
import form from './form.module.css';
import { problemsOf, type LoginDraft } from './login-draft.ts';
import { HostField, SecretFields } from './login-fields.tsx';
import { LoginHelp } from './login-help.tsx';

/** First step: the server and the login, with where to find it beside. */
export function LoginStep(props: {
  readonly draft: LoginDraft;
  readonly onChange: (change: Partial<LoginDraft>) => void;
  readonly onCancel: () => void;
  readonly onNext: () => void;
}): ReactNode {
  const { draft, onChange, onCancel, onNext } = props;
  const { t } = useTranslation();
  const [sent, setSent] = useState(false);
  const problems = sent ? problemsOf(draft) : {};
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    setSent(true);
    if (Object.keys(problemsOf(draft)).length === 0) onNext();
  };
  return (
    <div className={styles.columns}>
      <form className={form.form} onSubmit={send} noValidate>
        <HostField draft={draft} problems={problems} onChange={onChange} />
        <SecretFields draft={draft} problems={problems} onChange={onChange} />
        <div className={form.buttons}>
          <Button type="submit" variant="filled">
            {t('connections.add.test')}
          </Button>
          <Button onClick={onCancel}>{t('connections.add.cancel')}</Button>
        </div>
      </form>
      <LoginHelp kind={draft.kind} />
    </div>
  );
}
