import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './status-mapping.module.css';
import { statusName } from './status-texts.ts';

/** A row a status; `children` give the `<td>` of a status and a column. */
export function StatusTable<Column extends string>(props: {
  readonly caption: string;
  /** Over the names of the statuses. */
  readonly corner: string;
  readonly system: string;
  readonly statuses: readonly string[];
  readonly columns: readonly Column[];
  readonly columnName: (column: Column) => string;
  /** Columns as narrow as a mark, their heads low and centred. */
  readonly narrow?: boolean;
  readonly children: (status: string, column: Column) => ReactNode;
}): ReactNode {
  const {
    caption,
    corner,
    system,
    statuses,
    columns,
    columnName,
    narrow = false,
    children,
  } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.tableBox}>
      <table className={narrow ? `${styles.table} ${styles.matrix}` : styles.table}>
        <caption className={styles.hidden}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={narrow ? styles.to : undefined}>
                {columnName(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statuses.map((status) => (
            <tr key={status}>
              <th scope="row">{statusName(t, { system, status })}</th>
              {columns.map((column) => (
                <Fragment key={column}>{children(status, column)}</Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
