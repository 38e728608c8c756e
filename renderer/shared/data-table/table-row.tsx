import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './data-table.module.css';
import type { TableColumn } from './table-column.ts';
import type { VisibleColumn } from './use-column-model.ts';

type Props<Row, Id extends string> = Readonly<{
  row: Row | undefined;
  index: number;
  topPx: number;
  id: string;
  active: boolean;
  chosen: boolean;
  columns: readonly VisibleColumn<Row, Id>[];
  tone: ((row: Row) => string) | undefined;
}>;

function Cell<Row, Id extends string>(props: {
  readonly row: Row;
  readonly column: TableColumn<Row, Id>;
}): ReactNode {
  const { row, column } = props;
  return (
    <div
      role="gridcell"
      className={styles.cell}
      data-align={column.align}
      data-column={column.id}
      title={column.text(row)}
    >
      {column.cell(row)}
    </div>
  );
}

function Waiting({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  return ids.map((id) => (
    <div key={id} role="gridcell" className={styles.cell} aria-label={t('table.waiting')}>
      <span className={styles.waiting} />
    </div>
  ));
}

function TableRowPlain<Row, Id extends string>(props: Props<Row, Id>): ReactNode {
  const { row, index, columns, tone } = props;
  return (
    <div
      role="row"
      id={props.id}
      aria-rowindex={index + 2}
      aria-selected={props.chosen}
      data-index={index}
      data-active={props.active || undefined}
      data-tone={row && tone ? tone(row) : undefined}
      data-waiting={row ? undefined : true}
      className={styles.row}
      style={{ transform: `translateY(${props.topPx}px)` }}
    >
      {row ? (
        columns.map(({ column }) => <Cell key={column.id} row={row} column={column} />)
      ) : (
        <Waiting ids={columns.map(({ column }) => column.id)} />
      )}
    </div>
  );
}

/** One line; drawn again only when its own values change. */
export const TableRow = memo(TableRowPlain) as typeof TableRowPlain;
