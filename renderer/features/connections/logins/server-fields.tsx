import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import form from '../form.module.css';
import type { LoginFieldsProps } from './login-kind.ts';
import { serverUrlOf, withHost, type ServerDraft } from './server-draft.ts';
import styles from './server-certificate.module.css';

type Props = LoginFieldsProps<ServerDraft>;

const SHORT = 11;

/** The server's address, and the certificate that is trusted, if one was accepted. */
export function ServerSettings({ draft, problems, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  const problem = problems['host'];
  const plain = draft.host.trim() !== '' && serverUrlOf(draft)?.protocol === 'http:';
  return (
    <>
      <TextInput
        label={t('iiko-server.host')}
        description={t('iiko-server.host.note')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.host}
        spellCheck={false}
        error={problem && t(problem)}
        onChange={(event) => onChange(withHost(draft, event.currentTarget.value))}
      />
      {plain && <p className={form.note}>{t('iiko-server.plain')}</p>}
      {draft.fingerprint !== '' && (
        <div className={styles.trusted}>
          <IconShieldCheck size={16} stroke={1.75} aria-hidden />
          <span title={draft.fingerprint}>
            {t('iiko-server.certificate.trusted', { short: draft.fingerprint.slice(0, SHORT) })}
          </span>
          <Button variant="subtle" onClick={() => onChange({ fingerprint: '' })}>
            {t('iiko-server.certificate.forget')}
          </Button>
        </div>
      )}
    </>
  );
}

/** The employee's login and password. */
export function ServerSecret({ draft, problems, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  const { login, password } = problems;
  return (
    <>
      <TextInput
        label={t('iiko-server.login')}
        value={draft.login}
        autoComplete="off"
        spellCheck={false}
        error={login && t(login)}
        onChange={(event) => onChange({ login: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('iiko-server.password')}
        description={t('iiko-server.password.note')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.password}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('connections.login.show') }}
        error={password && t(password)}
        onChange={(event) => onChange({ password: event.currentTarget.value })}
      />
    </>
  );
}
