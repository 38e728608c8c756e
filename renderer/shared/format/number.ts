import type { Language } from '../i18n/resources.ts';

/** U+202F: thin, and never the end of a line. */
export const THIN = '\u202F';
/** U+00A0: between a figure and its unit. */
export const NBSP = '\u00A0';
/** U+2212: as wide as a digit, unlike the hyphen. */
export const MINUS = '\u2212';
/** What stands for zero and for nothing in figures. */
export const DASH = '—';

const SIGNS: Readonly<Record<Language, Readonly<{ group: string; point: string }>>> = {
  ru: { group: THIN, point: ',' },
  en: { group: ',', point: '.' },
};

/** Digits in threes with `digits` decimals; minus as −, zero as 0. */
export function writeNumber(value: number, language: Language, digits = 0): string {
  const { group, point } = SIGNS[language];
  const [whole = '0', fraction] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  const text = fraction ? `${grouped}${point}${fraction}` : grouped;
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text;
}

/** A figure of a table: zero is shown as —. */
export function writeFigure(value: number, language: Language, digits = 0): string {
  return value === 0 ? DASH : writeNumber(value, language, digits);
}
