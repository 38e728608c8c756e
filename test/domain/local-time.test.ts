import { describe, expect, it } from 'vitest';
import {
  addDays,
  businessDayOf,
  businessEpochDayOf,
  dayOf,
  epochDayOf,
  isZone,
  readLocal,
  readUtc,
  startOfDay,
  writeLocal,
} from '../../main/domain/local-time.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);

describe('reading local times', () => {
  it.each([
    ['2026-11-21 12:30:00.125', '2026-11-21T09:30:00.125'],
    ['2026-11-21T12:30:00', '2026-11-21T09:30:00'],
    ['2026-11-21 12:30:00.5', '2026-11-21T09:30:00.5'],
    ['2026-11-21 12:30:00.1234567', '2026-11-21T09:30:00.123'],
    ['2024-02-29 00:00:00.000', '2024-02-28T21:00:00'],
  ])('%s in Moscow is %s in UTC', (text, expected) => {
    const stamp = readLocal(text, 'Europe/Moscow');
    expect(stamp).toEqual({ text, instant: utc(expected), certainty: 'exact' });
  });

  it.each([
    '',
    'yesterday',
    '2026-11-21',
    '2026-13-01 00:00:00',
    '2026-00-10 00:00:00',
    '2026-02-29 00:00:00',
    '2026-04-31 00:00:00',
    '2026-04-00 00:00:00',
    '2026-04-30 24:00:00',
    '2026-04-30 12:60:00',
    '2026-04-30 12:00:60',
    '2026-04-30 12:00:00+03:00',
    ' 2026-04-30 12:00:00',
  ])('keeps the text «%s» and says that it can not be read', (text) => {
    const unreadable = { text, instant: null, certainty: 'unreadable' };
    expect(readLocal(text, 'Europe/Moscow')).toEqual(unreadable);
    expect(readUtc(text)).toEqual(unreadable);
  });

  it('reads a time that is UTC by contract without a zone', () => {
    const text = '2026-03-29 02:30:00.000';
    expect(readUtc(text)).toEqual({ text, instant: utc('2026-03-29T02:30'), certainty: 'exact' });
  });
});

describe('clock changes', () => {
  it.each([
    ['Europe/Moscow', '2010-03-28 02:30:00', '2010-03-27T23:30:00'],
    ['Europe/Berlin', '2026-03-29 02:30:00', '2026-03-29T01:30:00'],
    ['America/New_York', '2026-03-08 02:00:00', '2026-03-08T07:00:00'],
    ['Australia/Lord_Howe', '2026-10-04 02:15:00', '2026-10-03T15:45:00'],
    ['Pacific/Apia', '2011-12-30 12:00:00', '2011-12-30T22:00:00'],
  ])('marks the gap in %s: %s', (zone, text, instant) => {
    expect(readLocal(text, zone)).toEqual({ text, instant: utc(instant), certainty: 'gap' });
  });

  it.each([
    ['Europe/Moscow', '2014-10-26 01:30:00', '2014-10-25T21:30:00'],
    ['Europe/Berlin', '2026-10-25 02:30:00', '2026-10-25T00:30:00'],
    ['America/New_York', '2025-11-02 01:30:00', '2025-11-02T05:30:00'],
    ['Australia/Lord_Howe', '2026-04-05 01:45:00', '2026-04-04T14:45:00'],
  ])('marks the overlap in %s: %s', (zone, text, instant) => {
    expect(readLocal(text, zone)).toEqual({ text, instant: utc(instant), certainty: 'overlap' });
  });

  it.each([
    ['2026-03-29 01:59:59.999', '2026-03-29T00:59:59.999'],
    ['2026-03-29 03:00:00.000', '2026-03-29T01:00:00'],
    ['2026-10-25 01:59:59.999', '2026-10-24T23:59:59.999'],
    ['2026-10-25 03:00:00.000', '2026-10-25T02:00:00'],
  ])('is sure of %s, just outside of a change in Berlin', (text, instant) => {
    const read = readLocal(text, 'Europe/Berlin');
    expect(read).toEqual({ text, instant: utc(instant), certainty: 'exact' });
  });
});

describe('days', () => {
  it('gives the night to the evening before, until the closing hour', () => {
    const zone = 'Asia/Yekaterinburg';
    const night = utc('2026-11-20T23:59:59.999');
    const morning = utc('2026-11-21T00:00:00');
    expect(dayOf(night, zone)).toBe('2026-11-21');
    expect(businessDayOf(night, zone, 5)).toBe('2026-11-20');
    expect(businessDayOf(morning, zone, 5)).toBe('2026-11-21');
    expect(businessDayOf(night, zone, 0)).toBe('2026-11-21');
  });

  it('counts days since 1970 as it names them, also before 1970', () => {
    for (const instant of [utc('2026-11-20T23:00'), utc('1969-12-31T22:30'), 0]) {
      expect(epochDayOf(instant, 'Europe/Moscow') * 86_400_000).toBe(
        Date.parse(dayOf(instant, 'Europe/Moscow')),
      );
      expect(businessEpochDayOf(instant, 'Europe/Moscow', 5) * 86_400_000).toBe(
        Date.parse(businessDayOf(instant, 'Europe/Moscow', 5)),
      );
    }
  });

  it('begins a day whose midnight the clock jumped over at the end of the jump', () => {
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe(utc('2018-11-04T03:00'));
    expect(startOfDay('2026-11-21', 'Asia/Omsk')).toBe(utc('2026-11-20T18:00'));
  });

  it('refuses what is no day, and adds days over months and leap years', () => {
    expect(() => startOfDay('2026-02-30', 'Europe/Moscow')).toThrow(RangeError);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addDays('2026-03-29', 7)).toBe('2026-04-05');
  });

  it('writes as iiko does', () => {
    expect(writeLocal(utc('2026-01-02T03:04:05.006'), 'Europe/Moscow')).toBe(
      '2026-01-02 06:04:05.006',
    );
  });
});

it('knows a zone from other words', () => {
  const names = ['Europe/Moscow', 'UTC', 'Asia/Almaty', 'EST', 'Moscow', 'Europe/Nowhere', ''];
  expect(names.map(isZone)).toEqual([true, true, true, false, false, false, false]);
});
