import { z } from 'zod';
import { PERIOD_PRESETS } from '../domain/reports/report-period.ts';
import type { FailureData } from '../domain/failure.ts';
import type { Instant } from '../domain/orders/order.ts';
import { reportQuery } from './report-query.ts';

/** A report that is written into a folder by itself; its days follow the calendar. */
export const exportSchedule = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** The period of the question is replaced by the preset's days when it is run. */
  query: reportQuery,
  preset: z.enum(PERIOD_PRESETS),
  format: z.enum(['xlsx', 'csv']),
  language: z.enum(['ru', 'en']),
  /** Absolute path of a folder that is there. */
  folder: z.string().trim().min(1).max(500),
  hour: z.int().min(0).max(23),
  weekday: z.int().min(1).max(7).nullable(),
});

/** What a person says of a scheduled export. */
export type ExportSchedule = z.output<typeof exportSchedule>;

/** A scheduled export with how its newest run ended. */
export type ScheduledExport = ExportSchedule &
  Readonly<{
    id: number;
    author: string;
    createdAt: Instant;
    last: Readonly<{ at: Instant; fileName: string | null; failure: FailureData | null }> | null;
  }>;
