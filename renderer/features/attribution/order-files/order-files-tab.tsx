import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../main/contract/index.ts';
import type { OrderImport } from '../../../../main/contract/joining.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { useMay } from '../../../bridge/session-context.tsx';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import styles from '../attribution.module.css';
import { RemoveImportDialog } from '../remove-import-dialog.tsx';
import { UploadPlace } from '../upload-place.tsx';
import { useRead } from '../use-read.ts';
import { OrderFileForm } from './order-file-form.tsx';
import { OrderFileRow } from './order-file-row.tsx';

const read = (client: Client): Promise<readonly OrderImport[]> => client.joining.imports({});

function Files(props: {
  readonly files: readonly OrderImport[];
  readonly fresh: number | null;
  readonly onRemove: ((file: OrderImport) => void) | null;
}): ReactNode {
  const { files, fresh, onRemove } = props;
  const { t } = useTranslation();
  return (
    <ul className={styles.imports} aria-label={t('attribution.import.files')}>
      {files.map((file) => (
        <OrderFileRow
          key={file.id}
          file={file}
          fresh={file.id === fresh}
          onRemove={onRemove && (() => onRemove(file))}
        />
      ))}
    </ul>
  );
}

/** Orders exported from iikoOffice: drop a file, say what its columns mean, look, take it in. */
export function OrderFilesTab(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const mayEdit = useMay('edit-connections');
  const [state, again] = useRead(read);
  const [fresh, setFresh] = useState<number | null>(null);
  const [asking, ask] = useState<OrderImport | null>(null);
  const remove = ({ id }: OrderImport): Promise<void> =>
    client.joining.removeImport({ importId: id }).then(again, notifyFailure);
  return (
    <div className={styles.page}>
      <p className={styles.note}>{t('joining.import.note')}</p>
      {mayEdit && (
        <UploadPlace ways={client.joining}>
          {(head, reset) => (
            <OrderFileForm
              head={head}
              onTaken={(importId) => {
                reset();
                setFresh(importId);
                again();
              }}
              onCancel={() => {
                client.joining
                  .dropUpload({ uploadId: head.uploadId })
                  .catch(notifyFailure)
                  .finally(reset);
              }}
            />
          )}
        </UploadPlace>
      )}
      {state.type === 'failed' && <FailureNotice failure={state.failure} onRetry={again} />}
      {state.type === 'shown' && state.value.length > 0 && (
        <Files files={state.value} fresh={fresh} onRemove={mayEdit ? ask : null} />
      )}
      {asking && (
        <RemoveImportDialog
          fileName={asking.fileName}
          text={t('joining.import.remove.text')}
          onRemove={() => remove(asking)}
          onClose={() => ask(null)}
        />
      )}
    </div>
  );
}
