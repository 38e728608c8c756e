import type { TFunction } from 'i18next';
import {
  addDays,
  dayOf,
  offsetAt,
  writeLocal,
  type Day,
  type Zone,
} from '../../../main/domain/local-time.ts';
import type { Instant } from '../../../main/domain/orders/order.ts';
import type { Language } from '../i18n/resources.ts';
import { MINUS, NBSP } from './number.ts';

/** `14:32` in the zone. */
export const writeClock = (instant: Instant, zone: Zone): string =>
  writeLocal(instant, zone).slice(11, 16);

/** `14:32:05` in the zone. */
export const writeClockSeconds = (instant: Instant, zone: Zone): string =>
  writeLocal(instant, zone).slice(11, 19);

const englishDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `21.11.2026`, in English `21 Nov 2026`. */
export function writeDay(day: Day, language: Language): string {
  if (language === 'en') return englishDay.format(Date.parse(`${day}T00:00:00Z`));
  return day.split('-').toReversed().join('.');
}

/** `21 ноября`, in English `21 November`. */
export function writeDayInWords(day: Day, language: Language): string {
  const locale = language === 'ru' ? 'ru' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(`${day}T00:00:00Z`));
}

/** What a moment is written for. */
export type MomentContext = Readonly<{
  now: Instant;
  zone: Zone;
  language: Language;
  t: TFunction;
  seconds?: boolean;
}>;

/** Today `14:32`, yesterday «вчера 14:32», tomorrow «завтра 14:32», else `21.11.2026 14:32`. */
export function writeMoment(instant: Instant, context: MomentContext): string {
  const { now, zone, language, t } = context;
  const day = dayOf(instant, zone);
  const today = dayOf(now, zone);
  const time = (context.seconds ? writeClockSeconds : writeClock)(instant, zone);
  if (day === today) return time;
  if (day === addDays(today, -1)) return t('format.yesterday', { time });
  if (day === addDays(today, 1)) return t('format.tomorrow', { time });
  return `${writeDay(day, language)}${NBSP}${time}`;
}

/** `UTC+5` when clocks there and here differ at the instant, else ''. */
export function writeZoneNote(instant: Instant, zone: Zone, here: Zone): string {
  const offsetMs = offsetAt(instant, zone);
  if (offsetMs === offsetAt(instant, here)) return '';
  const minutes = Math.abs(offsetMs) / 60_000;
  const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
  return `UTC${offsetMs < 0 ? MINUS : '+'}${Math.floor(minutes / 60)}${rest}`;
}
