import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TouchFileHead, TouchImport } from '../../../main/contract/attribution.ts';
import {
  IMPORTED_KINDS,
  type ImportedKind,
} from '../../../main/domain/attribution/attribution-touch.ts';
import {
  TOUCH_ROLES,
  type TouchMapping,
  type TouchRole,
} from '../../../main/domain/attribution/touch-file.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../shared/ui/use-submit.ts';
import styles from './attribution.module.css';

type Props = Readonly<{
  head: TouchFileHead;
  onTaken: (taken: TouchImport) => void;
  onCancel: () => void;
}>;

/** The same header for another role moves there. */
function withRole(mapping: TouchMapping, header: string, role: TouchRole | null): TouchMapping {
  const others = Object.entries(mapping.columns).filter(
    ([known, column]) => column !== header && known !== role,
  );
  const columns = Object.fromEntries([
    ...others,
    ...(role === null ? [] : [[role, header]]),
  ]) as TouchMapping['columns'];
  return { ...mapping, columns };
}

const roleOf = ({ columns }: TouchMapping, header: string): string =>
  Object.entries(columns).find(([, column]) => column === header)?.[0] ?? '';

function Columns(props: {
  readonly head: TouchFileHead;
  readonly mapping: TouchMapping;
  readonly onMapping: (mapping: TouchMapping) => void;
}): ReactNode {
  const { head, mapping, onMapping } = props;
  const { t } = useTranslation();
  const roles = [
    { value: '', label: t('attribution.role.none') },
    ...TOUCH_ROLES.map((value) => ({ value, label: t(`attribution.role.${value}`) })),
  ];
  return (
    <div
      className={styles.scroll}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={t('attribution.import.columns')}
    >
      <table className={styles.table} data-left>
        <thead>
          <tr>
            <th scope="col">{t('attribution.import.header')}</th>
            <th scope="col">{t('attribution.import.means')}</th>
            <th scope="col">{t('attribution.import.sample')}</th>
          </tr>
        </thead>
        <tbody>
          {head.headers.map((header, place) => (
            <tr key={header}>
              <th scope="row">{header}</th>
              <td>
                <Select
                  aria-label={t('attribution.import.role', { header })}
                  data={roles}
                  allowDeselect={false}
                  value={roleOf(mapping, header)}
                  onChange={(role) =>
                    onMapping(withRole(mapping, header, (role || null) as TouchRole | null))
                  }
                />
              </td>
              <td className={styles.sample}>
                {head.sample
                  .slice(0, 2)
                  .map((cells) => cells[place])
                  .filter(Boolean)
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What each column means, before anything is taken in. */
export function MappingForm({ head, onTaken, onCancel }: Props): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const [mapping, setMapping] = useState(head.mapping);
  const { busy, failure, submit } = useSubmit(
    async () => {
      const input = { ...mapping, columns: { ...mapping.columns } };
      onTaken(await client.attribution.importTouches({ uploadId: head.uploadId, mapping: input }));
    },
    () => undefined,
  );
  return (
    <form className={styles.mapping} onSubmit={submit}>
      <div>
        <h2>{head.fileName}</h2>
        <span className={styles.quiet}>
          {head.format} · {t(`attribution.import.from.${head.mappingFrom}`)}
        </span>
      </div>
      <div className={styles.bar}>
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
      <Columns head={head} mapping={mapping} onMapping={setMapping} />
      {failure && <FailureNotice failure={failure} />}
      <div className={styles.buttons}>
        <Button onClick={onCancel}>{t('attribution.cancel')}</Button>
        <Button type="submit" variant="filled" loading={busy}>
          {t('attribution.import.take')}
        </Button>
      </div>
    </form>
  );
}
