import { minorDigits, type Currency } from '../../../main/domain/money.ts';
import type { Language } from '../i18n/resources.ts';
import { DASH, MINUS, NBSP, writeNumber } from './number.ts';

const symbols = new Map<Currency, string>();

function symbolOf(currency: Currency): string {
  const known = symbols.get(currency);
  if (known) return known;
  let symbol: string = currency;
  try {
    const format = new Intl.NumberFormat('ru', {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    });
    symbol = format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
  } catch {
    // An outside system may name a currency that no standard knows: its code is shown as it came.
  }
  symbols.set(currency, symbol);
  return symbol;
}

function withSymbol(amount: string, currency: Currency, language: Language): string {
  const symbol = symbolOf(currency);
  if (language === 'ru' || symbol.length > 1) return `${amount}${NBSP}${symbol}`;
  return amount.startsWith(MINUS) ? `${MINUS}${symbol}${amount.slice(1)}` : `${symbol}${amount}`;
}

const majorOf = (minor: number, currency: Currency): number => minor / 10 ** minorDigits(currency);

const wholeIn = (minor: number, currency: Currency): boolean =>
  minor % 10 ** minorDigits(currency) === 0;

/** The amount without its unit, for columns whose header names it; kopecks only where there are any, zero as —. */
export function writeAmount(minor: number, currency: Currency, language: Language): string {
  if (minor === 0) return DASH;
  const digits = wholeIn(minor, currency) ? 0 : minorDigits(currency);
  return writeNumber(majorOf(minor, currency), language, digits);
}

/** `1 204 330 ₽`, `−236,50 ₽`, zero as —. */
export function writeMoney(minor: number, currency: Currency, language: Language): string {
  if (minor === 0) return DASH;
  return withSymbol(writeAmount(minor, currency, language), currency, language);
}

/** The exact value with all its digits, for the hover text: `0,00 ₽`, `1 204 330,00 ₽`. */
export function writeExactMoney(minor: number, currency: Currency, language: Language): string {
  const amount = writeNumber(majorOf(minor, currency), language, minorDigits(currency));
  return withSymbol(amount, currency, language);
}
