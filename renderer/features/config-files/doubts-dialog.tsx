import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileSlice } from './file-slice.ts';
import type { ShownFile } from './file-state.ts';
import styles from './panel.module.css';

/** Says exactly what a write would do that cannot simply be done, and asks once. */
export function DoubtsDialog(props: {
  readonly asking: NonNullable<ShownFile['asking']>;
  readonly slice: FileSlice;
}): ReactNode {
  const { asking, slice } = props;
  const { t } = useTranslation();
  return (
    <Modal
      opened
      title={t('terminals.doubts.title')}
      closeButtonProps={{ 'aria-label': t('terminals.close') }}
      onClose={slice.settle}
    >
      <div className={styles.form}>
        <ul className={styles.doubts}>
          {asking.doubts.map((doubt) => (
            <li key={doubt}>{t(`terminals.doubt.${doubt}`)}</li>
          ))}
        </ul>
        <div className={styles.buttons}>
          <Button
            variant="filled"
            color="danger"
            onClick={() => void slice.write(asking.write, asking.doubts)}
          >
            {t('terminals.doubts.write')}
          </Button>
          <Button data-autofocus onClick={slice.settle}>
            {t('terminals.cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
