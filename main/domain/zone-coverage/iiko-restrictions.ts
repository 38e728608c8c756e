import {
  EMPTY_SCHEDULE,
  EVERY_DAY,
  type CoverageSchedule,
  type ScheduleRow,
} from './coverage-schedule.ts';
import { DAY_MINUTES } from './week.ts';

/** What reading an organization's restrictions needs to know of it. */
export type RestrictionsContext = Readonly<{
  /** Our number of a terminal by the vendor's id; 0 for one that is not known. */
  venueIdOf: (vendorId: string) => number;
  toMinor: (amount: number) => number;
  /** What the paid delivery product costs; null: not known. */
  feeOf: (productId: string) => number | null;
}>;

type Wire = Readonly<Record<string, unknown>>;
type Detail = Readonly<{ rules?: unknown; settings?: unknown }>;

const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * The schedule that iiko Cloud's delivery restrictions tell of an organization, from the details of
 * its kept delivery zones (`iiko-local.md` 2.1, `iiko-api.md` 1.9). Null where none are kept.
 */
export function scheduleOfRestrictions(
  details: readonly unknown[],
  context: RestrictionsContext,
): CoverageSchedule | null {
  if (details.length === 0) return null;
  const settings = settingsOf(details);
  return {
    ...EMPTY_SCHEDULE,
    ...commonOf(settings, context),
    rows: rulesOf(details).map((rule) => rowOf(rule, settings, context)),
  };
}

function settingsOf(details: readonly unknown[]): Wire {
  const [first] = details as readonly (Detail | null)[];
  const settings = first?.settings;
  return typeof settings === 'object' && settings !== null ? (settings as Wire) : {};
}

/** Rules without a zone are told with every zone: each counts once. */
function rulesOf(details: readonly unknown[]): readonly Wire[] {
  const rules = (details as readonly (Detail | null)[]).flatMap((detail) =>
    Array.isArray(detail?.rules) ? (detail.rules as readonly Wire[]) : [],
  );
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

function commonOf(settings: Wire, { toMinor, feeOf }: RestrictionsContext) {
  const same = (name: string, value: string): number | null =>
    settings[name] === true ? numberOf(settings[value]) : null;
  const minSum = same('useSameMinSum', 'defaultMinSum');
  const hours = settings['useSameWorkTimeInterval'] === true;
  const sameFee = settings['useSameDeliveryServiceProduct'] === true;
  return {
    commonHours: hours
      ? {
          from: numberOf(settings['defaultFrom']) ?? 0,
          to: numberOf(settings['defaultTo']) ?? DAY_MINUTES,
        }
      : null,
    // Rows keep their own weekdays where iiko says nothing of them.
    sameAllWeek: settings['useSameRestrictionsOnAllWeek'] === true,
    commonMinSumMinor: minSum === null ? null : toMinor(minSum),
    commonDurationMinutes: same('useSameDeliveryDuration', 'defaultDeliveryDurationInMinutes'),
    commonFeeMinor: sameFee ? feeOf(textOf(settings['defaultDeliveryServiceProductId'])) : null,
  };
}

function rowOf(rule: Wire, settings: Wire, context: RestrictionsContext): ScheduleRow {
  const minSum = numberOf(rule['minSum']) ?? numberOf(settings['defaultMinSum']);
  const feeProduct =
    textOf(rule['deliveryServiceProductId']) || textOf(settings['defaultDeliveryServiceProductId']);
  return {
    zone: textOf(rule['zone']),
    venueId: context.venueIdOf(textOf(rule['terminalGroupId'])),
    weekdays: (numberOf(rule['weekMap']) ?? EVERY_DAY) & EVERY_DAY,
    from: numberOf(rule['from']) ?? numberOf(settings['defaultFrom']) ?? 0,
    to: numberOf(rule['to']) ?? numberOf(settings['defaultTo']) ?? DAY_MINUTES,
    priority: numberOf(rule['priority']) ?? 0,
    minSumMinor: minSum === null ? null : context.toMinor(minSum),
    durationMinutes:
      numberOf(rule['deliveryDurationInMinutes']) ??
      numberOf(settings['defaultDeliveryDurationInMinutes']),
    feeMinor: feeProduct === '' ? null : context.feeOf(feeProduct),
    feeProduct,
  };
}
