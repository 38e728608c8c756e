import { Button, CloseButton, NumberInput, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../main/contract/connections.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { editDraftOf, problemsOfEdit, type EditDraft } from './edit-draft.ts';
import styles from './edit-connection.module.css';
import form from './form.module.css';
import { HostField, SecretFields } from './login-fields.tsx';
import { OrganizationsForm } from './organizations-form.tsx';
import { useSaveConnection } from './use-save-connection.ts';

type Props = Readonly<{ draft: EditDraft; onChange: (change: Partial<EditDraft>) => void }>;

function Pace({ draft, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={form.row}>
      <NumberInput
        label={t('connections.history')}
        min={1}
        max={3650}
        allowDecimal={false}
        value={draft.historyDays}
        onChange={(days) => onChange({ historyDays: Number(days) || 1 })}
      />
      <NumberInput
        label={t('connections.poll')}
        min={10}
        max={3600}
        allowDecimal={false}
        value={draft.pollSeconds}
        onChange={(seconds) => onChange({ pollSeconds: Number(seconds) || 45 })}
      />
    </div>
  );
}

function Login({ draft, onChange, sent }: Props & { readonly sent: boolean }): ReactNode {
  const { t } = useTranslation();
  const problems = sent ? problemsOfEdit(draft) : {};
  const change = (login: Partial<EditDraft['login']>): void =>
    onChange({ login: { ...draft.login, ...login } });
  const fields = { draft: draft.login, problems, onChange: change };
  return (
    <>
      <HostField {...fields} />
      {draft.replaceSecret ? (
        <SecretFields {...fields} />
      ) : (
        <div>
          <Button onClick={() => onChange({ replaceSecret: true })}>
            {t('connections.secret.replace')}
          </Button>
          <p className={form.note}>{t('connections.secret.kept')}</p>
        </div>
      )}
    </>
  );
}

/** Everything of a connection that can be changed, in the side card. */
export function EditConnection(props: {
  readonly connection: Connection;
  readonly onClose: () => void;
}): ReactNode {
  const { connection, onClose } = props;
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => editDraftOf(connection));
  const [sent, setSent] = useState(false);
  const { busy, failure, save } = useSaveConnection(connection, onClose);
  const change = (part: Partial<EditDraft>): void => setDraft((one) => ({ ...one, ...part }));
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    setSent(true);
    if (Object.keys(problemsOfEdit(draft)).length === 0) void save(draft);
  };
  return (
    <form className={styles.card} onSubmit={send} noValidate>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('connections.edit.title')}</h2>
        <CloseButton aria-label={t('connections.edit.close')} onClick={onClose} />
      </header>
      <div className={`${form.form} ${styles.body}`}>
        <TextInput
          label={t('connections.name')}
          required
          withAsterisk={false}
          maxLength={100}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          data-autofocus
        />
        {!connection.demo && <Login draft={draft} onChange={change} sent={sent} />}
        <Pace draft={draft} onChange={change} />
        <OrganizationsForm
          connection={connection}
          drafts={draft.organizations}
          onChange={(organizations) => change({ organizations })}
        />
        {failure && <FailureNotice failure={failure} />}
      </div>
      <footer className={styles.foot}>
        <Button type="submit" variant="filled" loading={busy} disabled={draft.name.trim() === ''}>
          {t('connections.edit.save')}
        </Button>
        <Button onClick={onClose}>{t('connections.add.cancel')}</Button>
      </footer>
    </form>
  );
}
