import { Button, Modal, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../main/contract/profiles.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../shared/ui/use-submit.ts';
import { Choice } from './choice.tsx';
import { PinField } from './pin-field.tsx';
import { draftOf, isComplete, withPreset, type ProfileDraft } from './profile-draft.ts';
import { RightsField } from './rights-field.tsx';
import styles from './settings.module.css';

const PRESETS = ['manager', 'operator', 'installer'] as const;

/** Adds a profile, or changes one: name, preset, rights, PIN. */
export function ProfileDialog(props: {
  /** Null: a new one. */
  readonly profile: Profile | null;
  readonly onSave: (draft: ProfileDraft) => Promise<void>;
  readonly onClose: () => void;
}): ReactNode {
  const { profile, onSave, onClose } = props;
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => draftOf(profile));
  const { busy, failure, submit } = useSubmit(() => onSave(draft), onClose);
  const title = t(profile ? 'settings.profiles.change' : 'settings.profiles.add');
  return (
    <Modal
      opened
      size={560}
      title={title}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          data-autofocus
          required
          withAsterisk={false}
          label={t('settings.profiles.name')}
          placeholder={t('settings.profiles.name.example')}
          maxLength={60}
          value={draft.name}
          onChange={({ currentTarget }) => setDraft({ ...draft, name: currentTarget.value })}
        />
        <div className={styles.field}>
          <span>{t('settings.profiles.preset')}</span>
          <Choice
            label={t('settings.profiles.preset')}
            value={draft.preset}
            options={PRESETS.map((value) => ({ value, label: t(`settings.preset.${value}`) }))}
            onChoose={(preset) => setDraft(withPreset(draft, preset))}
          />
        </div>
        <RightsField draft={draft} onChange={setDraft} />
        <PinField draft={draft} hasPin={profile?.hasPin ?? false} onChange={setDraft} />
        {failure && <FailureNotice failure={failure} />}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" variant="filled" loading={busy} disabled={!isComplete(draft)}>
            {t('app.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
