import type { BackFill } from '../../../../main/contract/back-fill.ts';
import { addDays, type Day } from '../../../../main/domain/local-time.ts';

/** What is wanted of the history, as it is typed. */
export type HistoryDraft = Readonly<{
  from: Day;
  to: Day;
  atNight: boolean;
  /** Whole hours of the venue's clock. */
  nightFrom: number;
  nightTo: number;
}>;

const YEAR_DAYS = 365;
const MINUTES = 60;
const NIGHT = { from: 1, to: 9 } as const;

/** A year up to yesterday, or what was wanted before. */
export function historyDraftOf({ newest, oldest, from, to, night }: BackFill): HistoryDraft {
  const yearAgo = addDays(newest, 1 - YEAR_DAYS);
  return {
    from: from ?? (yearAgo < oldest ? oldest : yearAgo),
    to: to ?? newest,
    atNight: night !== null,
    nightFrom: night ? Math.floor(night.from / MINUTES) : NIGHT.from,
    nightTo: night ? Math.floor(night.to / MINUTES) : NIGHT.to,
  };
}

/** Whether the period can be asked for. */
export const isHistoryPeriod = (
  { from, to }: HistoryDraft,
  { newest, oldest }: BackFill,
): boolean => from !== '' && to !== '' && from <= to && from >= oldest && to <= newest;

/** The question for the core. */
export const wantedOf = (connectionId: number, draft: HistoryDraft) => ({
  connectionId,
  from: draft.from,
  to: draft.to,
  night: draft.atNight ? { from: draft.nightFrom * MINUTES, to: draft.nightTo * MINUTES } : null,
});
