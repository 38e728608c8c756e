import { effectiveRows, type EffectiveRow } from './effective-row.ts';
import type { CoverageSchedule } from './coverage-schedule.ts';

/** What of a row may differ. */
const ROW_FIELDS = [
  'weekdays',
  'hours',
  'priority',
  'minSumMinor',
  'durationMinutes',
  'feeMinor',
] as const;

/** A field of a row, as a difference names it. */
export type RowField = (typeof ROW_FIELDS)[number];

/** A field's value as it holds: hours as `from`–`to`, the others as numbers; null: not known. */
export type FieldValue = number | null | Readonly<{ from: number; to: number }>;

/** What stands here and not in iiko, or otherwise. `place` tells rows of one zone and terminal apart. */
export type ScheduleDifference = Readonly<{ zone: string; venueId: number; place: number }> &
  (
    | Readonly<{ kind: 'row-missing'; row: EffectiveRow }>
    | Readonly<{ kind: 'row-extra'; row: EffectiveRow }>
    | Readonly<{ kind: 'field'; field: RowField; ours: FieldValue; theirs: FieldValue }>
  );

/** One thing to enter in iikoOffice; `done` once the API shows it. */
export type ChecklistItem = Readonly<{ difference: ScheduleDifference; done: boolean }>;

/**
 * What differs between two schedules in what holds, not in how it is set: a common value and equal
 * values of all rows are the same.
 */
export function scheduleDifferences(
  ours: CoverageSchedule,
  theirs: CoverageSchedule,
): readonly ScheduleDifference[] {
  const own = groupRows(ours);
  const other = groupRows(theirs);
  const keys = new Set([...own.keys(), ...other.keys()]);
  return [...keys].flatMap((key) => differencesOf(own.get(key) ?? [], other.get(key) ?? []));
}

function groupRows(schedule: CoverageSchedule): Map<string, EffectiveRow[]> {
  const rows = effectiveRows([{ organizationId: 0, schedule }]);
  return Map.groupBy(rows, ({ zoneKey, venueId }) => `${venueId} ${zoneKey}`);
}

function differencesOf(
  ours: readonly EffectiveRow[],
  theirs: readonly EffectiveRow[],
): ScheduleDifference[] {
  const differences: ScheduleDifference[] = [];
  for (let place = 0; place < Math.max(ours.length, theirs.length); place += 1) {
    const [own, other] = [ours[place], theirs[place]];
    const row = (own ?? other)!;
    const where = { zone: row.zoneKey, venueId: row.venueId, place };
    if (!other) differences.push({ ...where, kind: 'row-missing', row });
    else if (!own) differences.push({ ...where, kind: 'row-extra', row });
    else differences.push(...fieldsOf(own, other).map((field) => ({ ...where, ...field })));
  }
  return differences;
}

function fieldsOf(own: EffectiveRow, other: EffectiveRow) {
  return ROW_FIELDS.flatMap((field) => {
    const [ours, theirs] = [valueOf(own, field), valueOf(other, field)];
    // What one side does not know says nothing: the API tells a product, not its price.
    if (field === 'feeMinor' && (ours === null || theirs === null)) return [];
    return isSame(ours, theirs) ? [] : [{ kind: 'field' as const, field, ours, theirs }];
  });
}

const valueOf = (row: EffectiveRow, field: RowField): FieldValue =>
  field === 'priority' ? row.priority : row[field].value;

const isSame = (one: FieldValue, other: FieldValue): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * What is to be entered in iikoOffice: everything that differed when the work began or differs now,
 * ticked where it differs no more.
 */
export function checklistOf(
  ours: CoverageSchedule,
  begun: CoverageSchedule,
  theirs: CoverageSchedule,
): readonly ChecklistItem[] {
  const open = scheduleDifferences(ours, theirs);
  const left = new Set(open.map(keyOf));
  const done = scheduleDifferences(ours, begun).filter((one) => !left.has(keyOf(one)));
  // A row that was missing and is now there with wrong terms is one open thing, not also a done one.
  const places = new Set(open.map(placeOf));
  return [
    ...open.map((difference) => ({ difference, done: false })),
    ...done
      .filter((one) => one.kind === 'field' || !places.has(placeOf(one)))
      .map((difference) => ({ difference, done: true })),
  ];
}

const placeOf = ({ zone, venueId, place }: ScheduleDifference): string =>
  JSON.stringify([zone, venueId, place]);

const keyOf = (one: ScheduleDifference): string =>
  JSON.stringify([
    one.zone,
    one.venueId,
    one.place,
    one.kind,
    one.kind === 'field' ? one.field : '',
  ]);
