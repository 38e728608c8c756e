import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flow } from '../../../../main/domain/zone-coverage/rehearsal/rehearsal.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import styles from '../zone-coverage.module.css';
import { FLOW_COLUMNS } from './figure.ts';

type Column = (typeof FLOW_COLUMNS)[number];

/** A row of a flow: a zone or a terminal. */
export type FlowRow = Readonly<{ key: string; name: string; flow: Flow }>;

/** Who had the orders and who has them; every number that is not zero opens its orders. */
export function FlowTable(props: {
  readonly caption: string;
  readonly rows: readonly FlowRow[];
  readonly currency: string;
  readonly money: boolean;
  /** Moves between zones of one terminal are its own affair; a column that opens nothing is text. */
  readonly onOpen: (row: FlowRow, column: Column, title: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { caption, rows, currency, money, onOpen } = props;
  return (
    <div className={styles.tableBox}>
      <table className={styles.table} aria-label={caption}>
        <thead>
          <tr>
            <th scope="col">{caption}</th>
            {FLOW_COLUMNS.map(({ part }) => (
              <th key={part} scope="col" className={styles.numeric}>
                {t(`zone-coverage.flow.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {FLOW_COLUMNS.map((column) => {
                const { orders, sumMinor } = row.flow[column.part];
                const title = `${row.name}: ${t(`zone-coverage.flow.${column.part}`)}`;
                return (
                  <td key={column.part} className={styles.numeric}>
                    {orders === 0 ? (
                      '—'
                    ) : (
                      <button
                        type="button"
                        className={styles.figure}
                        aria-label={`${title}, ${format.number(orders)}`}
                        title={money ? format.money(sumMinor, currency) : undefined}
                        onClick={() => onOpen(row, column, title)}
                      >
                        {format.number(orders)}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
