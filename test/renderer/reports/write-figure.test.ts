import { describe, expect, it } from 'vitest';
import {
  changeOf,
  tileText,
  writeFigure,
  writeWhole,
} from '../../../renderer/features/reports/figures/write-figure.ts';
import { valueWriter } from '../../../renderer/features/reports/figures/value-text.ts';
import { createFormat } from '../../../renderer/shared/format/use-format.ts';
import { createI18n } from '../../../renderer/shared/i18n/create-i18n.ts';

const i18n = await createI18n('ru');
const { t } = i18n;
const format = createFormat(t, 'ru', 'Europe/Moscow');
const context = { currency: 'RUB', format, t };
const plain = (text: string): string => text.replaceAll(/[\u202F\u00A0]/g, ' ');

describe('a figure', () => {
  it.each([
    ['count', 24_033, '24 033'],
    ['count', 0, '—'],
    ['count', null, '—'],
    ['count', 2.5, '2,50'],
    ['money', 264_018_050, '2 640 180,50'],
    ['money', -1_950_700, '−19 507'],
    ['share', 3810, '38,1 %'],
    ['share', -900, '−9,0 %'],
    ['seconds', 900, '15 мин'],
    ['seconds', -480, '−8 мин'],
    ['amount', 29_000, '29'],
    ['amount', 3_149_750, '3 149,75'],
    ['class', 'A', 'A'],
  ] as const)('of %s %j is written as %s', (unit, cell, text) => {
    expect(plain(writeFigure(cell, unit, context))).toBe(text);
  });

  it('is whole and exact on hover, short on a tile, and says when it is not known', () => {
    expect(plain(writeWhole(120_433_000, 'money', context))).toBe('1 204 330,00 ₽');
    expect(plain(tileText(120_433_049, 'money', context))).toBe('1 204 330 ₽');
    expect(writeWhole(null, 'money', context)).toBe('неизвестно');
    expect(writeWhole(0, 'count', context)).toBe('0');
  });

  it('changes by a part of what it was, shares by points', () => {
    const text = (...given: Parameters<typeof changeOf>) => plain(changeOf(...given)?.text ?? '');
    expect(text('count', 112, 100, context)).toBe('▲ 12,0 %');
    expect(text('money', -50, -100, context)).toBe('▲ 50,0 %');
    expect(text('share', 900, 1000, context)).toBe('▼ 1,0 п. п.');
    expect([changeOf('count', 5, 0, context), changeOf('count', 5, 5, context)]).toEqual([
      null,
      null,
    ]);
  });
});

describe('a value', () => {
  const write = valueWriter(i18n, t, format);
  const value = (dimension: 'channel' | 'hour' | 'month' | 'weekday' | 'week', key: string) => ({
    dimension,
    key,
    label: key,
  });

  it('is named in the reader’s language, a name from outside as it came', () => {
    expect(write(value('channel', '<b>{{x}}</b>'))).toBe('<b>{{x}}</b>');
    expect(write(value('hour', '5'))).toBe('05:00');
    expect(write(value('month', '2026-11'))).toBe('ноябрь 2026');
    expect(write(value('week', '2026-11-16'))).toBe('нед. с 16.11.2026');
    expect(write(value('weekday', '1'))).not.toBe('1');
  });

  it('has words for nothing', () => {
    expect(write(value('channel', ''))).not.toBe('');
  });
});
