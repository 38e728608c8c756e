import { minorDigits } from '../../../../main/domain/money.ts';
import type { Format } from '../../../shared/format/use-format.ts';

/** Money without kopecks: those of a month of orders say nothing. */
export function wholeMoney(format: Format, minor: number, currency: string): string {
  const unit = 10 ** minorDigits(currency);
  return format.money(Math.round(minor / unit) * unit, currency);
}
