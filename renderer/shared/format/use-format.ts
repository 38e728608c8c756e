import type { TFunction } from 'i18next';
import type { Day, Zone } from '../../../main/domain/local-time.ts';
import type { Currency } from '../../../main/domain/money.ts';
import type { Instant } from '../../../main/domain/orders/order.ts';
import type { Language } from '../i18n/resources.ts';
import { useTexts, type Texts } from '../i18n/use-texts.ts';
import { writeDuration, writeRemaining } from './duration.ts';
import {
  writeClock,
  writeClockSeconds,
  writeDay,
  writeDayInWords,
  writeMoment,
  writeZoneNote,
} from './moment.ts';
import { writeAmount, writeExactMoney, writeMoney } from './money.ts';
import { writeFigure, writeNumber } from './number.ts';

/** The PC's own zone. */
export const hereZone = (): Zone => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Everything that turns values into text of one language; zones default to the PC's. */
export type Format = Readonly<{
  number(value: number, digits?: number): string;
  /** As `number`, zero as —. */
  figure(value: number, digits?: number): string;
  money(minor: number, currency: Currency): string;
  /** Without the unit, for columns whose header names it. */
  amount(minor: number, currency: Currency): string;
  exactMoney(minor: number, currency: Currency): string;
  clock(instant: Instant, zone?: Zone): string;
  clockSeconds(instant: Instant, zone?: Zone): string;
  moment(instant: Instant, zone?: Zone, now?: Instant): string;
  /** As `moment`, to the second and by the PC's clock. */
  exactMoment(instant: Instant): string;
  day(day: Day): string;
  dayInWords(day: Day): string;
  /** `UTC+5` when the zone's clock differs from the PC's, else ''. */
  zoneNote(instant: Instant, zone: Zone): string;
  duration(ms: number): string;
  /** `3 мин назад`. */
  ago(ms: number): string;
  remaining(ms: number): string;
}>;

/** Binds the pure functions of this folder to a language. */
export function createFormat(t: TFunction, language: Language, here: Zone): Format {
  return {
    number: (value, digits) => writeNumber(value, language, digits),
    figure: (value, digits) => writeFigure(value, language, digits),
    money: (minor, currency) => writeMoney(minor, currency, language),
    amount: (minor, currency) => writeAmount(minor, currency, language),
    exactMoney: (minor, currency) => writeExactMoney(minor, currency, language),
    clock: (instant, zone = here) => writeClock(instant, zone),
    clockSeconds: (instant, zone = here) => writeClockSeconds(instant, zone),
    moment: (instant, zone = here, now = Date.now()) =>
      writeMoment(instant, { now, zone, language, t }),
    exactMoment: (instant) =>
      writeMoment(instant, { now: Date.now(), zone: here, language, t, seconds: true }),
    day: (day) => writeDay(day, language),
    dayInWords: (day) => writeDayInWords(day, language),
    zoneNote: (instant, zone) => writeZoneNote(instant, zone, here),
    duration: (ms) => writeDuration(ms, t),
    ago: (ms) => t('format.ago', { duration: writeDuration(ms, t) }),
    remaining: (ms) => writeRemaining(ms, t),
  };
}

const formats = new WeakMap<Texts, Format>();

/** Formats in the language of the window: the same for everybody in it. */
export function useFormat(): Format {
  const texts = useTexts();
  const known = formats.get(texts);
  if (known) return known;
  const format = createFormat(texts.t, texts.language, hereZone());
  formats.set(texts, format);
  return format;
}
