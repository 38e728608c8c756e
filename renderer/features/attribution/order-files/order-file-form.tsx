import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportedOrders, OrderFileHead } from '../../../../main/contract/joining.ts';
import { OFFICE_ROLES, REQUIRED_ROLES } from '../../../../main/domain/joining/office-columns.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../../shared/ui/use-submit.ts';
import sharedStyles from '../attribution.module.css';
import styles from '../imported.module.css';
import { ColumnsTable } from '../columns-table.tsx';
import { OrderFileLook } from './order-file-look.tsx';

type Props = Readonly<{
  head: OrderFileHead;
  onTaken: (importId: number | null) => void;
  onCancel: () => void;
}>;

/** What was chosen for a file, and what the core found in it by that. */
function useLook(head: OrderFileHead) {
  const client = useClient();
  const [columns, setColumns] = useState(head.columns);
  const [zone, setZone] = useState(head.zone);
  const [looked, setLooked] = useState<ImportedOrders | null>(null);
  const take = (dryRun: boolean): Promise<ImportedOrders> =>
    client.joining.importOrders({
      uploadId: head.uploadId,
      columns: { ...columns },
      zone,
      dryRun,
    });
  const { busy, failure, submit } = useSubmit(
    async () => setLooked(await take(true)),
    () => undefined,
  );
  return { columns, setColumns, zone, setZone, looked, setLooked, take, busy, failure, submit };
}

function Missing({ columns }: Pick<OrderFileHead, 'columns'>): ReactNode {
  const { t } = useTranslation();
  const missing = REQUIRED_ROLES.filter((role) => columns[role] === undefined);
  if (missing.length === 0) return null;
  const names = missing.map((role) => `«${t(`joining.role.${role}`)}»`).join(', ');
  return <span role="status">{t('joining.import.missing', { names })}</span>;
}

/** What each column of a file with orders means; then what is in it, before anything is taken. */
export function OrderFileForm({ head, onTaken, onCancel }: Props): ReactNode {
  const { t } = useTranslation();
  const look = useLook(head);
  const { columns, zone, looked } = look;
  if (looked) {
    return (
      <OrderFileLook
        fileName={head.fileName}
        looked={looked}
        onTake={async () => onTaken((await look.take(false)).importId)}
        onBack={() => look.setLooked(null)}
      />
    );
  }
  return (
    <form className={styles.mapping} onSubmit={look.submit}>
      <div>
        <h2>{head.fileName}</h2>
        <span className={sharedStyles.quiet}>
          {head.format} · {t(`attribution.import.from.${head.columnsFrom}`)}
        </span>
      </div>
      <div className={sharedStyles.bar}>
        <Select
          label={t('joining.import.zone')}
          data={[...new Set([head.zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]}
          searchable
          limit={50}
          allowDeselect={false}
          value={zone}
          onChange={(next) => look.setZone(next ?? zone)}
        />
      </div>
      <ColumnsTable
        head={head}
        roles={OFFICE_ROLES.map((value) => ({ value, label: t(`joining.role.${value}`) }))}
        columns={columns}
        onColumns={look.setColumns}
      />
      <Missing columns={columns} />
      {look.failure && <FailureNotice failure={look.failure} />}
      <div className={sharedStyles.buttons}>
        <Button onClick={onCancel}>{t('attribution.cancel')}</Button>
        <Button
          type="submit"
          variant="filled"
          loading={look.busy}
          disabled={REQUIRED_ROLES.some((role) => columns[role] === undefined)}
        >
          {t('joining.import.look')}
        </Button>
      </div>
    </form>
  );
}
