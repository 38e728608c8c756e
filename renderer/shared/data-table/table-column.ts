import type { ReactNode } from 'react';
import type { ColumnLimits } from './column-layout.ts';

/** One column of a table: a constant of the screen that shows it. */
export type TableColumn<Row, Id extends string = string> = ColumnLimits<Id> &
  Readonly<{
    /** Key of the header's text. */
    label: string;
    align: 'start' | 'end';
    cell: (row: Row) => ReactNode;
    /** What is copied, and what the tooltip says when the cell is cut. */
    text: (row: Row) => string;
  }>;

/** By which column and which way the rows stand. */
export type TableSort<Id extends string = string> = Readonly<{ column: Id; descending: boolean }>;

/** Where a table gets its rows from; a page cache is one. */
export type RowSource<Row> = Readonly<{
  count: number;
  rowAt(index: number): Row | undefined;
  want(first: number, last: number): void;
  subscribe(listener: () => void): () => void;
  version(): number;
}>;
