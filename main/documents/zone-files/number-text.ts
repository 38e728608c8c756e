const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;
/** Smaller parts of a degree than an atom are left as they are. */
const SMALLEST_POWER = 20;
const EXPONENT = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/;

/** The number a text says in decimal; null for anything else, however large it would be. */
export function numberOf(text: string): number | null {
  if (!NUMBER.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** Degrees as maps write them: the shortest decimal that reads as the same number, no exponent. */
export function degreesText(value: number): string {
  const text = String(value);
  const found = EXPONENT.exec(text);
  const [, sign = '', lead = '', rest = '', power = '0'] = found ?? [];
  if (!found || Number(power) > SMALLEST_POWER) return text;
  return `${sign}0.${'0'.repeat(Number(power) - 1)}${lead}${rest}`;
}
