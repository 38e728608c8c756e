import { memo, type ReactNode } from 'react';
import styles from './data-table.module.css';
import { RowCells } from './row-cells.tsx';
import type { VisibleColumn } from './use-column-model.ts';
import { useTexts } from '../i18n/use-texts.ts';

type Props<Row, Id extends string> = Readonly<{
  row: Row | undefined;
  index: number;
  /** Lines above the first row: the header and what is pinned. */
  above: number;
  topPx: number;
  id: string;
  active: boolean;
  chosen: boolean;
  columns: readonly VisibleColumn<Row, Id>[];
  /** A word for the line's colour. */
  tone: string | undefined;
}>;

function Waiting({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { t } = useTexts();
  return ids.map((id) => (
    <div key={id} role="gridcell" className={styles.cell} aria-label={t('table.waiting')}>
      <span className={styles.waiting} />
    </div>
  ));
}

function TableRowPlain<Row, Id extends string>(props: Props<Row, Id>): ReactNode {
  const { row, index, columns } = props;
  return (
    <div
      role="row"
      id={props.id}
      aria-rowindex={index + 1 + props.above}
      aria-selected={props.chosen}
      data-index={index}
      data-active={props.active || undefined}
      data-tone={props.tone}
      data-waiting={row ? undefined : true}
      className={styles.row}
      style={{ transform: `translateY(${props.topPx}px)` }}
    >
      {row ? (
        <RowCells row={row} columns={columns} />
      ) : (
        <Waiting ids={columns.map(({ column }) => column.id)} />
      )}
    </div>
  );
}

/** One line; drawn again only when its own values change. */
export const TableRow = memo(TableRowPlain) as typeof TableRowPlain;
