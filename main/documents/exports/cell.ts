import type { Currency } from '../../domain/money.ts';

/**
 * What the values of a column are. `money` holds integer minor units, `percent` a ratio (0.5 is
 * 50 %), `day` `YYYY-MM-DD`, `moment` a wall clock's `YYYY-MM-DD HH:MM[:SS]`, as text both.
 */
export type CellKind =
  | Readonly<{ type: 'text' | 'integer' | 'percent' | 'day' | 'moment' }>
  | Readonly<{ type: 'number'; digits: number }>
  | Readonly<{ type: 'money'; currency: Currency }>;

/** One column of an exported table; the title is already in the reader's language. */
export type ExportColumn = Readonly<{
  title: string;
  kind: CellKind;
  /** In characters; a usual one for the kind when absent. */
  width?: number;
}>;

/** A value of the kind its column names; null leaves the cell empty. A text is always taken as text. */
export type ExportCell = string | number | null;

/** Values in the order of the columns. */
export type ExportRow = readonly ExportCell[];
