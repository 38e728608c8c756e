import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigDoubt } from '../../../main/contract/config-changes.ts';
import styles from './panel.module.css';

/** Says exactly what a write would do that cannot simply be done, and asks once. */
export function DoubtsDialog(props: {
  readonly doubts: readonly ConfigDoubt[];
  readonly onWrite: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { doubts, onWrite, onClose } = props;
  const { t } = useTranslation();
  return (
    <Modal
      opened
      title={t('terminals.doubts.title')}
      closeButtonProps={{ 'aria-label': t('terminals.close') }}
      onClose={onClose}
    >
      <div className={styles.form}>
        <ul className={styles.doubts}>
          {doubts.map((doubt) => (
            <li key={doubt}>{t(`terminals.doubt.${doubt}`)}</li>
          ))}
        </ul>
        <div className={styles.buttons}>
          <Button variant="filled" color="danger" onClick={onWrite}>
            {t('terminals.doubts.write')}
          </Button>
          <Button data-autofocus onClick={onClose}>
            {t('terminals.cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
