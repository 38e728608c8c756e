import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileSlice } from './file-slice.ts';
import type { ShownFile } from './file-state.ts';
import styles from './panel.module.css';
import { VersionList } from './version-list.tsx';

function WayBack({ state, slice }: { readonly state: ShownFile; readonly slice: FileSlice }) {
  const { t } = useTranslation();
  const { canUndo, canRedo, file } = state.opened;
  const idle = !state.busy && !state.draft && file.editable;
  return (
    <span className={styles.titleButtons}>
      <ActionIcon
        aria-label={t('terminals.undo')}
        title={t('terminals.undo')}
        disabled={!canUndo || !idle}
        onClick={() => void slice.write({ type: 'undo' })}
      >
        <IconArrowBackUp size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
      <ActionIcon
        aria-label={t('terminals.redo')}
        title={t('terminals.redo')}
        disabled={!canRedo || !idle}
        onClick={() => void slice.write({ type: 'redo' })}
      >
        <IconArrowForwardUp size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </span>
  );
}

/** Every version that was ever seen, newest first: who, when, why, and the way back. */
export function HistoryPanel(props: {
  readonly state: ShownFile;
  readonly slice: FileSlice;
}): ReactNode {
  const { state, slice } = props;
  const { file, versionId } = state.opened;
  return (
    <VersionList
      fileId={file.id}
      content={versionId}
      mayRestore={file.editable}
      onRestore={(version, why) =>
        void slice.write({ type: 'save', change: { type: 'version', versionId: version }, why })
      }
      buttons={<WayBack state={state} slice={slice} />}
    />
  );
}
