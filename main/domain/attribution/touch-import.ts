import type { Instant } from '../orders/order.ts';
import type { TouchFileReport } from './touch-file.ts';

/** A file that was taken in. */
export type TouchImport = Readonly<{
  id: number;
  fileName: string;
  author: string;
  at: Instant;
  format: string;
  report: TouchFileReport;
}>;
