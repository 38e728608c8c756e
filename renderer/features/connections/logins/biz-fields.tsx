import { PasswordInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BizDraft } from './biz-draft.ts';
import type { LoginFieldsProps } from './login-kind.ts';

type Props = LoginFieldsProps<BizDraft>;

/** The server's address. */
export function BizSettings({ draft, problems, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  const problem = problems['host'];
  return (
    <TextInput
      label={t('connections.host')}
      description={t('iiko-biz.host.note')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={draft.host}
      spellCheck={false}
      error={problem && t(problem)}
      onChange={(event) => onChange({ host: event.currentTarget.value })}
    />
  );
}

/** The day of an unpaid invoice for the licence. */
export function BizInvoice({ draft, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <TextInput
      type="date"
      label={t('iiko-biz.invoice')}
      description={t('iiko-biz.invoice.note')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={draft.licenceInvoiceOn}
      onChange={(event) => onChange({ licenceInvoiceOn: event.currentTarget.value })}
    />
  );
}

/** The API user's id and secret. */
export function BizSecret({ draft, problems, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  const { userId, userSecret } = problems;
  return (
    <>
      <TextInput
        label={t('iiko-biz.user-id')}
        value={draft.userId}
        autoComplete="off"
        spellCheck={false}
        error={userId && t(userId)}
        onChange={(event) => onChange({ userId: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('iiko-biz.user-secret')}
        description={t('iiko-biz.user-secret.note')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.userSecret}
        autoComplete="off"
        spellCheck={false}
        visibilityToggleButtonProps={{ 'aria-label': t('connections.login.show') }}
        error={userSecret && t(userSecret)}
        onChange={(event) => onChange({ userSecret: event.currentTarget.value })}
      />
    </>
  );
}
