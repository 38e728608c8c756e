import { describe, expect, it } from 'vitest';
import { writeExactMoney, writeAmount, writeMoney } from '../../../renderer/shared/format/money.ts';
import { writeFigure, writeNumber } from '../../../renderer/shared/format/number.ts';

describe('writeNumber', () => {
  it('parts thousands by thin spaces in Russian and commas in English', () => {
    expect(writeNumber(1_204_330, 'ru')).toBe('1\u202F204\u202F330');
    expect(writeNumber(1_204_330, 'en')).toBe('1,204,330');
    expect(writeNumber(999, 'ru')).toBe('999');
  });

  it('writes minus as a sign as wide as a digit, and never a negative zero', () => {
    expect(writeNumber(-236, 'ru')).toBe('\u2212236');
    expect(writeNumber(-0.001, 'ru', 2)).toBe('0,00');
  });

  it('groups the whole part only', () => {
    expect(writeNumber(1234.5678, 'ru', 4)).toBe('1\u202F234,5678');
    expect(writeNumber(1234.5, 'en', 1)).toBe('1,234.5');
  });

  it('shows a figure of zero as a dash', () => {
    expect(writeFigure(0, 'ru')).toBe('—');
    expect(writeFigure(5, 'ru')).toBe('5');
  });
});

describe('writeMoney', () => {
  it('writes roubles as Russians do', () => {
    expect(writeMoney(120_433_000, 'RUB', 'ru')).toBe('1\u202F204\u202F330\u00A0₽');
    expect(writeMoney(-23_600, 'RUB', 'ru')).toBe('\u2212236\u00A0₽');
    expect(writeMoney(0, 'RUB', 'ru')).toBe('—');
  });

  it('shows kopecks only where there are any', () => {
    expect(writeMoney(23_650, 'RUB', 'ru')).toBe('236,50\u00A0₽');
    expect(writeAmount(23_650, 'RUB', 'ru')).toBe('236,50');
    expect(writeAmount(23_600, 'RUB', 'ru')).toBe('236');
  });

  it('puts the sign first in English', () => {
    expect(writeMoney(-120_433_000, 'RUB', 'en')).toBe('\u2212₽1,204,330');
  });

  it('knows currencies without minor units and those of nobody', () => {
    expect(writeMoney(1500, 'JPY', 'ru')).toBe('1\u202F500\u00A0¥');
    expect(writeMoney(150_000, 'XXQ', 'ru')).toBe('1\u202F500\u00A0XXQ');
    expect(writeMoney(150_000, 'бонусы', 'ru')).toBe('1\u202F500\u00A0бонусы');
  });

  it('gives the exact value for the hover', () => {
    expect(writeExactMoney(120_433_000, 'RUB', 'ru')).toBe('1\u202F204\u202F330,00\u00A0₽');
    expect(writeExactMoney(0, 'RUB', 'ru')).toBe('0,00\u00A0₽');
  });
});
