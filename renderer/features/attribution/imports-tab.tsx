import { Progress } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TouchImport } from '../../../main/contract/attribution.ts';
import type { Client } from '../../../main/contract/index.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useMay } from '../../bridge/session-context.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import styles from './attribution.module.css';
import { DropPlace } from './drop-place.tsx';
import { ImportRow } from './import-row.tsx';
import { MappingForm } from './mapping-form.tsx';
import { RemoveImportDialog } from './remove-import-dialog.tsx';
import { useRead } from './use-read.ts';
import { useUpload } from './use-upload.ts';

const read = (client: Client): Promise<readonly TouchImport[]> => client.attribution.imports({});

function Upload({ onTaken }: { readonly onTaken: (taken: TouchImport) => void }): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [state, take, reset] = useUpload();
  switch (state.type) {
    case 'idle':
      return <DropPlace onFile={take} />;
    case 'sending':
      return (
        <div className={styles.drop} role="status">
          {t('attribution.import.sending', { file: state.fileName })}
          <Progress
            className={styles.progress}
            value={state.share * 100}
            aria-label={t('attribution.import.sending', { file: state.fileName })}
          />
        </div>
      );
    case 'failed':
      return (
        <>
          <FailureNotice failure={state.failure} />
          <DropPlace onFile={take} />
        </>
      );
    case 'ready':
      return (
        <MappingForm
          head={state.head}
          onTaken={(taken) => {
            reset();
            onTaken(taken);
          }}
          onCancel={() => {
            client.attribution
              .dropUpload({ uploadId: state.head.uploadId })
              .catch(notifyFailure)
              .finally(reset);
          }}
        />
      );
  }
}

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
      {mayEdit && <Upload onTaken={taken} />}
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
          file={asking}
          onRemove={() => remove(asking)}
          onClose={() => ask(null)}
        />
      )}
    </div>
  );
}
