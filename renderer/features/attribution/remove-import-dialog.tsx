import { Button, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TouchImport } from '../../../main/contract/attribution.ts';
import styles from './attribution.module.css';

/** Says what goes with an import: only the file itself brings it back. */
export function RemoveImportDialog(props: {
  readonly file: TouchImport;
  readonly onRemove: () => Promise<void>;
  readonly onClose: () => void;
}): ReactNode {
  const { file, onRemove, onClose } = props;
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const remove = (): void => {
    setBusy(true);
    void onRemove().finally(onClose);
  };
  return (
    <Modal
      opened
      size={440}
      title={t('attribution.import.remove.title', { file: file.fileName })}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className={styles.form}>
        <span>{t('attribution.import.remove.text')}</span>
        <div className={styles.buttons}>
          <Button data-autofocus onClick={onClose}>
            {t('attribution.import.remove.keep')}
          </Button>
          <Button variant="filled" color="danger" loading={busy} onClick={remove}>
            {t('attribution.import.remove.do')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
