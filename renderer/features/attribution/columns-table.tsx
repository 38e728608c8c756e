import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './attribution.module.css';

/** Which header plays which role. */
type Columns<Role extends string> = Readonly<Partial<Record<Role, string>>>;

/** The same header for another role moves there. */
function withRole<Role extends string>(
  columns: Columns<Role>,
  header: string,
  role: Role | null,
): Columns<Role> {
  const others = Object.entries(columns).filter(
    ([known, column]) => column !== header && known !== role,
  );
  return Object.fromEntries([
    ...others,
    ...(role === null ? [] : [[role, header]]),
  ]) as Columns<Role>;
}

const roleOf = (columns: Columns<string>, header: string): string =>
  Object.entries(columns).find(([, column]) => column === header)?.[0] ?? '';

/** Each column of a file with what it holds and what it means. */
export function ColumnsTable<Role extends string>(props: {
  readonly head: Readonly<{ headers: readonly string[]; sample: readonly (readonly string[])[] }>;
  readonly roles: readonly Readonly<{ value: Role; label: string }>[];
  readonly columns: Columns<Role>;
  readonly onColumns: (columns: Columns<Role>) => void;
}): ReactNode {
  const { head, columns, onColumns } = props;
  const { t } = useTranslation();
  const roles = [{ value: '', label: t('attribution.role.none') }, ...props.roles];
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
                  value={roleOf(columns, header)}
                  onChange={(role) =>
                    onColumns(withRole(columns, header, (role || null) as Role | null))
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
