import { describe, expect, test } from 'vitest';
import { explainLog, stampOf } from '../../../main/domain/diagnosis/log-patterns.ts';
import { readTillLog } from '../../../main/domain/diagnosis/till-log.ts';

const at = (second: number, text: string): string =>
  `2026-10-14 16:28:${String(second).padStart(2, '0')},100 ${text}`;

describe('the plugin’s log', () => {
  test('counts an error since the last success, the newest kind first', () => {
    const { findings } = explainLog([
      at(1, 'ERROR System.TimeoutException'),
      at(2, 'INFO Connection established'),
      at(3, 'ERROR System.TimeoutException'),
      at(4, 'ERROR System.TimeoutException'),
      at(5, 'ERROR No licence for iikoDelivery'),
    ]);
    expect(findings.map(({ cause, count }) => [cause, count])).toEqual([
      ['log.licence', 1],
      ['log.timeout', 2],
    ]);
  });

  test('reads the lines below an error as part of it', () => {
    const { findings, unexplained } = explainLog([
      at(1, 'ERROR Cannot save delivery'),
      '   System.IO.IOException: There is not enough space on the disk.',
      at(2, 'INFO going on'),
      '   TimeoutException in a harmless line',
    ]);
    expect(findings.map(({ cause }) => cause)).toEqual(['log.disk-full']);
    expect(unexplained).toBe(1);
  });

  test('hides phones in what it shows', () => {
    const { findings } = explainLog([at(1, 'ERROR licence expired for +7 916 123-45-67')]);
    expect(findings[0]?.line).not.toContain('123-45');
  });

  test('has no time where the line has none', () => {
    expect(stampOf('System.TimeoutException')).toBeNull();
    expect(stampOf('[2026-10-14 16:28:01,5] x')).toBe(Date.UTC(2026, 9, 14, 16, 28, 1));
  });
});

describe('the till’s log', () => {
  test('lets the last line of each kind count', () => {
    expect(
      readTillLog([
        at(1, 'Is MainCash: False'),
        at(2, 'Is MainCash configured: False'),
        at(3, 'Is MainCash: True'),
        at(4, 'Current time zone is (UTC-03:30) Newfoundland'),
      ]),
    ).toMatchObject({ isMain: true, mainConfigured: false, offsetMinutes: -210 });
  });

  test('reads Greenwich, which has no hours', () => {
    expect(readTillLog(['Current time zone is (UTC) Coordinated'])).toMatchObject({
      offsetMinutes: 0,
    });
  });
});
