import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from './choice.tsx';
import type { ProfileDraft } from './profile-draft.ts';
import styles from './settings.module.css';

/** Whether the profile is entered by a PIN, and by which. */
export function PinField(props: {
  readonly draft: ProfileDraft;
  readonly hasPin: boolean;
  readonly onChange: (draft: ProfileDraft) => void;
}): ReactNode {
  const { draft, hasPin, onChange } = props;
  const { t } = useTranslation();
  const choices = hasPin ? (['keep', 'set', 'none'] as const) : (['none', 'set'] as const);
  return (
    <div className={styles.field}>
      <span>{t('settings.pin')}</span>
      <Choice
        label={t('settings.pin')}
        value={draft.pinChoice}
        options={choices.map((value) => ({ value, label: t(`settings.pin.${value}`) }))}
        onChoose={(pinChoice) => onChange({ ...draft, pinChoice, pin: '' })}
      />
      {draft.pinChoice === 'set' && (
        <PasswordInput
          mt="xs"
          w={220}
          label={t('settings.pin.new')}
          value={draft.pin}
          inputMode="numeric"
          autoComplete="new-password"
          maxLength={12}
          onChange={({ currentTarget }) =>
            onChange({ ...draft, pin: currentTarget.value.replaceAll(/\D/g, '') })
          }
          visibilityToggleButtonProps={{ 'aria-label': t('settings.pin.show') }}
        />
      )}
      <span className={styles.note}>{t('settings.pin.note')}</span>
    </div>
  );
}
