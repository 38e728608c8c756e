import type { TFunction } from 'i18next';
import type { MeasureUnit, ReportCell } from '../../../../main/contract/reports.ts';
import { minorDigits } from '../../../../main/domain/money.ts';
import { assertNever } from '../../../../main/domain/assert-never.ts';
import { DASH, MINUS, NBSP } from '../../../shared/format/number.ts';
import type { Format } from '../../../shared/format/use-format.ts';

/** What a figure is written for. */
export type FigureContext = Readonly<{ currency: string; format: Format; t: TFunction }>;

const HUNDREDTHS = 100;
const AMOUNT_SCALE = 1000;

/** A share in hundredths of a percent as `38,1 %`. */
export const writeShare = (value: number, format: Format): string =>
  `${format.number(value / HUNDREDTHS, 1)}${NBSP}%`;

function writeSeconds(value: number, { format }: FigureContext): string {
  const text = format.duration(Math.abs(value) * 1000);
  return value < 0 ? `${MINUS}${text}` : text;
}

/** Whole pieces without decimals, weights with as many as they have. */
function writeAmount(value: number, { format }: FigureContext): string {
  const digits = [0, 1, 2, 3].find((count) => value % (AMOUNT_SCALE / 10 ** count) === 0) ?? 3;
  return format.figure(value / AMOUNT_SCALE, digits);
}

/** A figure of a table: zero and what is not known as —, without the unit that the heading names. */
export function writeFigure(cell: ReportCell, unit: MeasureUnit, context: FigureContext): string {
  if (cell === null) return DASH;
  if (typeof cell === 'string') return cell;
  const { format, currency } = context;
  switch (unit) {
    case 'count':
    case 'score':
      return format.figure(cell, Number.isInteger(cell) ? 0 : 2);
    case 'money':
      return format.amount(cell, currency);
    case 'share':
      return cell === 0 ? DASH : writeShare(cell, format);
    case 'seconds':
      return cell === 0 ? DASH : writeSeconds(cell, context);
    case 'amount':
      return writeAmount(cell, context);
    case 'class':
      return String(cell);
    default:
      return assertNever(unit);
  }
}

/** The figure with its unit, for tiles, charts and hover. */
export function writeWhole(cell: ReportCell, unit: MeasureUnit, context: FigureContext): string {
  const { format, currency, t } = context;
  if (cell === null) return t('report-screens.unknown');
  if (unit === 'money' && typeof cell === 'number') return format.exactMoney(cell, currency);
  if (cell === 0) return unit === 'share' ? writeShare(0, format) : '0';
  return writeFigure(cell, unit, context);
}

/** For tiles: money without kopecks, shares and counts as they are. */
export function tileText(cell: ReportCell, unit: MeasureUnit, context: FigureContext): string {
  const { format, currency } = context;
  if (unit !== 'money' || typeof cell !== 'number') return writeWhole(cell, unit, context);
  const whole = 10 ** minorDigits(currency);
  return cell === 0 ? format.exactMoney(0, currency) : format.money(roundTo(cell, whole), currency);
}

const roundTo = (value: number, step: number): number => Math.round(value / step) * step;

/** How a figure changed; `by` below 0: it fell. */
export type Change = Readonly<{ by: number; text: string }>;

/** `▲ 12,4 %` of the compared figure, of shares the difference in points; null where nothing can be said. */
export function changeOf(
  unit: MeasureUnit,
  now: ReportCell,
  before: ReportCell | undefined,
  { format, t }: Pick<FigureContext, 'format' | 't'>,
): Change | null {
  if (typeof now !== 'number' || typeof before !== 'number') return null;
  const by = now - before;
  if (by === 0) return null;
  const sign = by > 0 ? '▲' : '▼';
  if (unit === 'share') {
    const points = format.number(Math.abs(by) / HUNDREDTHS, 1);
    return { by, text: `${sign}${NBSP}${t('report-screens.points', { points })}` };
  }
  if (before === 0) return null;
  return { by, text: `${sign}${NBSP}${writeShare(Math.abs(by / before) * 10_000, format)}` };
}
