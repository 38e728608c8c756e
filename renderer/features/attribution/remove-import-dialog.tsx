import { Button, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './attribution.module.css';

/** Says what goes with an import: only the file itself brings it back. */
export function RemoveImportDialog(props: {
  readonly fileName: string;
  readonly text: string;
  readonly onRemove: () => Promise<void>;
  readonly onClose: () => void;
}): ReactNode {
  const { fileName, text, onRemove, onClose } = props;
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
      title={t('attribution.import.remove.title', { file: fileName })}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className={styles.form}>
        <span>{text}</span>
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
