/**
 * One row of iiko's block «Зоны доставки» (`iiko-local.md` 2.1): a terminal that serves a zone, when
 * and on which terms. What is null falls back to the common value of the organization.
 */
export type ScheduleRow = Readonly<{
  /** Rows name zones, as iiko's do; '' stands for every zone. */
  zone: string;
  venueId: number;
  /** Bit 0 is Monday, bit 6 is Sunday; iiko does not document its order of bits. */
  weekdays: number;
  /** Minutes from midnight, 0–1440; `to` ≤ `from` ends on the day after. */
  from: number;
  to: number;
  /** The smaller number goes first; of equal ones the earlier row. */
  priority: number;
  minSumMinor: number | null;
  durationMinutes: number | null;
  /** What the guest pays for the delivery; null: not known. */
  feeMinor: number | null;
  /** Vendor's id of the paid delivery product; '' for none. */
  feeProduct: string;
}>;

/** Terminals, hours and terms of one organization: the window «График работы и картография». */
export type CoverageSchedule = Readonly<{
  /** One work time for every terminal and zone; null: each row has its own. */
  commonHours: Readonly<{ from: number; to: number }> | null;
  /** Rows hold on all days, whatever their weekdays say. */
  sameAllWeek: boolean;
  /** Instead of the rows' own; null: each row has its own. */
  commonMinSumMinor: number | null;
  commonDurationMinutes: number | null;
  commonFeeMinor: number | null;
  /** The city of new addresses; '' while none is chosen. */
  defaultCity: string;
  rows: readonly ScheduleRow[];
}>;

/** All days of the week. */
export const EVERY_DAY = 127;

/** What an organization has before anybody says anything. */
export const EMPTY_SCHEDULE: CoverageSchedule = {
  commonHours: null,
  sameAllWeek: false,
  commonMinSumMinor: null,
  commonDurationMinutes: null,
  commonFeeMinor: null,
  defaultCity: '',
  rows: [],
};

/** Names of zones are one when they differ by outer spaces or case only. */
export const zoneKey = (name: string): string => name.trim().toLowerCase();
