import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period } from '../../../../main/domain/reports/report-period.ts';

/** `1–21 ноября`, with the year where it is not that of today. */
export function writeDays({ from, to }: Period, language: string, thisYear: string): string {
  const plain = [from, to].every((day) => day.startsWith(thisYear));
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ru', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(plain ? {} : { year: 'numeric' }),
  });
  const [start, end] = [from, to].map((day) => Date.parse(`${day}T00:00:00Z`)) as [number, number];
  return from === to ? format.format(start) : format.formatRange(start, end);
}

/** Days of a period in words. */
export function useDaysText(): (period: Period) => string {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useCallback(
    (period) => writeDays(period, language, new Date().toISOString().slice(0, 4)),
    [language],
  );
}
