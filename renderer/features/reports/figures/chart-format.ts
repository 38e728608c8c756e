import type { MeasureUnit } from '../../../../main/contract/reports.ts';
import { minorDigits } from '../../../../main/domain/money.ts';
import type { ChartFormat } from '../../../shared/charts/chart-spec.ts';
import { NBSP } from '../../../shared/format/number.ts';
import { writeWhole, type FigureContext } from './write-figure.ts';

const MINUTE_S = 60;

const compact = new Map<string, Intl.NumberFormat>();

function writeCompact(value: number, language: string): string {
  const known = compact.get(language);
  const locale = language === 'en' ? 'en-GB' : 'ru';
  const format =
    known ?? new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  compact.set(language, format);
  return format.format(value);
}

/** The value in the unit that an axis counts in. */
function onAxis(value: number, unit: MeasureUnit, currency: string): number {
  switch (unit) {
    case 'money':
      return value / 10 ** minorDigits(currency);
    case 'share':
      return value / 100;
    case 'seconds':
      return value / MINUTE_S;
    case 'amount':
      return value / 1000;
    case 'count':
    case 'score':
    case 'class':
      return value;
  }
}

/** How a chart writes figures of the unit; seconds stand as minutes on its axis. */
export function chartFormat(
  unit: MeasureUnit,
  context: FigureContext,
  language: string,
): ChartFormat {
  const { currency, format, t } = context;
  const end = unit === 'share' ? `${NBSP}%` : '';
  return {
    full: (value) => writeWhole(Math.round(value), unit, context),
    short: (value) => {
      const text = writeCompact(onAxis(value, unit, currency), language);
      return unit === 'seconds' ? t('report-screens.minutes', { minutes: text }) : text + end;
    },
    share: (part) => `${format.number(part * 100, part < 0.1 && part > 0 ? 1 : 0)}${NBSP}%`,
  };
}
