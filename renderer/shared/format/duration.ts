import type { TFunction } from 'i18next';
import { MINUS } from './number.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `12 с`, `3 мин`, `1 ч 5 мин`, `2 дн 3 ч`: two units at most, rounded down; never negative. */
export function writeDuration(ms: number, t: TFunction): string {
  const span = Math.max(0, ms);
  if (span < MINUTE) return t('format.seconds', { count: Math.floor(span / SECOND) });
  if (span < HOUR) return t('format.minutes', { count: Math.floor(span / MINUTE) });
  if (span < DAY) {
    const hours = Math.floor(span / HOUR);
    const minutes = Math.floor((span % HOUR) / MINUTE);
    return minutes === 0
      ? t('format.hours', { count: hours })
      : t('format.hours-minutes', { hours, minutes });
  }
  const days = Math.floor(span / DAY);
  const hours = Math.floor((span % DAY) / HOUR);
  return hours === 0 ? t('format.days', { count: days }) : t('format.days-hours', { days, hours });
}

/**
 * Time to a promise: `8 мин`, missed `−12 мин`, from ten hours on `11 ч`; a minute begun is not yet
 * late, nor has it passed.
 */
export function writeRemaining(ms: number, t: TFunction): string {
  const minutes = Math.trunc(ms / MINUTE);
  const text = writeDistance(Math.abs(minutes) * MINUTE, t);
  return ms < 0 && minutes !== 0 ? `${MINUS}${text}` : text;
}

function writeDistance(span: number, t: TFunction): string {
  if (span < 2 * HOUR) return t('format.minutes', { count: span / MINUTE });
  return writeDuration(span < 10 * HOUR ? span : span - (span % HOUR), t);
}
