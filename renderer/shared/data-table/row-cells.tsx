import type { ReactNode } from 'react';
import styles from './data-table.module.css';
import type { VisibleColumn } from './use-column-model.ts';

/** The cells of one line. What may be cut says all of it on hover. */
export function RowCells<Row, Id extends string>(props: {
  readonly row: Row;
  readonly columns: readonly VisibleColumn<Row, Id>[];
}): ReactNode {
  const { row, columns } = props;
  return columns.map(({ column }) => (
    <div
      key={column.id}
      role="gridcell"
      className={styles.cell}
      data-align={column.align}
      data-column={column.id}
      title={column.text(row)}
    >
      {column.cell(row)}
    </div>
  ));
}
