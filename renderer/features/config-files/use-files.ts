import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { OpenConfigFile } from '../../../main/contract/config-files.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useDid } from '../../shared/undo/undo-context.tsx';
import { createFileSlice, type FileSlice } from './file-slice.ts';
import type { FileState } from './file-state.ts';
import type { FileWrite } from './file-write.ts';
import { createFilesSlice, type FilesSlice, type FilesState } from './files-slice.ts';

/** The list of files, kept fresh while the screen is shown. */
export function useFilesSlice(): Readonly<{ slice: FilesSlice; state: FilesState }> {
  const client = useClient();
  const slice = useMemo(() => createFilesSlice(client), [client]);
  useEffect(() => {
    void slice.read();
    return slice.follow();
  }, [slice]);
  return { slice, state: useStore(slice) };
}

/** The opened file; what is written has a way back in the window's history of edits. */
export function useFileSlice(
  fileId: number | null,
): Readonly<{ slice: FileSlice; state: FileState }> {
  const { t } = useTranslation();
  const client = useClient();
  const did = useDid();
  const slice = useMemo(() => {
    const back = async (id: number, write: FileWrite): Promise<void> => {
      const state = created.getState();
      if (state.type !== 'shown' || state.opened.file.id !== id) await created.open(id);
      await created.write(write);
      const after = created.getState();
      // The way back keeps its place in the window's history when it could not be gone.
      if (after.type === 'shown' && after.failure) throw after.failure;
      if (after.type === 'failed') throw after.failure;
    };
    const onWritten = (write: FileWrite, { file }: OpenConfigFile): void => {
      if (write.type === 'undo' || write.type === 'redo') return;
      did({
        title: t('terminals.saved', { file: t(`terminals.kind.${file.kind}`) }),
        undo: () => back(file.id, { type: 'undo' }),
        redo: () => back(file.id, { type: 'redo' }),
      });
    };
    const created = createFileSlice(client, onWritten);
    return created;
  }, [client, did, t]);
  useEffect(() => {
    void slice.open(fileId);
    return slice.follow();
  }, [slice, fileId]);
  return { slice, state: useStore(slice) };
}
