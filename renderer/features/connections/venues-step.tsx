import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../main/contract/connections.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import styles from './add-connection.module.css';
import form from './form.module.css';
import { draftsOf, saveDrafts } from './organization-draft.ts';
import { OrganizationsForm } from './organizations-form.tsx';

/** Third step: venues, zone and closing hour. The import already runs behind it. */
export function VenuesStep(props: {
  readonly connection: Connection;
  readonly onDone: (connection: Connection) => void;
}): ReactNode {
  const { connection, onDone } = props;
  const { t } = useTranslation();
  const client = useClient();
  const [drafts, setDrafts] = useState(() => draftsOf(connection));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await saveDrafts(client, connection, drafts);
      onDone(connection);
    } catch (error) {
      setFailure(toFailure(error));
      setBusy(false);
    }
  };
  return (
    <div className={styles.single}>
      <p className={form.note}>{t('connections.venues.note')}</p>
      <OrganizationsForm connection={connection} drafts={drafts} onChange={setDrafts} />
      {failure && <FailureNotice failure={failure} />}
      <div className={form.buttons}>
        <Button variant="filled" loading={busy} onClick={() => void save()} data-autofocus>
          {t('connections.add.done')}
        </Button>
      </div>
    </div>
  );
}
