import { fromEpochDay, toEpochDay } from './epoch-day.ts';

const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const RUSSIAN_DAY = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/;

/** Whole days since 1970 of «2026-11-21» or «21.11.2026»; null for anything that is no day. */
export function readDayCell(text: string): number | null {
  const trimmed = text.trim();
  const iso = ISO_DAY.exec(trimmed);
  const russian = RUSSIAN_DAY.exec(trimmed);
  const [year, month, date] = iso
    ? [iso[1], iso[2], iso[3]]
    : russian
      ? [russian[3], russian[2], russian[1]]
      : [];
  if (!year || !month || !date) return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const epochDay = toEpochDay(day);
  return Number.isNaN(epochDay) || fromEpochDay(epochDay) !== day ? null : epochDay;
}

const NUMBER = /^(\d{1,12})(?:[.,](\d{1,6}))?$/;

/**
 * A decimal that is not negative, as a whole number of 10^-digits: «1 234,50» with two digits is
 * 123450. Null for anything else, and for more digits than fit.
 */
export function readDecimalCell(text: string, digits: number): number | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f₽]/gu, '').replace(/руб\.?$/u, '');
  const match = NUMBER.exec(bare);
  if (!match) return null;
  const [, whole = '0', part = ''] = match;
  const kept = part.replace(/0+$/, '');
  if (kept.length > digits) return null;
  return Number(whole + kept.padEnd(digits, '0'));
}
