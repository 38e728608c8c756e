import type { Instant } from '../orders/order.ts';

/** A row of a file that was not taken: its number as a spreadsheet shows it, and a code under `joining.import.`. */
export type RefusedRow = Readonly<{ row: number; reason: string; text: string }>;

/** A file with orders that was taken in. */
export type OrderImport = Readonly<{
  id: number;
  fileName: string;
  importedAt: Instant;
  author: string;
  taken: number;
  created: number;
  /** With `created` less than `taken`: the import was stopped in its middle. */
  joined: number;
  /** Rows that were not taken, all of them. */
  wrong: number;
  /** The first of them. */
  refused: readonly RefusedRow[];
}>;
