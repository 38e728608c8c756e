import { Button, Modal, PasswordInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../main/contract/profiles.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../shared/ui/use-submit.ts';
import styles from './settings.module.css';

/** Asks for the PIN of a profile; stays open and says why when it does not fit. */
export function PinDialog(props: {
  readonly profile: Profile;
  readonly onPin: (pin: string) => Promise<void>;
  readonly onClose: () => void;
}): ReactNode {
  const { profile, onPin, onClose } = props;
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const enter = (): Promise<void> => onPin(pin).finally(() => setPin(''));
  const { busy, failure, submit } = useSubmit(enter, onClose);
  return (
    <Modal
      opened
      size={360}
      title={t('settings.pin.title', { name: profile.name })}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form className={styles.form} onSubmit={submit}>
        <PasswordInput
          data-autofocus
          label={t('settings.pin')}
          value={pin}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          onChange={({ currentTarget }) => setPin(currentTarget.value.replaceAll(/\D/g, ''))}
          visibilityToggleButtonProps={{ 'aria-label': t('settings.pin.show') }}
        />
        {failure && <FailureNotice failure={failure} />}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" variant="filled" loading={busy} disabled={pin.length < 4}>
            {t('settings.profiles.switch')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
