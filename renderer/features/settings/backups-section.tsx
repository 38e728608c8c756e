import { Loader } from '@mantine/core';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { BackupState } from '../../../main/contract/backups.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useMay } from '../../bridge/session-context.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { BackupList } from './backup-list.tsx';
import { BackupPlanRows } from './backup-plan-rows.tsx';
import { createBackupsSlice } from './backups-slice.ts';
import { DataFolderRows } from './data-folder-rows.tsx';
import { MoveRow } from './move-row.tsx';
import { SettingsGroup } from './settings-group.tsx';
import styles from './settings.module.css';
import { useBackupActs } from './use-backup-acts.ts';

function Shown({ state }: { readonly state: BackupState }): ReactNode {
  const { t } = useTranslation();
  const mayEdit = useMay('edit-settings');
  const acts = useBackupActs(state);
  return (
    <>
      <SettingsGroup title={t('backups.folder')}>
        <DataFolderRows state={state} />
        <MoveRow moving={state.moving} mayEdit={mayEdit} onMove={acts.move} />
      </SettingsGroup>
      <SettingsGroup title={t('backups.plan')}>
        <BackupPlanRows state={state} mayEdit={mayEdit} onChange={acts.change} />
      </SettingsGroup>
      <BackupList state={state} mayEdit={mayEdit} acts={acts} />
    </>
  );
}

/** Where the data lies, how it is copied, and the way back. */
export function BackupsSection(): ReactNode {
  const client = useClient();
  const { t } = useTranslation();
  const slice = useMemo(() => createBackupsSlice(client), [client]);
  const shown = useStore(slice.store);
  useEffect(() => slice.follow(), [slice]);
  switch (shown.type) {
    case 'loading':
      return <Loader size="sm" aria-label={t('backups.title')} className={styles.note} />;
    case 'failed':
      return <FailureNotice failure={shown.failure} onRetry={() => void slice.reread()} />;
    case 'shown':
      return <Shown state={shown.state} />;
  }
}
