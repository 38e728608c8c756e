import { PasswordInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './form.module.css';
import { KNOWN_HOSTS, type HostChoice, type LoginDraft } from './login-draft.ts';
import type { LoginFieldsProps } from './logins/login-kind.ts';

type Props = LoginFieldsProps<LoginDraft>;

/** Which server answers: the two known ones, or an address of one's own. */
export function HostField({ draft, problems, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  const choices = (['russia', 'syrve', 'other'] as const).map((value) => ({
    value,
    label: t(`connections.host.${value}`),
  }));
  const known = draft.hostChoice === 'other' ? null : KNOWN_HOSTS[draft.hostChoice];
  return (
    <>
      <Select
        label={t('connections.host')}
        data={choices}
        value={draft.hostChoice}
        allowDeselect={false}
        description={known}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(value) => onChange({ hostChoice: (value ?? 'russia') as HostChoice })}
      />
      {draft.hostChoice === 'other' && (
        <TextInput
          label={t('connections.host.address')}
          placeholder="https://"
          value={draft.otherHost}
          error={problems['otherHost'] && t(`connections.problem.${problems['otherHost']}`)}
          onChange={(event) => onChange({ otherHost: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function SecretField(
  props: Props & { readonly field: 'apiLogin' | 'apiKey' | 'clientSecret' },
): ReactNode {
  const { draft, problems, onChange, field } = props;
  const { t } = useTranslation();
  const problem = problems[field];
  return (
    <PasswordInput
      label={t(`connections.login.${field}`)}
      value={draft[field]}
      autoComplete="off"
      spellCheck={false}
      visibilityToggleButtonProps={{ 'aria-label': t('connections.login.show') }}
      error={problem && t(`connections.problem.${problem}`)}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
}

/** The login in either of the vendor's two kinds. */
export function SecretFields(props: Props): ReactNode {
  const { draft, problems, onChange } = props;
  const { t } = useTranslation();
  const kinds = (['api-login', 'api-key'] as const).map((value) => ({
    value,
    label: t(`connections.login.${value}`),
  }));
  return (
    <>
      <div className={styles.field}>
        <span className={styles.label}>{t('connections.login.kind')}</span>
        <SegmentedControl
          aria-label={t('connections.login.kind')}
          data={kinds}
          value={draft.kind}
          onChange={(kind) => onChange({ kind: kind as LoginDraft['kind'] })}
        />
      </div>
      {draft.kind === 'api-login' ? (
        <SecretField {...props} field="apiLogin" />
      ) : (
        <>
          <SecretField {...props} field="apiKey" />
          <TextInput
            label={t('connections.login.appId')}
            value={draft.appId}
            autoComplete="off"
            spellCheck={false}
            placeholder="00000000-0000-0000-0000-000000000000"
            error={problems['appId'] && t(`connections.problem.${problems['appId']}`)}
            onChange={(event) => onChange({ appId: event.currentTarget.value })}
          />
          <SecretField {...props} field="clientSecret" />
        </>
      )}
    </>
  );
}
