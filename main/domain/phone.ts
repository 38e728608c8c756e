import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';

const ALREADY_INTERNATIONAL = /^\+\d{8,15}$/;

/**
 * The number in E.164 where it can be read as one («8 (916) …» becomes «+7916…»), otherwise its
 * digits as they came. A leading 00 counts as + (`libraries.md` 15).
 */
export function normalisePhone(text: string, country: CountryCode = 'RU'): string {
  if (ALREADY_INTERNATIONAL.test(text)) return text;
  const parsed = parsePhoneNumberFromString(text.replace(/^\s*00/, '+'), country);
  return parsed?.isValid() ? parsed.number : text.replace(/[^\d+]/g, '');
}

/** Digits from the last to the first: a search by the tail becomes a search by the beginning. */
export function phoneTail(phone: string): string {
  let tail = '';
  for (let at = phone.length - 1; at >= 0; at -= 1) {
    const digit = phone[at]!;
    if (digit >= '0' && digit <= '9') tail += digit;
  }
  return tail;
}

const SHOWN_DIGITS = 4;

/** «••41-07»: what somebody without the right D_SFN sees (feature 119). */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length <= SHOWN_DIGITS) return digits === '' ? '' : '••';
  const tail = digits.slice(-SHOWN_DIGITS);
  return `••${tail.slice(0, 2)}-${tail.slice(2)}`;
}

const PHONE_LIKE = /(?<![\d.,:-])\+?\d[\d\s()‐‑–-]{8,}\d(?![\d:])/g;

/** Masks everything in a free text that reads as a phone number of ten digits or more. */
export function maskPhonesInText(text: string): string {
  return text.replace(PHONE_LIKE, (found) => {
    const count = found.replace(/\D/g, '').length;
    return count >= 10 && count <= 15 ? maskPhone(found) : found;
  });
}
