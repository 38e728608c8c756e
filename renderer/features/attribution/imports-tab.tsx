import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TouchImport } from '../../../main/contract/attribution.ts';
import type { Client } from '../../../main/contract/index.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useMay } from '../../bridge/session-context.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import styles from './attribution.module.css';
import { ImportRow } from './import-row.tsx';
import { MappingForm } from './mapping-form.tsx';
import { RemoveImportDialog } from './remove-import-dialog.tsx';
import { useRead } from './use-read.ts';
import { UploadPlace } from './upload-place.tsx';

const read = (client: Client): Promise<readonly TouchImport[]> => client.attribution.imports({});

/** Visits, calls and leads from files: drop one, say what its columns mean, see what was wrong. */
export function ImportsTab(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const mayEdit = useMay('edit-settings');
  const [state, again] = useRead(read);
  const [fresh, setFresh] = useState<number | null>(null);
  const [asking, ask] = useState<TouchImport | null>(null);
  const remove = ({ id }: TouchImport): Promise<void> =>
    client.attribution.removeImport({ importId: id }).then(again, notifyFailure);
  const taken = ({ id }: TouchImport): void => {
    setFresh(id);
    again();
  };
  return (
    <div className={styles.page}>
      <p className={styles.note}>{t('attribution.import.note')}</p>
      {mayEdit && (
        <UploadPlace ways={client.attribution}>
          {(head, reset) => (
            <MappingForm
              head={head}
              onTaken={(file) => {
                reset();
                taken(file);
              }}
              onCancel={() => {
                client.attribution
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
        <ul className={styles.imports} aria-label={t('attribution.import.files')}>
          {state.value.map((file) => (
            <ImportRow
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
          text={t('attribution.import.remove.text')}
          onRemove={() => remove(asking)}
          onClose={() => ask(null)}
        />
      )}
    </div>
  );
}
