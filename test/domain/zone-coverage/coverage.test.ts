import { describe, expect, it } from 'vitest';
import {
  BELOW_MINIMUM,
  CLOSED,
  compileCoverage,
  NO_TERMINAL,
  OUTSIDE,
} from '../../../main/domain/zone-coverage/compiled-coverage.ts';
import { coverageFindings } from '../../../main/domain/zone-coverage/coverage-finding.ts';
import { effectiveRows } from '../../../main/domain/zone-coverage/effective-row.ts';
import { resolveCoverage } from '../../../main/domain/zone-coverage/resolve-coverage.ts';
import {
  checklistOf,
  scheduleDifferences,
} from '../../../main/domain/zone-coverage/schedule-difference.ts';
import { isOpenAt, minuteOfWeek } from '../../../main/domain/zone-coverage/week.ts';
import { scheduleRow, scheduleWith } from '../../support/coverage-world.ts';
import { chanceOf } from '../../support/chance.ts';

const rowsOf = (...rows: Parameters<typeof scheduleRow>[0][]) =>
  effectiveRows([
    { organizationId: 1, schedule: scheduleWith(rows.map((row) => scheduleRow(row))) },
  ]);

const named = (name: string) => ({ name, organizationId: null });

const at = (day: number, hour: number, minute = 0): number => day * 1440 + hour * 60 + minute;

