/** ISO 4217 code, upper case. */
export type Currency = string;

/** Assumed where no system names a currency. */
export const HOME_CURRENCY: Currency = 'RUB';

const WITHOUT_MINOR_UNITS = new Set([
  'CLP',
  'ISK',
  'JPY',
  'KRW',
  'PYG',
  'UGX',
  'VND',
  'XAF',
  'XOF',
]);
const WITH_THREE_DIGITS = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/** How many decimal digits the currency's minor unit has (ISO 4217): 0, 2 or 3. */
export function minorDigits(currency: Currency): 0 | 2 | 3 {
  if (WITHOUT_MINOR_UNITS.has(currency)) return 0;
  return WITH_THREE_DIGITS.has(currency) ? 3 : 2;
}

/**
 * Whole minor units nearest to a JSON number of major units (iiko sends doubles, `iiko-api.md` 1.1).
 * Half rounds away from zero after absorbing binary noise, so 1.005 becomes 101 and −1.005 −101.
 */
export function toMinor(major: number, currency: Currency): number {
  const scaled = Math.abs(major) * 10 ** minorDigits(currency);
  const minor = Number.isInteger(scaled) ? scaled : Math.round(Number(scaled.toPrecision(15)));
  return major < 0 ? -minor || 0 : minor;
}
