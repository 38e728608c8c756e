import { useState, type ReactNode } from 'react';
import type { ConfigTopology } from '../../../main/domain/config-files/config-topology.ts';
import { Banners } from './banners.tsx';
import { DoubtsDialog } from './doubts-dialog.tsx';
import { FieldsForm } from './fields-form.tsx';
import { FileHead, type FileLook } from './file-head.tsx';
import type { FileSlice } from './file-slice.ts';
import type { ShownFile } from './file-state.ts';
import { MergeDialog } from './merge-dialog.tsx';
import styles from './part.module.css';
import { RawView } from './raw-view.tsx';
import { TopologyLine } from './topology-line.tsx';

/** One file: head, what to know, the form or the text, and what a write asks. */
export function FileView(props: {
  readonly state: ShownFile;
  readonly slice: FileSlice;
  readonly topology: ConfigTopology | null;
  readonly mayEdit: boolean;
}): ReactNode {
  const { state, slice, topology, mayEdit } = props;
  const { asking } = state;
  const [chosen, setLook] = useState<FileLook>('form');
  const [search, setSearch] = useState('');
  // A log has no fields at all; a draft of the text can not be shown as fields.
  const hasForm = state.opened.fields.length > 0 && state.draft?.type !== 'text';
  const look = hasForm ? chosen : 'text';
  return (
    <div className={styles.file}>
      <FileHead
        opened={state.opened}
        look={look}
        hasForm={hasForm}
        onLook={setLook}
        search={search}
        onSearch={setSearch}
      />
      <div className={styles.banners}>
        {state.opened.file.kind === 'delivery-plugin' && (
          <TopologyLine topology={topology} mayEdit={mayEdit} />
        )}
        <Banners state={state} slice={slice} />
      </div>
      {look === 'form' ? (
        <div className={styles.scroll}>
          <FieldsForm state={state} search={search} onEdit={slice.edit} />
        </div>
      ) : (
        <RawView state={state} onText={slice.retext} />
      )}
      {asking && (
        <DoubtsDialog
          doubts={asking.doubts}
          onWrite={() => void slice.write(asking.write, asking.doubts)}
          onClose={slice.settle}
        />
      )}
      {state.merge && <MergeDialog merge={state.merge} slice={slice} />}
    </div>
  );
}
