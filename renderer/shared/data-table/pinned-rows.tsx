import { memo, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
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
  /** Opens the row beside the table, or closes it there. */
  onPreview: (row: Row) => void;
  onCopy: (row: Row) => void;
  onEscape: () => void;
  /** Key of the row that is open beside the table. */
  openedKey: number | null;
}>;

function actOf<Row>(
  event: KeyboardEvent,
  row: Row,
  pinned: PinnedRows<Row>,
  onLeave: () => void,
): (() => void) | null {
  const { nextElementSibling: next, previousElementSibling: previous } = event.currentTarget;
  const control = event.ctrlKey || event.metaKey;
  if (control) return event.code === 'KeyC' ? () => pinned.onCopy(row) : null;
  switch (event.key) {
    case 'ArrowDown':
      return next instanceof HTMLElement ? () => next.focus() : onLeave;
    case 'ArrowUp':
      return () => previous instanceof HTMLElement && previous.focus();
    case 'Escape':
      return pinned.onEscape;
    case 'Enter':
      return () => pinned.onOpen(row);
    case ' ':
      return () => pinned.onPreview(row);
    default:
      return null;
  }
}

/** The last of the rows above a table's own: where the arrow enters them from below. */
export const lastPinned = (table: Element): HTMLElement | null =>
  [...table.querySelectorAll<HTMLElement>('[data-pinned]')].at(-1) ?? null;

function PinnedGroupPlain<Row, Id extends string>(props: {
  readonly pinned: PinnedRows<Row>;
  readonly columns: readonly VisibleColumn<Row, Id>[];
  /** The arrow leaves the last one downwards. */
  readonly onLeave: () => void;
}): ReactNode {
  const { pinned, columns, onLeave } = props;
  const onKeyDown = (event: KeyboardEvent, row: Row): void => {
    const act = actOf(event, row, pinned, onLeave);
    if (!act) return;
    act();
    event.preventDefault();
    event.stopPropagation();
  };
  const open = (event: MouseEvent<HTMLElement>, row: Row): void => {
    event.currentTarget.focus();
    pinned.onOpen(row);
  };
  return (
    <div role="rowgroup" className={styles.pinned}>
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
          data-pinned
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
