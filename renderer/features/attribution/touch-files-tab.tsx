import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TouchImport } from '../../../main/contract/attribution.ts';
import type { Client } from '../../../main/contract/index.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useMay } from '../../bridge/session-context.tsx';
import { ImportedFiles } from './imported-files.tsx';
import { MappingForm } from './mapping-form.tsx';
import { TouchFileRow } from './touch-file-row.tsx';

const read = (client: Client): Promise<readonly TouchImport[]> => client.attribution.imports({});

/** Visits, calls and leads from files: drop one, say what its columns mean, see what was wrong. */
export function TouchFilesTab(): ReactNode {
  const { t } = useTranslation();
  return (
    <ImportedFiles
      ways={useClient().attribution}
      read={read}
      mayEdit={useMay('edit-settings')}
      note={t('attribution.import.note')}
      lost={t('attribution.import.remove.text')}
      Form={MappingForm}
      Row={TouchFileRow}
    />
  );
}
