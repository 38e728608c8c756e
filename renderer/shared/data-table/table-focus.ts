import { NO_ROWS, rowsBetween, toggledRow, type RowRanges } from './row-ranges.ts';

/** Where the keyboard stands in a table and which rows are chosen. */
export type TableFocus = Readonly<{
  active: number | null;
  /** The row from which Shift extends. */
  anchor: number | null;
  chosen: RowRanges;
}>;

/** `alone` chooses one row, `extend` up to it, `toggle` adds or takes it, `pass` only stands there. */
export type FocusHow = 'alone' | 'extend' | 'toggle' | 'pass';

/** Nobody stands anywhere. */
export const NO_FOCUS: TableFocus = { active: null, anchor: null, chosen: NO_ROWS };

/** The focus after going to a row. */
export function focusedRow(focus: TableFocus, row: number, how: FocusHow): TableFocus {
  switch (how) {
    case 'alone':
      return { active: row, anchor: row, chosen: rowsBetween(row, row) };
    case 'extend': {
      const anchor = focus.anchor ?? focus.active ?? row;
      return { active: row, anchor, chosen: rowsBetween(anchor, row) };
    }
    case 'toggle':
      return { active: row, anchor: row, chosen: toggledRow(focus.chosen, row) };
    case 'pass':
      return { ...focus, active: row };
  }
}

/** Every row chosen, the place kept. */
export function focusedAll(focus: TableFocus, count: number): TableFocus {
  return count === 0 ? NO_FOCUS : { ...focus, chosen: rowsBetween(0, count - 1) };
}
