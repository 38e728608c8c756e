import { TextInput } from '@mantine/core';
import { IconDeviceDesktop, IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigFile } from '../../../main/contract/config-files.ts';
import { assertNever } from '../../../main/domain/assert-never.ts';
import { useMay } from '../../bridge/session-context.tsx';
import { navigate, usePlace } from '../../shared/navigation/navigation.ts';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { AddRoot } from './add-root.tsx';
import { BrokenFile } from './broken-file.tsx';
import { ChangePanel } from './change-panel.tsx';
import { FileList } from './file-list.tsx';
import type { FileSlice } from './file-slice.ts';
import type { FileState, ShownFile } from './file-state.ts';
import { FileView } from './file-view.tsx';
import type { FilesState } from './files-slice.ts';
import { findGroups, groupFiles } from './group-files.ts';
import { HistoryPanel } from './history-panel.tsx';
import panel from './panel.module.css';
import styles from './part.module.css';
import { RootList } from './root-list.tsx';
import { useFileCommands } from './use-file-commands.ts';
import { useFilesSlice, useFileSlice } from './use-files.ts';
import { VaultPanel } from './vault-panel.tsx';

type Shown = Extract<FilesState, { type: 'shown' }>;

/** Nothing was found: where it was looked for, and the way to bring files in. */
function NothingFound(props: { readonly files: Shown; readonly mayEdit: boolean }): ReactNode {
  const { t } = useTranslation();
  const searched = props.files.list.searched.join(', ');
  return (
    <EmptyState
      icon={IconDeviceDesktop}
      title={t('terminals.nothing')}
      text={
        searched === '' ? t('terminals.nothing.nowhere') : t('terminals.nothing.text', { searched })
      }
      action={props.mayEdit && <AddRoot />}
    />
  );
}

/** Beside the file: what saving would change, the kept identities, the history. */
function Side(props: { readonly state: ShownFile; readonly slice: FileSlice }): ReactNode {
  const { state, slice } = props;
  const { t } = useTranslation();
  return (
    <aside className={styles.side} aria-label={t('terminals.side')}>
      <div className={panel.panel}>
        <ChangePanel key={state.opened.versionId} state={state} slice={slice} />
        {state.opened.file.kind === 'delivery-plugin' && <VaultPanel state={state} slice={slice} />}
        <HistoryPanel state={state} slice={slice} />
      </div>
    </aside>
  );
}

function Editor(props: {
  readonly state: FileState;
  readonly slice: FileSlice;
  readonly files: Shown;
  /** The chosen file as it is listed; undefined: no longer there. */
  readonly file: ConfigFile | undefined;
  readonly mayEdit: boolean;
}): ReactNode {
  const { state, slice, files, file, mayEdit } = props;
  switch (state.type) {
    case 'loading':
      return <div className={styles.file} aria-busy="true" />;
    case 'none':
      return (
        <div className={styles.file}>
          <NothingFound files={files} mayEdit={mayEdit} />
        </div>
      );
    case 'failed':
      return file ? (
        <BrokenFile
          key={file.id}
          file={file}
          failure={state.failure}
          mayEdit={mayEdit}
          onRetry={slice.reload}
        />
      ) : (
        <div className={styles.failed}>
          <FailureNotice failure={state.failure} onRetry={slice.reload} />
        </div>
      );
    case 'shown':
      return (
        <>
          <FileView state={state} slice={slice} topology={files.topology} mayEdit={mayEdit} />
          {state.opened.file.kind !== 'log' && <Side state={state} slice={slice} />}
        </>
      );
    default:
      return assertNever(state);
  }
}

/** The number of the chosen file in the address; the first one with something to say without it. */
function useChosen(state: FilesState): number | null {
  const { params } = usePlace();
  const wanted = Number(params['file']) || null;
  if (state.type !== 'shown') return wanted;
  const groups = groupFiles(state.list);
  return wanted ?? groups.find(({ files }) => files.length > 0)?.files[0]?.id ?? null;
}

/** From so many terminals on the list is searched rather than read. */
const MANY = 5;

function FindGroup(props: {
  readonly search: string;
  readonly onSearch: (search: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.leftFind}>
      <TextInput
        type="search"
        aria-label={t('terminals.find-group')}
        placeholder={t('terminals.find-group')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={props.search}
        onChange={(event) => props.onSearch(event.currentTarget.value)}
      />
    </div>
  );
}

/** Whoever may not change settings sees every file as one to be looked at. */
function untouchable(state: FileState): FileState {
  if (state.type !== 'shown') return state;
  const file = { ...state.opened.file, editable: false };
  return { ...state, opened: { ...state.opened, file } };
}

function Files(props: { readonly files: Shown; readonly chosen: number | null }): ReactNode {
  const { files, chosen } = props;
  const mayEdit = useMay('edit-settings');
  const { slice, state: read } = useFileSlice(chosen);
  const state = mayEdit ? read : untouchable(read);
  const [search, setSearch] = useState('');
  const groups = groupFiles(files.list);
  useFileCommands();
  return (
    <div className={styles.part}>
      <div className={styles.left}>
        {groups.length > MANY && <FindGroup search={search} onSearch={setSearch} />}
        <FileList
          groups={findGroups(groups, search)}
          marks={files.marks}
          selected={chosen}
          onSelect={(file) => navigate('terminals', { tab: 'files', file: String(file) })}
        />
        {(files.list.roots.length > 0 || state.type !== 'none') && (
          <div className={styles.leftFoot}>
            <RootList roots={files.list.roots} />
            {mayEdit && state.type !== 'none' && <AddRoot />}
          </div>
        )}
      </div>
      <Editor
        state={state}
        slice={slice}
        files={files}
        file={files.list.files.find(({ id }) => id === chosen)}
        mayEdit={mayEdit}
      />
    </div>
  );
}

/** Files of iiko's programs: the list, the opened one, what saving would change, its history. */
export function ConfigFilesPart(): ReactNode {
  const { slice, state } = useFilesSlice();
  const chosen = useChosen(state);
  switch (state.type) {
    case 'loading':
      return <div className={styles.part} aria-busy="true" />;
    case 'failed':
      return (
        <div className={styles.failed}>
          <FailureNotice failure={state.failure} onRetry={() => void slice.read()} />
        </div>
      );
    case 'shown':
      return <Files files={state} chosen={chosen} />;
    default:
      return assertNever(state);
  }
}
