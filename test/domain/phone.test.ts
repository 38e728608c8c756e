import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPhone, maskPhonesInText, normalisePhone, phoneTail } from '../../main/domain/phone.ts';

const SEED = 20_261_121;

describe('phones', () => {
  it.each([
    ['8 (916) 123-45-67', '+79161234567'],
    ['+7 916 123 45 67', '+79161234567'],
    ['9161234567', '+79161234567'],
    ['79161234567', '+79161234567'],
    ['00375 29 123-45-67', '+375291234567'],
    ['+77011234567', '+77011234567'],
    ['123', '123'],
    ['доб. 12', '12'],
    ['', ''],
  ])('writes «%s» as «%s»', (text, expected) => {
    expect(normalisePhone(text)).toBe(expected);
  });

  it('writes each way of one Russian mobile number the same', () => {
    const national = fc
      .tuple(fc.integer({ min: 900, max: 999 }), fc.integer({ min: 0, max: 9_999_999 }))
      .map(([code, rest]) => ({ code: String(code), rest: String(rest).padStart(7, '0') }));
    fc.assert(
      fc.property(national, ({ code, rest }) => {
        const ways = [
          `+7${code}${rest}`,
          `8${code}${rest}`,
          `8 (${code}) ${rest.slice(0, 3)}-${rest.slice(3, 5)}-${rest.slice(5)}`,
          `+7 ${code} ${rest.slice(0, 3)} ${rest.slice(3)}`,
        ].map((text) => phoneTail(normalisePhone(text)).slice(0, 10));
        expect(new Set(ways).size).toBe(1);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('turns the number round, so that its end comes first', () => {
    expect(phoneTail('+7 916 123-45-67')).toBe('76543216197');
  });

  it('shows four digits at most, whatever the number', () => {
    expect(maskPhone('+79161234107')).toBe('••41-07');
    expect(['', '—', '12', '1234'].map(maskPhone)).toEqual(['', '', '••', '••']);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const digits = text.replace(/\D/g, '').length;
        const shown = maskPhone(text).replace(/\D/g, '').length;
        expect(shown).toBe(digits > 4 ? 4 : 0);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it.each([
    ['Позвонить +7 (916) 123-41-07 заранее', 'Позвонить ••41-07 заранее'],
    ['89161234107,второй 9161234108', '••41-07,второй ••41-08'],
    ['2 пиццы, дом 12, кв. 345', '2 пиццы, дом 12, кв. 345'],
    ['к 18:30, 21.11.2026', 'к 18:30, 21.11.2026'],
    ['домофон 1234567', 'домофон 1234567'],
  ])('masks phones in «%s»', (text, expected) => {
    expect(maskPhonesInText(text)).toBe(expected);
  });

  it('leaves no eleven digits in a row of any text with a number in it', () => {
    const number = fc.integer({ min: 79_000_000_000, max: 79_999_999_999 }).map(String);
    const around = fc.constantFrom('', ' ', 'тел. ', ' доб.', '\n', '(', ')', 'Анна ');
    fc.assert(
      fc.property(around, number, around, (before, phone, after) => {
        const masked = maskPhonesInText(`${before}+${phone}${after}`);
        expect(masked).not.toContain(phone.slice(0, 8));
        expect(masked).toContain(`••${phone.slice(-4, -2)}-${phone.slice(-2)}`);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
