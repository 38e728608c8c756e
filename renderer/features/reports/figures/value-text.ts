import type { i18n, TFunction } from 'i18next';
import type { DimensionValue } from '../../../../main/contract/reports.ts';
import type { Format } from '../../../shared/format/use-format.ts';

/** Writes values of dimensions in the reader's language. */
export type ValueWriter = (value: DimensionValue) => string;

const MONTH = /^(\d{4})-(\d\d)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

function monthText(key: string, language: string): string {
  const [, year = '', month = ''] = MONTH.exec(key) ?? [];
  const locale = language === 'en' ? 'en-GB' : 'ru';
  const at = Date.UTC(Number(year), Number(month) - 1, 1);
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(at);
  return `${name} ${year}`;
}

function timeText(value: DimensionValue, texts: i18n, t: TFunction, format: Format): string | null {
  const { dimension, key } = value;
  if (dimension === 'day' && DAY.test(key)) return format.day(key);
  if (dimension === 'week' && DAY.test(key))
    return t('report-screens.week', { day: format.day(key) });
  if (MONTH.test(key) && (dimension === 'month' || dimension === 'cohort'))
    return monthText(key, texts.language);
  return dimension === 'hour' && /^\d+$/.test(key) ? `${key.padStart(2, '0')}:00` : null;
}

/** Binds the writer to a language. Names from outside are given back as they are. */
export function valueWriter(texts: i18n, t: TFunction, format: Format): ValueWriter {
  return (value) => {
    const { dimension, key, label } = value;
    const time = timeText(value, texts, t, format);
    if (time !== null) return time;
    if (dimension === 'age') return t('report-screens.age', { age: key });
    const known = `reports.value.${dimension}.${key}`;
    if (key !== '' && texts.exists(known)) return t(known);
    if (label !== '') return label;
    const empty = `reports.empty.${dimension}`;
    return texts.exists(empty) ? t(empty) : t('report-screens.empty');
  };
}
