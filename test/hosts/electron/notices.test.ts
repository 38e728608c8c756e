import { describe, expect, test } from 'vitest';
import type { Application, Listener } from '../../../main/application.ts';
import { tellAlarms, type Notice } from '../../../main/hosts/electron/alarm-notices.ts';
import { noticesBy } from '../../../main/hosts/electron/show-notice.ts';
import { openTexts } from '../../../main/hosts/texts.ts';

test('a click on a notice brings the window', () => {
  const made: { notice: object; click: () => void; shown: boolean }[] = [];
  class Maker {
    readonly one: (typeof made)[number];
    constructor(notice: object) {
      this.one = { notice, click: () => undefined, shown: false };
      made.push(this.one);
    }
    on(name: string, listener: () => void): void {
      if (name === 'click') this.one.click = listener;
    }
    show(): void {
      this.one.shown = true;
    }
  }
  let brought = 0;
  noticesBy(Maker as never, () => (brought += 1))({ title: 'a', body: 'b' });
  made[0]!.click();
  expect([made[0]!.notice, made[0]!.shown, brought]).toEqual([{ title: 'a', body: 'b' }, true, 1]);
});

describe('notices', () => {
  const alarm = (kind: string, number: string) => ({ kind, orderId: 1, number, venue: 'Ленина 5' });
  const wanted = (changes: object = {}) => ({
    alarms: {
      new: { sound: true, notice: false },
      'time-to-cook': { sound: true, notice: true },
      late: { sound: true, notice: true },
      quietFrom: 0,
      quietTo: 0,
      volume: 50,
      ...changes,
    },
  });

  function tell(alarms: object[], settings: object | null, minute = 600): Notice[] {
    const shown: Notice[] = [];
    let hear: Listener = () => undefined;
    const subscribe = (listener: Listener) => {
      hear = listener;
      return () => undefined;
    };
    tellAlarms(
      { subscribe } as Application,
      () => openTexts('ru'),
      () => settings as never,
      (one) => shown.push(one),
      () => minute,
    );
    hear('settings.changed', null);
    hear('orders.changed', { alarms });
    return shown;
  }

  test('are told by kind', () => {
    expect(tell([alarm('new', '1'), alarm('late', '2')], wanted())).toEqual([
      { title: 'Опаздывает доставка 2', body: 'Ленина 5' },
    ]);
  });

  test('many are told as one', () => {
    const many = Array.from({ length: 5 }, (_, index) => alarm('late', String(index)));
    expect(tell(many, wanted())).toEqual([
      { title: 'Пульт доставки', body: '5 доставок ждут внимания' },
    ]);
  });

  test.each([
    [22 * 60, 6 * 60, 23 * 60, 0],
    [22 * 60, 6 * 60, 5 * 60, 0],
    [22 * 60, 6 * 60, 6 * 60, 1],
    [8 * 60, 9 * 60, 8 * 60 + 30, 0],
    [0, 0, 0, 1],
  ])('quiet from %i to %i, at %i: %i told', (quietFrom, quietTo, minute, count) => {
    expect(tell([alarm('late', '2')], wanted({ quietFrom, quietTo }), minute)).toHaveLength(count);
  });

  test('nothing is told before the settings are known', () => {
    expect(tell([alarm('late', '2')], null)).toEqual([]);
  });
});
