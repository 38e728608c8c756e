import { Button, CloseButton, NumberInput, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../main/contract/connections.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { editDraftOf, problemsOfEdit, type EditDraft } from './edit-draft.ts';
import styles from './edit-connection.module.css';
import form from './form.module.css';
import { BIZ_LOGIN } from './logins/biz-login.ts';
import { CLOUD_LOGIN } from './logins/cloud-login.ts';
import type { LoginKind } from './logins/login-kind.ts';
import { SERVER_LOGIN } from './logins/server-login.ts';
import { OrganizationsForm } from './organizations-form.tsx';
import { useSaveConnection } from './use-save-connection.ts';

type Props<Draft> = Readonly<{
  draft: EditDraft<Draft>;
  onChange: (change: Partial<EditDraft<Draft>>) => void;
}>;

function Pace<Draft>({ draft, onChange }: Props<Draft>): ReactNode {
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

function Login<Draft>(
  props: Props<Draft> & { readonly kind: LoginKind<Draft>; readonly sent: boolean },
): ReactNode {
  const { kind, draft, onChange, sent } = props;
  const { t } = useTranslation();
  const problems = sent ? problemsOfEdit(kind, draft) : {};
  const change = (login: Partial<Draft>): void => onChange({ login: { ...draft.login, ...login } });
  const fields = { draft: draft.login, problems, onChange: change };
  return (
    <>
      <kind.Settings {...fields} />
      {draft.replaceSecret ? (
        <kind.Secret {...fields} />
      ) : (
        <div>
          <Button onClick={() => onChange({ replaceSecret: true })}>
            {t('connections.secret.replace')}
          </Button>
          <p className={form.note}>{t('connections.secret.kept')}</p>
        </div>
      )}
      {kind.Later && <kind.Later {...fields} />}
    </>
  );
}

type Card = Readonly<{ connection: Connection; onClose: () => void }>;

/** Everything of a connection that can be changed, in the side card. */
export function EditConnection(card: Card): ReactNode {
  switch (card.connection.vendor) {
    case BIZ_LOGIN.vendor:
      return <EditByLogin kind={BIZ_LOGIN} {...card} />;
    case SERVER_LOGIN.vendor:
      return <EditByLogin kind={SERVER_LOGIN} {...card} />;
    default:
      return <EditByLogin kind={CLOUD_LOGIN} {...card} />;
  }
}

function EditByLogin<Draft>(props: Card & { readonly kind: LoginKind<Draft> }): ReactNode {
  const { kind, connection, onClose } = props;
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => editDraftOf(kind, connection));
  const [sent, setSent] = useState(false);
  const { busy, failure, save } = useSaveConnection(kind, connection, onClose);
  const change = (part: Partial<EditDraft<Draft>>): void =>
    setDraft((one) => ({ ...one, ...part }));
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    setSent(true);
    if (Object.keys(problemsOfEdit(kind, draft)).length === 0) void save(draft);
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
        {!connection.demo && <Login kind={kind} draft={draft} onChange={change} sent={sent} />}
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
