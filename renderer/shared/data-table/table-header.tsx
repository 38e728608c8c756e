import { memo, useRef, useState, type ReactNode } from 'react';
import {
  movedColumn,
  placedColumn,
  resizedColumn,
  shownColumn,
  type ColumnPlace,
} from './column-layout.ts';
import styles from './data-table.module.css';
import { HeaderCell } from './header-cell.tsx';
import type { TableColumn, TableSort } from './table-column.ts';
import type { VisibleColumn } from './use-column-model.ts';

type Props<Row, Id extends string> = Readonly<{
  columns: readonly VisibleColumn<Row, Id>[];
  layout: readonly ColumnPlace<Id>[];
  onLayout: (layout: readonly ColumnPlace<Id>[]) => void;
  sort: TableSort<Id>;
  onSort: (sort: TableSort<Id>) => void;
}>;

function TableHeaderPlain<Row, Id extends string>(props: Props<Row, Id>): ReactNode {
  const { columns, layout, onLayout, sort, onSort } = props;
  const [current, setCurrent] = useState<Id | null>(null);
  const line = useRef<HTMLDivElement>(null);
  const tabStop = columns.find(({ column }) => column.id === current) ?? columns[0];
  const goTo = (at: number): void => {
    const next = columns[at]?.column.id;
    if (next === undefined) return;
    setCurrent(next);
    line.current?.querySelector<HTMLElement>(`[data-header="${next}"]`)?.focus();
  };
  const actionsOf = (column: TableColumn<Row, Id>, width: number) => ({
    sort: (descending: boolean) => onSort({ column: column.id, descending }),
    move: (by: number) => onLayout(movedColumn(layout, column.id, by)),
    widen: (byPx: number) => onLayout(resizedColumn(layout, columns, column.id, width + byPx)),
    hide: () => onLayout(shownColumn(layout, column.id, false)),
  });
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={styles.headRow} ref={line}>
        {columns.map(({ column, width }, at) => (
          <HeaderCell
            key={column.id}
            id={column.id}
            label={column.label}
            align={column.align}
            width={width}
            descending={sort.column === column.id ? sort.descending : null}
            inTabOrder={column.id === tabStop?.column.id}
            actions={actionsOf(column, width)}
            onResize={(px) => onLayout(resizedColumn(layout, columns, column.id, px))}
            onDropColumn={(id) => onLayout(placedColumn(layout, id as Id, column.id))}
            onStep={(by) => goTo(at + by)}
          />
        ))}
      </div>
    </div>
  );
}

/** The line of headers that stays on top; scrolling does not draw it again. */
export const TableHeader = memo(TableHeaderPlain) as typeof TableHeaderPlain;
