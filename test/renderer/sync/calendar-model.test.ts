import { expect, test } from 'vitest';
import { calendarRows, daysUpTo, moved } from '../../../renderer/features/sync/calendar-model.ts';
import { statement } from '../../support/idle-answers.ts';

test('days run up to the last one, across the end of a month', () => {
  expect(daysUpTo('2026-12-01', 3)).toEqual(['2026-11-29', '2026-11-30', '2026-12-01']);
});

test('every venue has a cell for every day, in Russian order; what nobody stated is empty', () => {
  const days = daysUpTo('2026-11-21', 2);
  const rows = calendarRows(
    [
      statement({ venueId: 2, venue: 'Ясенево', day: '2026-11-21' }),
      statement({ venueId: 1, venue: 'Ёлки', day: '2026-11-20', state: 'healing' }),
    ],
    days,
  );
  expect(rows.map(({ venue }) => venue)).toEqual(['Ёлки', 'Ясенево']);
  expect(rows[0]?.cells.map((cell) => cell?.state ?? null)).toEqual(['healing', null]);
  expect(rows[1]?.cells.map((cell) => cell?.state ?? null)).toEqual([null, 'complete']);
});

test('the arrows stay inside', () => {
  const size = { rows: 2, columns: 7 };
  expect(moved({ row: 0, column: 0 }, 'ArrowLeft', size)).toEqual({ row: 0, column: 0 });
  expect(moved({ row: 0, column: 0 }, 'ArrowDown', size)).toEqual({ row: 1, column: 0 });
  expect(moved({ row: 1, column: 3 }, 'End', size)).toEqual({ row: 1, column: 6 });
  expect(moved({ row: 1, column: 3 }, 'Tab', size)).toBeNull();
});