describe('hours of a week', () => {
  it('knows that 2026-11-22 is a Sunday', () => {
    const minutes = Date.UTC(2026, 10, 22, 13, 5) / 60_000;
    expect(minuteOfWeek(minutes)).toBe(at(6, 13, 5));
  });

  it('lets a night belong to the evening before, also from Sunday to Monday', () => {
    const [row] = rowsOf({ weekdays: 1 << 6, from: 1200, to: 120 });
    expect(
      [at(6, 19, 59), at(6, 20), at(0, 1, 59), at(0, 2), at(1, 1)].map((m) => isOpenAt(row!, m)),
    ).toEqual([false, true, true, false, false]);
  });

  it('takes equal ends for the whole day, and an end at midnight for midnight', () => {
    const [whole, late] = rowsOf({ from: 0, to: 0 }, { from: 600, to: 1440 });
    expect([at(2, 0), at(2, 12), at(2, 23, 59)].map((m) => isOpenAt(whole!, m))).toEqual([
      true,
      true,
      true,
    ]);
    expect([at(2, 23, 59), at(3, 0), at(2, 9, 59)].map((m) => isOpenAt(late!, m))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('one order', () => {
  it('goes to the first terminal by priority that is open and takes the sum', () => {
    const rows = rowsOf(
      { venueId: 1, priority: 2 },
      { venueId: 2, priority: 1, minSumMinor: 100_000 },
      { venueId: 3, priority: 0, weekdays: 0 },
    );
    const ask = (sumMinor: number | null) =>
      resolveCoverage(rows, { zone: named(' центр '), minute: at(0, 12), sumMinor });
    expect(ask(100_000)).toMatchObject({
      type: 'served',
      row: { venueId: 2 },
      others: [{ venueId: 1 }],
    });
    expect(ask(99_999)).toMatchObject({ type: 'served', row: { venueId: 1 } });
    expect(ask(null)).toMatchObject({ type: 'served', row: { venueId: 2 } });
  });

  it('is told why nobody takes it, and when somebody will', () => {
    const rows = rowsOf({ weekdays: 0b0011111, minSumMinor: 70_000 });
    const ask = (zone: string | null, minute: number, sumMinor = 80_000) =>
      resolveCoverage(rows, { zone: zone === null ? null : named(zone), minute, sumMinor });
    expect(ask(null, 0)).toEqual({ type: 'outside' });
    expect(ask('Север', 0)).toEqual({ type: 'no-terminal' });
    expect(ask('Центр', at(0, 9))).toMatchObject({ type: 'closed', why: 'time', opensIn: 60 });
    expect(ask('Центр', at(5, 12))).toMatchObject({ type: 'closed', why: 'day', opensIn: 46 * 60 });
    expect(ask('Центр', at(0, 12), 60_000)).toMatchObject({ type: 'below-minimum' });
  });

  it('says which setting decided each value', () => {
    const schedule = scheduleWith([scheduleRow({ minSumMinor: 50_000, feeMinor: 9900 })], {
      commonHours: { from: 0, to: 1440 },
      commonMinSumMinor: 70_000,
    });
    expect(effectiveRows([{ organizationId: 1, schedule }])[0]).toMatchObject({
      hours: { value: { from: 0, to: 1440 }, by: 'common' },
      minSumMinor: { value: 70_000, by: 'common' },
      feeMinor: { value: 9900, by: 'row' },
      durationMinutes: { value: 60, by: 'row' },
      weekdays: { by: 'row' },
    });
  });
});

const CODES = {
  outside: OUTSIDE,
  'no-terminal': NO_TERMINAL,
  closed: CLOSED,
  'below-minimum': BELOW_MINIMUM,
} as const;

it('answers a million times what it answers step by step', () => {
  const chance = chanceOf(11);
  const upTo = (most: number): number => Math.floor(chance() * most);
  const zones = ['А', 'Б', 'В', 'Г'].map(named);
  for (let round = 0; round < 25; round += 1) {
    const rows = rowsOf(
      ...Array.from({ length: upTo(12) }, () => ({
        zone: ['', 'А', 'Б', 'В', 'нет'][upTo(5)]!,
        venueId: 1 + upTo(3),
        weekdays: upTo(128),
        from: upTo(1441),
        to: upTo(1441),
        priority: upTo(3),
        minSumMinor: chance() < 0.5 ? null : upTo(5) * 100,
      })),
    );
    const compiled = compileCoverage(zones, rows);
    for (let n = 0; n < 400; n += 1) {
      const [zone, minute, sumMinor] = [upTo(5) - 1, upTo(10_080), upTo(6) * 100];
      const slow = resolveCoverage(rows, { zone: zones[zone] ?? null, minute, sumMinor });
      const expected = slow.type === 'served' ? rows.indexOf(slow.row) : CODES[slow.type];
      expect(compiled.rowFor(zone, minute, sumMinor)).toBe(expected);
    }
  }
});

describe('findings', () => {
  const find = (rows: ReturnType<typeof rowsOf>, zones = ['Центр', 'Север'], venueIds = [1, 2]) =>
    coverageFindings({ rows, zones: zones.map(named), venueIds });

  it('finds nothing where every zone is served by one terminal at a time', () => {
    expect(find(rowsOf({ venueId: 1 }, { zone: 'Север', venueId: 2 }))).toEqual([]);
  });

  it('finds zones without terminals, terminals without zones and names the map has not', () => {
    expect(find(rowsOf({ zone: 'Юг', venueId: 9 })).map(({ kind }) => kind)).toEqual([
      'zone-without-terminal',
      'zone-without-terminal',
      'unknown-zone',
      'unknown-terminal',
      'terminal-without-zone',
      'terminal-without-zone',
    ]);
    const [, , lost] = find(rowsOf({ zone: 'Юг', venueId: 9 }, { zone: 'юг', venueId: 9 }));
    expect(lost).toEqual({ kind: 'unknown-zone', zone: 'Юг' });
  });

  it('finds hours in which others are served, over midnight and weekdays', () => {
    const rows = rowsOf(
      { venueId: 1, from: 600, to: 120 },
      { zone: 'Север', venueId: 2, from: 600, to: 1320, weekdays: 0b0111111 },
    );
    const [gap, ...others] = find(rows);
    expect(others).toEqual([]);
    expect(gap).toMatchObject({ kind: 'hours-gap', zone: 'Север' });
    expect(gap).toHaveProperty('spans.0', { from: 0, to: 120 });
    expect(gap).toHaveProperty('spans.1', { from: at(0, 22), to: at(1, 2) });
    // Saturday evening to the end of Sunday's night: the week ends at midnight.
    expect(gap).toHaveProperty('spans.6', { from: at(5, 22), to: at(6, 2) });
    expect(gap).toHaveProperty('spans.7', { from: at(6, 10), to: at(7, 0) });
  });

  it('takes a zone for the organization it is of, and a night of one venue for no gap', () => {
    const schedules = [1, 2].map((organizationId) => ({
      organizationId,
      schedule: scheduleWith([
        scheduleRow({ venueId: organizationId, from: 0, to: 0 }),
        scheduleRow({ zone: 'Север', venueId: organizationId }),
        scheduleRow({ zone: 'Юг', venueId: organizationId }),
      ]),
    }));
    const rows = effectiveRows(schedules);
    const zones = ['Центр', 'Север', 'Юг'].flatMap((name) =>
      [1, 2].map((organizationId) => ({ name, organizationId })),
    );
    expect(coverageFindings({ rows, zones, venueIds: [1, 2] })).toEqual([]);
    const asked = { zone: { name: 'Центр', organizationId: 2 }, minute: 0, sumMinor: null };
    expect(resolveCoverage(rows, asked)).toMatchObject({ type: 'served', row: { venueId: 2 } });
  });

  it('finds terminals of one priority that are open together, not those in an order', () => {
    const both = (priority: number) =>
      find(
        rowsOf(
          { venueId: 1, weekdays: 1, from: 600, to: 900 },
          { venueId: 2, weekdays: 1, from: 840, to: 1320, priority },
          { zone: 'Север', venueId: 1, weekdays: 1, from: 600, to: 1320 },
        ),
      );
    expect(both(0)).toEqual([
      { kind: 'hours-overlap', zone: 'Центр', venueIds: [1, 2], spans: [{ from: 840, to: 900 }] },
    ]);
    expect(both(1)).toEqual([]);
  });
});

describe('the difference to iiko', () => {
  const iiko = scheduleWith([scheduleRow(), scheduleRow({ zone: 'Север', from: 0, to: 1440 })]);

  it('is none where the same holds, however it is set', () => {
    const common = scheduleWith(
      [scheduleRow({ from: 0, to: 0 }), scheduleRow({ zone: 'Север', venueId: 1 })],
      { commonHours: { from: 600, to: 1320 }, sameAllWeek: true },
    );
    const each = scheduleWith([scheduleRow(), scheduleRow({ zone: 'Север' })]);
    expect(scheduleDifferences(common, each)).toEqual([]);
  });

  it('is a list to enter, which ticks itself', () => {
    const ours = scheduleWith([scheduleRow({ to: 1380 }), scheduleRow({ zone: 'Юг', venueId: 2 })]);
    const open = checklistOf(ours, iiko, iiko);
    expect(open.map(({ difference: { kind, zone }, done }) => [kind, zone, done])).toEqual([
      ['field', 'центр', false],
      ['row-missing', 'юг', false],
      ['row-extra', 'север', false],
    ]);
    const entered = scheduleWith([
      scheduleRow({ to: 1380 }),
      scheduleRow({ zone: 'Юг', venueId: 2, priority: 5 }),
    ]);
    expect(
      checklistOf(ours, iiko, entered).map(({ difference: { kind, zone }, done }) => [
        kind,
        zone,
        done,
      ]),
    ).toEqual([
      ['field', 'юг', false],
      ['field', 'центр', true],
      ['row-extra', 'север', true],
    ]);
    expect(checklistOf(ours, iiko, ours).every(({ done }) => done)).toBe(true);
  });
});
