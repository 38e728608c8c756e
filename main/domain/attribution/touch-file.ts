import type { ImportedKind } from './attribution-touch.ts';

/** What a column of a file of visits, calls or leads may mean. */
export const TOUCH_ROLES = [
  'at',
  'kind',
  'phone',
  'email',
  'client',
  'visit',
  'order-number',
  'source',
  'level-1',
  'level-2',
  'level-3',
  'level-4',
  'level-5',
  'level-6',
  'level-7',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
] as const;

/** What one column means. */
export type TouchRole = (typeof TOUCH_ROLES)[number];

/** Which header plays which role, what rows without a kind are, and the zone of times without one. */
export type TouchMapping = Readonly<{
  columns: Readonly<Partial<Record<TouchRole, string>>>;
  kind: ImportedKind;
  zone: string;
}>;

/** Why a row was not taken. */
export const WRONG_REASONS = [
  'no-time',
  'bad-time',
  'future',
  'no-key',
  'bad-phone',
  'bad-kind',
  'cells',
  'too-long',
  'not-a-row',
  'duplicate',
] as const;

/** Why one row was left out; texts under `attribution.wrong.<reason>`. */
export type WrongReason = (typeof WRONG_REASONS)[number];

/** A row of the file (from 1, the header being 1 in a table) that was not taken. */
export type WrongRow = Readonly<{ row: number; reason: WrongReason; text: string }>;

/** What came of the rows of a file: how many were taken, how many refused and why. */
export type TouchFileReport = Readonly<{
  rows: number;
  taken: number;
  refused: number;
  reasons: Readonly<Partial<Record<WrongReason, number>>>;
  /** The first wrong rows; phones are masked. */
  wrong: readonly WrongRow[];
}>;
