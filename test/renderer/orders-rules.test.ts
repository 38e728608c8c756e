import { describe, expect, it } from 'vitest';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import {
  alarmsOfPinned,
  isQuiet,
  unheard,
} from '../../renderer/features/orders/alarms/alarm-rules.ts';
import { drawMap } from '../../renderer/features/orders/card/map-drawing.ts';
import { splitFound } from '../../renderer/features/orders/card/split-found.ts';
import { periodOf } from '../../renderer/features/orders/filters/period-choice.ts';
import { countRestrictions, sameView } from '../../renderer/features/orders/list/order-views.ts';
import { addressParts, wholeAddress } from '../../renderer/features/orders/list/row-address.ts';
import { rowTone } from '../../renderer/features/orders/list/row-timing.ts';
import { shortName } from '../../renderer/features/orders/list/short-name.ts';
import { writePhone } from '../../renderer/features/orders/list/write-phone.ts';
import { writeTsv } from '../../renderer/features/orders/list/write-tsv.ts';
import { orderAt } from '../support/million-orders.ts';

const MINUTE = 60_000;
const flat = (number: string): string => `кв. ${number}`;

describe('a row', () => {
  const thresholds = { riskMinutes: 15, highRiskMinutes: 5 };
  const now = Date.now();
  it.each([
    [20, 'none'],
    [14, 'risk'],
    [4, 'high-risk'],
    [-1, 'alarm'],
  ])('promised in %i minutes has the colour %s', (minutes, tone) => {
    const row = orderAt(3, { stage: 'cooking', promisedAt: now + minutes * MINUTE });
    expect(rowTone(row, now, thresholds)).toBe(tone);
  });
  it('is red when cooking should have started and did not', () => {
    const waiting = { promisedAt: now + 60 * MINUTE, cookingStartAt: now - MINUTE };
    expect(rowTone(orderAt(1, { stage: 'new', ...waiting }), now, thresholds)).toBe('alarm');
    expect(rowTone(orderAt(1, { stage: 'cooking', ...waiting }), now, thresholds)).toBe('none');
  });
  it('keeps the house in a part of its own', () => {
    const row = orderAt(0, { street: 'улица Лермонтова', house: '14', flat: '82' });
    expect(addressParts(row, { flat }).house).toBe(', 14');
    expect(wholeAddress(row, { flat })).toBe('Москва, улица Лермонтова, 14, кв. 82');
  });
  it.each([
    ['Екатеринбург, ул. Малышева, д. 21/4, кв. 5', 'ул. Малышева', ', д. 21/4', ', кв. 5'],
    ['ул. 8 Марта, 34 к. 4', 'ул. 8 Марта', ', 34 к. 4', ''],
    [
      '620014, 1-я Тверская, 54А, под. 2, эт. 3',
      '620014, 1-я Тверская',
      ', 54А',
      ', под. 2, эт. 3',
    ],
    ['у входа в парк, за фонтаном', 'у входа в пар', 'к, за фонтаном', ''],
    ['Пирс 4', '', 'Пирс 4', ''],
  ])('finds the house in the line «%s»', (addressLine, street, house, rest) => {
    const city = 'Екатеринбург';
    const row = orderAt(0, { city, street: '', house: '', flat: '', addressLine });
    expect(addressParts(row, { flat })).toEqual({ street, house, flat: rest });
    expect(wholeAddress(row, { flat })).toContain(addressLine);
  });
  it('shortens long names and phones so that they can be told apart', () => {
    expect(shortName('Константинопольская Анна')).toBe('Константинопольская А.');
    expect(shortName('Баранов Егор')).toBe('Баранов Егор');
    expect(writePhone('+79161234567')).toBe('+7\u00A0916\u00A0123-45-67');
    expect(writePhone('••45-67')).toBe('••45-67');
  });
});

describe('copied rows', () => {
  it('can not break out of their cells, nor run in a spreadsheet', () => {
    const text = writeTsv(
      ['А'],
      [{ text: (row: string) => row }],
      ['a\tb\r\nc', '=1+1', '+7 916', '−5'],
    );
    expect(text.split('\r\n')).toEqual(['А', 'a b c', "'=1+1", '+7 916', '−5']);
  });
});

describe('views', () => {
  it('are the same whatever their days', () => {
    const late = { ...EVERY_ORDER, view: 'late' as const };
    expect(sameView(late, { ...late, period: { from: '2026-01-01', to: '2026-01-02' } })).toBe(
      true,
    );
    expect(sameView(late, { ...late, search: 'рис' })).toBe(false);
  });
  it('count each restriction once', () => {
    const filter = {
      ...EVERY_ORDER,
      venueIds: [1, 2],
      late: false,
      sumFromMinor: 5,
      sumToMinor: 9,
    };
    expect(countRestrictions(filter)).toBe(3);
  });
  it('end a week today', () => {
    expect(periodOf({ type: 'week' }, '2026-03-03')).toEqual({
      from: '2026-02-25',
      to: '2026-03-03',
    });
  });
});

describe('alarms', () => {
  it('know quiet hours that pass midnight', () => {
    const night = { quietFrom: 23 * 60, quietTo: 7 * 60 };
    expect([22 * 60, 23 * 60, 0, 6 * 60 + 59, 7 * 60].map((at) => isQuiet(night, at))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(isQuiet({ quietFrom: 60, quietTo: 60 }, 60)).toBe(false);
  });
  it('are made by the clock for what is pinned, and heard once', () => {
    const row = { ...orderAt(4), reasons: ['late', 'cooking-overdue', 'problem'] as const };
    const alarms = alarmsOfPinned([row]);
    expect(alarms.map(({ kind }) => kind)).toEqual(['late', 'time-to-cook']);
    expect(unheard(alarms, new Set(['late-5'])).map(({ kind }) => kind)).toEqual(['time-to-cook']);
  });
});

describe('the small map', () => {
  it('shows the own zone whole with the point inside', () => {
    const ring = [
      [37.5, 55.7],
      [37.7, 55.7],
      [37.7, 55.8],
      [37.5, 55.8],
    ] as const;
    const far = {
      name: 'Далёкая',
      ring: [
        [10, 10],
        [11, 10],
        [11, 11],
      ] as const,
    };
    const drawing = drawMap([37.6, 55.75], [{ name: 'Центр', ring }, far], 'Центр', 400, 150);
    expect(drawing.point[0]).toBeCloseTo(200, 5);
    expect(drawing.point[1]).toBeCloseTo(75, 5);
    const numbers = drawing.zones[0]!.path.match(/-?[\d.]+/g)!.map(Number);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(400);
    expect(drawing.zones.map(({ own }) => own)).toEqual([true, false]);
  });
});

describe('searching a payload', () => {
  it('cuts at each place found in either case and loses nothing', () => {
    const parts = splitFound('Phone: phone, PHONE', 'phone');
    expect(parts.filter(({ found }) => found)).toHaveLength(3);
    expect(parts.map(({ text }) => text).join('')).toBe('Phone: phone, PHONE');
  });
});
