import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../main/contract/index.ts';
import type { OrderImport } from '../../../../main/contract/joining.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { useMay } from '../../../bridge/session-context.tsx';
import { ImportedFiles } from '../imported-files.tsx';
import { OrderFileForm } from './order-file-form.tsx';
import { OrderFileRow } from './order-file-row.tsx';

const read = (client: Client): Promise<readonly OrderImport[]> => client.joining.imports({});

/** Orders exported from iikoOffice: drop a file, say what its columns mean, look, take it in. */
export function OrderFilesTab(): ReactNode {
  const { t } = useTranslation();
  return (
    <ImportedFiles
      ways={useClient().joining}
      read={read}
      mayEdit={useMay('edit-connections')}
      note={t('joining.import.note')}
      lost={t('joining.import.remove.text')}
      Form={OrderFileForm}
      Row={OrderFileRow}
    />
  );
}
