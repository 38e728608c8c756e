import { Button, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../main/contract/profiles.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { toFailure } from '../../bridge/to-failure.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import styles from './settings.module.css';

/** Says exactly what goes with a profile: its views and columns cannot be brought back. */
export function RemoveDialog(props: {
  readonly profile: Profile;
  readonly onRemove: () => Promise<void>;
  readonly onClose: () => void;
}): ReactNode {
  const { profile, onRemove, onClose } = props;
  const { t } = useTranslation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = (): void =>
    void onRemove().then(onClose, (error: unknown) => setFailure(toFailure(error)));
  return (
    <Modal
      opened
      size={440}
      title={t('settings.remove.title', { name: profile.name })}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className={styles.form}>
        <span>{t('settings.remove.text')}</span>
        {failure && <FailureNotice failure={failure} />}
        <div className={styles.buttons}>
          <Button data-autofocus onClick={onClose}>
            {t('settings.remove.keep')}
          </Button>
          <Button variant="filled" color="danger" onClick={remove}>
            {t('settings.remove.do')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
