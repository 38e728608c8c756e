import {
  EMPTY_SCHEDULE,
  type CoverageSchedule,
  type ScheduleRow,
} from '../../main/domain/zone-coverage/coverage-schedule.ts';
import type { DeliveryZone } from '../../main/domain/zones/delivery-zone.ts';

/** A row that works every day from 10 to 22, changed as told. */
export const scheduleRow = (changes: Partial<ScheduleRow> = {}): ScheduleRow => ({
  zone: 'Центр',
  venueId: 1,
  weekdays: 127,
  from: 600,
  to: 1320,
  priority: 0,
  minSumMinor: null,
  durationMinutes: 60,
  feeMinor: null,
  feeProduct: '',
  ...changes,
});

export const scheduleWith = (
  rows: readonly ScheduleRow[],
  changes: Partial<CoverageSchedule> = {},
): CoverageSchedule => ({ ...EMPTY_SCHEDULE, rows, ...changes });

/** An upright rectangle as a zone. */
export const boxZone = (
  name: string,
  [west, south, east, north]: readonly [number, number, number, number],
): DeliveryZone => ({
  id: name,
  name,
  colour: null,
  parts: [
    {
      outline: [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
      ],
      holes: [],
    },
  ],
});

/** A star of chance with so many corners around a place: neighbours overlap, as hand-drawn ones do. */
export function starZone(
  chance: () => number,
  name: string,
  [longitude, latitude]: readonly [number, number],
  radius: number,
  corners: number,
): DeliveryZone {
  const outline = Array.from({ length: corners }, (_, corner) => {
    const angle = (corner / corners) * 2 * Math.PI;
    const reach = radius * (0.6 + 0.4 * chance());
    return [longitude + reach * Math.cos(angle), latitude + reach * Math.sin(angle)] as const;
  });
  return { id: name, name, colour: null, parts: [{ outline, holes: [] }] };
}
