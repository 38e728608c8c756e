import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupState } from '../../../main/contract/backups.ts';
import { FolderWarning } from './folder-warning.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';

type Moving = Readonly<{ mayEdit: boolean; onMove(folder: string | null): void }>;

function MoveField({ mayEdit, onMove }: Moving): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const folder = typed.trim();
  const move = (): void => {
    if (folder !== '') onMove(folder);
  };
  return (
    <SettingRow title={t('backups.move')} note={t('backups.move.note')}>
      <TextInput
        w={320}
        aria-label={t('backups.move')}
        placeholder={t('backups.move.placeholder')}
        disabled={!mayEdit}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && move()}
      />
      <Button disabled={!mayEdit || folder === ''} onClick={move}>
        {t('backups.move.do')}
      </Button>
    </SettingRow>
  );
}

/** Where the next start moves the data, with the way back and what speaks against that place. */
export function MoveRow(props: Moving & Pick<BackupState, 'moving'>): ReactNode {
  const { moving, mayEdit, onMove } = props;
  const { t } = useTranslation();
  if (moving === null) return <MoveField mayEdit={mayEdit} onMove={onMove} />;
  const places = moving.doubts.map((doubt) => t(`backups.place.${doubt}`));
  return (
    <>
      {places.length > 0 && (
        <FolderWarning text={t('backups.move.doubt', { place: places.join(', ') })} />
      )}
      <div className={`${styles.row} ${styles.warning}`} role="status">
        <div className={styles.words}>{t('backups.moving', { folder: moving.folder })}</div>
        <Button disabled={!mayEdit} onClick={() => onMove(null)}>
          {t('backups.stay')}
        </Button>
      </div>
    </>
  );
}
