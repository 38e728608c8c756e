import { useState, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../main/contract/index.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import sharedStyles from './attribution.module.css';
import styles from './imported.module.css';
import { RemoveImportDialog } from './remove-import-dialog.tsx';
import { UploadPlace } from './upload-place.tsx';
import type { UploadWays } from './use-upload.ts';
import { useRead } from './use-read.ts';

/** What the core is asked about files of one kind. */
type FileWays<Head> = UploadWays<Head> &
  Readonly<{
    dropUpload(input: { uploadId: string }): Promise<unknown>;
    removeImport(input: { importId: number }): Promise<unknown>;
  }>;

/** What a row of a file that was taken in is given. */
export type FileRowProps<Taken> = Readonly<{
  file: Taken;
  /** Taken in just now. */
  fresh: boolean;
  /** Null where the profile may not take it out again. */
  onRemove: (() => void) | null;
}>;

type Props<Head, Taken> = Readonly<{
  ways: FileWays<Head>;
  /** Keep it stable: a new one reads again. */
  read: (client: Client) => Promise<readonly Taken[]>;
  mayEdit: boolean;
  note: string;
  /** What goes with a file that is taken out again. */
  lost: string;
  Form: ComponentType<
    Readonly<{ head: Head; onTaken: (importId: number | null) => void; onCancel: () => void }>
  >;
  Row: ComponentType<FileRowProps<Taken>>;
}>;

/** Drop a file, say in `Form` what its columns mean, see in `Row` what came of it and of those before. */
export function ImportedFiles<
  Head extends { readonly uploadId: string },
  Taken extends { readonly id: number; readonly fileName: string },
>({ ways, read, mayEdit, note, lost, Form, Row }: Props<Head, Taken>): ReactNode {
  const { t } = useTranslation();
  const notifyFailure = useNotifyFailure();
  const [state, again] = useRead(read);
  const [fresh, setFresh] = useState<number | null>(null);
  const [asking, ask] = useState<Taken | null>(null);
  const remove = ({ id }: Taken): Promise<void> =>
    ways.removeImport({ importId: id }).then(again, notifyFailure);
  return (
    <div className={sharedStyles.page}>
      <p className={sharedStyles.note}>{note}</p>
      {mayEdit && (
        <UploadPlace ways={ways}>
          {(head, reset) => (
            <Form
              head={head}
              onTaken={(importId) => {
                reset();
                setFresh(importId);
                again();
              }}
              onCancel={() => {
                ways.dropUpload({ uploadId: head.uploadId }).catch(notifyFailure).finally(reset);
              }}
            />
          )}
        </UploadPlace>
      )}
      {state.type === 'failed' && <FailureNotice failure={state.failure} onRetry={again} />}
      {state.type === 'shown' && state.value.length > 0 && (
        <ul className={styles.imports} aria-label={t('attribution.import.files')}>
          {state.value.map((file) => (
            <Row
              key={file.id}
              file={file}
              fresh={file.id === fresh}
              onRemove={mayEdit ? () => ask(file) : null}
            />
          ))}
        </ul>
      )}
      {asking && (
        <RemoveImportDialog
          fileName={asking.fileName}
          text={lost}
          onRemove={() => remove(asking)}
          onClose={() => ask(null)}
        />
      )}
    </div>
  );
}
