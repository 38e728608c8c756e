import { memo, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import styles from './data-table.module.css';
import { RowCells } from './row-cells.tsx';
import type { VisibleColumn } from './use-column-model.ts';

/** Rows that stay on top of a table whatever its sort and filter. */
export type PinnedRows<Row> = Readonly<{
  rows: readonly Row[];
  keyOf: (row: Row) => number;
  /** The line above them. */
  caption: ReactNode;
  onOpen: (row: Row) => void;
  onEscape: () => void;
  /** Key of the row that is open beside the table. */
  openedKey: number | null;
}>;

function neighbour(element: Element, key: string): Element | null {
  if (key === 'ArrowDown') return element.nextElementSibling;
  return key === 'ArrowUp' ? element.previousElementSibling : null;
}

function PinnedGroupPlain<Row, Id extends string>(props: {
  readonly pinned: PinnedRows<Row>;
  readonly columns: readonly VisibleColumn<Row, Id>[];
}): ReactNode {
  const { pinned, columns } = props;
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent, row: Row): void => {
    const next = neighbour(event.currentTarget, event.key);
    if (next instanceof HTMLElement) next.focus();
    else if (event.key === 'Escape') pinned.onEscape();
    else if (event.key === 'Enter' || event.key === ' ') pinned.onOpen(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const open = (event: MouseEvent<HTMLElement>, row: Row): void => {
    event.currentTarget.focus();
    pinned.onOpen(row);
  };
  return (
    <div role="rowgroup" className={styles.pinned} ref={group}>
      <div role="row" aria-rowindex={2} className={styles.caption}>
        <div role="gridcell" aria-colspan={columns.length}>
          {pinned.caption}
        </div>
      </div>
      {pinned.rows.map((row, at) => (
        <div
          key={pinned.keyOf(row)}
          role="row"
          aria-rowindex={at + 3}
          aria-selected={pinned.keyOf(row) === pinned.openedKey}
          tabIndex={at === 0 ? 0 : -1}
          className={styles.pinnedRow}
          data-tone="alarm"
          onClick={(event) => open(event, row)}
          onKeyDown={(event) => onKeyDown(event, row)}
        >
          <RowCells row={row} columns={columns} />
        </div>
      ))}
    </div>
  );
}

/** Draws them in the table's own columns; arrows go from one to the next, Enter opens. */
export const PinnedGroup = memo(PinnedGroupPlain) as typeof PinnedGroupPlain;
