import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../renderer/shared/format/use-format.ts';
import { createI18n } from '../../../renderer/shared/i18n/create-i18n.ts';

const MOSCOW = 'Europe/Moscow';
const at = (text: string): number => Date.parse(text);
const NOW = at('2026-11-21T14:32:05+03:00');

const russian = createFormat((await createI18n('ru')).t, 'ru', MOSCOW);
const english = createFormat((await createI18n('en')).t, 'en', MOSCOW);

describe('moment', () => {
  it('names today by time alone, its neighbours by word, the rest by date', () => {
    const write = (text: string) => russian.moment(at(text), MOSCOW, NOW);
    expect(write('2026-11-21T00:00:00+03:00')).toBe('00:00');
    expect(write('2026-11-20T23:59:00+03:00')).toBe('вчера\u00A023:59');
    expect(write('2026-11-22T12:00:00+03:00')).toBe('завтра\u00A012:00');
    expect(write('2026-11-19T23:59:00+03:00')).toBe('19.11.2026\u00A023:59');
    expect(english.moment(at('2026-11-19T09:05:00+03:00'), MOSCOW, NOW)).toBe(
      '19 Nov 2026\u00A009:05',
    );
  });

  it('takes the day of the zone that is shown, not of the PC', () => {
    const instant = at('2026-11-21T23:30:00+03:00');
    expect(russian.moment(instant, MOSCOW, NOW)).toBe('23:30');
    expect(russian.moment(instant, 'Asia/Vladivostok', NOW)).toBe('завтра\u00A006:30');
    expect(russian.moment(NOW, 'Asia/Vladivostok', instant)).toBe('вчера\u00A021:32');
  });

  it('notes a zone only when its clock differs from the PC', () => {
    expect(russian.zoneNote(NOW, MOSCOW)).toBe('');
    expect(russian.zoneNote(NOW, 'Europe/Simferopol')).toBe('');
    expect(russian.zoneNote(NOW, 'Asia/Yekaterinburg')).toBe('UTC+5');
    expect(russian.zoneNote(NOW, 'Asia/Kolkata')).toBe('UTC+5:30');
    expect(russian.zoneNote(NOW, 'America/New_York')).toBe('UTC\u22125');
  });

  it('writes clocks and days', () => {
    expect(russian.clock(NOW)).toBe('14:32');
    expect(russian.clockSeconds(NOW)).toBe('14:32:05');
    expect(russian.day('2026-11-21')).toBe('21.11.2026');
    expect(russian.dayInWords('2026-11-21')).toBe('21 ноября');
    expect(english.dayInWords('2026-11-21')).toBe('21 November');
  });
});

describe('duration', () => {
  const plain = (text: string) => text.replaceAll('\u00A0', ' ');
  const write = (seconds: number) => plain(russian.duration(seconds * 1000));

  it('uses at most two units, rounded down', () => {
    expect(write(12.9)).toBe('12 с');
    expect(write(60)).toBe('1 мин');
    expect(write(3599)).toBe('59 мин');
    expect(write(3600)).toBe('1 ч');
    expect(write(3900)).toBe('1 ч 5 мин');
    expect(write(86_400 * 2)).toBe('2 дн');
    expect(write(86_400 * 2 + 3 * 3600)).toBe('2 дн 3 ч');
    expect(write(-5)).toBe('0 с');
    expect(plain(english.duration(3_900_000))).toBe('1 h 5 min');
  });

  it('writes what is left of a promise, and by how much it was missed', () => {
    const remaining = (minutes: number) => plain(russian.remaining(minutes * 60_000));
    expect(remaining(76)).toBe('76 мин');
    expect(remaining(8.9)).toBe('8 мин');
    expect(remaining(-12)).toBe('\u221212 мин');
    expect(remaining(-0.5)).toBe('0 мин');
    expect(remaining(-150)).toBe('\u22122 ч 30 мин');
    expect(remaining(-678)).toBe('\u221211 ч');
    expect(remaining(51 * 60 + 5)).toBe('2 дн 3 ч');
  });
});
