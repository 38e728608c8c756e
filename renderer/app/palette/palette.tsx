import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PaletteBody } from './palette-body.tsx';
import styles from './palette.module.css';

/** Ctrl+K: go anywhere, do anything. */
export function Palette(props: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { opened, onClose } = props;
  const { t } = useTranslation();
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={600}
      yOffset="12vh"
      centered={false}
      classNames={{ content: styles.content ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('app.palette')}>
        <PaletteBody onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}
