/** Which rule a part of an iiko.biz API login breaks (`features.md` row 12). */
export type LoginRule = 'empty' | 'short' | 'letters' | 'no-digit' | 'no-letter';

const SHORTEST = 8;

/**
 * The first broken rule, null when none is: at least eight characters, latin letters and digits
 * without spaces; the secret has one of each. (A login of letters alone is in use: `demoDelivery`.)
 */
export function brokenLoginRule(part: 'user-id' | 'user-secret', typed: string): LoginRule | null {
  const text = typed.trim();
  if (text === '') return 'empty';
  if (/[^\x21-\x7e]/.test(text)) return 'letters';
  if (text.length < SHORTEST) return 'short';
  if (part === 'user-id') return null;
  if (!/\d/.test(text)) return 'no-digit';
  return /[a-z]/i.test(text) ? null : 'no-letter';
}
