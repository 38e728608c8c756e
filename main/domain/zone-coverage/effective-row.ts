import {
  EVERY_DAY,
  zoneKey,
  type CoverageSchedule,
  type ScheduleRow,
} from './coverage-schedule.ts';

/** Which setting decided: the row of the zone, the organization's common value, or none at all. */
export type Decider = 'row' | 'common' | 'none';

/** A value and the setting that decided it. */
export type Decided<T> = Readonly<{ value: T; by: Decider }>;

/** A row with everything that holds for it, each with the setting that decided it. */
export type EffectiveRow = Readonly<{
  organizationId: number;
  venueId: number;
  /** As the row writes it; `zoneKey` is what it is compared by. */
  zone: string;
  zoneKey: string;
  priority: number;
  weekdays: Decided<number>;
  hours: Decided<Readonly<{ from: number; to: number }>>;
  minSumMinor: Decided<number | null>;
  durationMinutes: Decided<number | null>;
  feeMinor: Decided<number | null>;
}>;

/** An organization's schedule. */
export type OwnedSchedule = Readonly<{ organizationId: number; schedule: CoverageSchedule }>;

/** Rows of all organizations in the order in which they are tried: by priority, then as they stand. */
export function effectiveRows(schedules: readonly OwnedSchedule[]): readonly EffectiveRow[] {
  return schedules
    .flatMap(({ organizationId, schedule }) =>
      schedule.rows.map((row) => effectiveRow(organizationId, schedule, row)),
    )
    .toSorted((one, other) => one.priority - other.priority);
}

function effectiveRow(
  organizationId: number,
  schedule: CoverageSchedule,
  row: ScheduleRow,
): EffectiveRow {
  const { commonHours, sameAllWeek } = schedule;
  return {
    organizationId,
    venueId: row.venueId,
    zone: row.zone,
    zoneKey: zoneKey(row.zone),
    priority: row.priority,
    weekdays: sameAllWeek ? { value: EVERY_DAY, by: 'common' } : { value: row.weekdays, by: 'row' },
    hours: commonHours
      ? { value: commonHours, by: 'common' }
      : { value: { from: row.from, to: row.to }, by: 'row' },
    minSumMinor: decided(schedule.commonMinSumMinor, row.minSumMinor),
    durationMinutes: decided(schedule.commonDurationMinutes, row.durationMinutes),
    feeMinor: decided(schedule.commonFeeMinor, row.feeMinor),
  };
}

/** The common value goes before the row's own, as «одинаково для всех» does in iiko. */
function decided(common: number | null, own: number | null): Decided<number | null> {
  if (common !== null) return { value: common, by: 'common' };
  return own === null ? { value: null, by: 'none' } : { value: own, by: 'row' };
}

/** A zone as rows know it: by its name, and whose it is where a map tells that (null: anybody's). */
export type NamedZone = Readonly<{ name: string; organizationId: number | null }>;

/** Whether a row speaks of a zone: cities of one chain may have zones of one name. */
export const isOfZone = (row: EffectiveRow, { name, organizationId }: NamedZone): boolean =>
  (row.zoneKey === '' || row.zoneKey === zoneKey(name)) &&
  (organizationId === null || row.organizationId === organizationId);
