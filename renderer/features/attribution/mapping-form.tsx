import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TouchFileHead } from '../../../main/contract/attribution.ts';
import {
  IMPORTED_KINDS,
  type ImportedKind,
} from '../../../main/domain/attribution/attribution-touch.ts';
import { TOUCH_ROLES } from '../../../main/domain/attribution/touch-file.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../shared/ui/use-submit.ts';
import sharedStyles from './attribution.module.css';
import styles from './imported.module.css';
import { ColumnsTable } from './columns-table.tsx';

type Props = Readonly<{
  head: TouchFileHead;
  onTaken: (importId: number) => void;
  onCancel: () => void;
}>;

/** What each column means, before anything is taken in. */
export function MappingForm({ head, onTaken, onCancel }: Props): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const [mapping, setMapping] = useState(head.mapping);
  const { busy, failure, submit } = useSubmit(
    async () => {
      const input = { ...mapping, columns: { ...mapping.columns } };
      const { uploadId } = head;
      onTaken((await client.attribution.importTouches({ uploadId, mapping: input })).id);
    },
    () => undefined,
  );
  return (
    <form className={styles.mapping} onSubmit={submit}>
      <div>
        <h2>{head.fileName}</h2>
        <span className={sharedStyles.quiet}>
          {head.format} · {t(`attribution.import.from.${head.mappingFrom}`)}
        </span>
      </div>
      <div className={sharedStyles.bar}>
        <Select
          label={t('attribution.import.kind')}
          data={IMPORTED_KINDS.map((value) => ({ value, label: t(`attribution.touch.${value}`) }))}
          allowDeselect={false}
          value={mapping.kind}
          onChange={(kind) => setMapping({ ...mapping, kind: (kind ?? 'visit') as ImportedKind })}
        />
        <Select
          label={t('attribution.import.zone')}
          data={[...new Set([head.mapping.zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]}
          searchable
          limit={50}
          allowDeselect={false}
          value={mapping.zone}
          onChange={(zone) => setMapping({ ...mapping, zone: zone ?? mapping.zone })}
        />
      </div>
      <ColumnsTable
        head={head}
        roles={TOUCH_ROLES.map((value) => ({ value, label: t(`attribution.role.${value}`) }))}
        columns={mapping.columns}
        onColumns={(columns) => setMapping({ ...mapping, columns })}
      />
      {failure && <FailureNotice failure={failure} />}
      <div className={sharedStyles.buttons}>
        <Button onClick={onCancel}>{t('attribution.cancel')}</Button>
        <Button type="submit" variant="filled" loading={busy}>
          {t('attribution.import.take')}
        </Button>
      </div>
    </form>
  );
}
