import type { Day } from './local-time.ts';

const DAY_MS = 86_400_000;

/** Whole days since 1970-01-01: how the store keeps calendar days. */
export const toEpochDay = (day: Day): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

/** The calendar day of a stored number. */
export const fromEpochDay = (epochDay: number): Day =>
  new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
