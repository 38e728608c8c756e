import type { Day } from '../domain/local-time.ts';
import type { Instant } from '../domain/orders/order.ts';
import type { CoverageFinding } from '../domain/zone-coverage/coverage-finding.ts';
import type { CoverageSchedule } from '../domain/zone-coverage/coverage-schedule.ts';
import type { PlacedOrder } from '../domain/zone-coverage/placed-order.ts';
import type { RehearsalSection } from '../domain/zone-coverage/rehearsal/rehearsal.ts';
import type { Coverage } from '../domain/zone-coverage/resolve-coverage.ts';
import type { ChecklistItem } from '../domain/zone-coverage/schedule-difference.ts';
import type { Position } from '../domain/zones/delivery-zone.ts';

export type {
  ChecklistItem,
  Coverage,
  CoverageFinding,
  CoverageSchedule,
  PlacedOrder,
  RehearsalSection,
};

/** Where a terminal stands, and how that is known. */
export type TerminalPlace = Readonly<{
  at: Position;
  origin: 'person' | 'address' | 'organization' | 'orders';
}>;

/** A terminal (iiko: terminal group) and where it stands; null where nobody knows. */
export type CoverageTerminal = Readonly<{
  id: number;
  organizationId: number;
  name: string;
  address: string;
  place: TerminalPlace | null;
}>;

/** Everything about terminals and hours of one organization. */
export type OrganizationCoverage = Readonly<{
  id: number;
  name: string;
  timeZone: string;
  currency: string;
  /** What was saved here; null: nothing yet, iiko's stands. */
  saved: Readonly<{ version: number; author: string; savedAt: Instant }> | null;
  schedule: CoverageSchedule;
  /** What iiko Cloud showed at the last sync; null: nothing is known. */
  iiko: Readonly<{ schedule: CoverageSchedule; readAt: Instant; zones: readonly string[] }> | null;
  checklist: readonly ChecklistItem[];
  cities: readonly string[];
  /** Reference text only: iiko looks for nobody by district (T7). */
  districts: readonly string[];
}>;

/** Terminals, hours and terms of every organization, and what is wrong with them. */
export type CoverageState = Readonly<{
  organizations: readonly OrganizationCoverage[];
  terminals: readonly CoverageTerminal[];
  /** Of all organizations together against the map asked for. */
  findings: readonly CoverageFinding[];
  /** Names of the zones of the map asked for. */
  zones: readonly string[];
  mayEdit: boolean;
}>;

/** What would happen at a place and time. */
export type PlaceAnswer = Readonly<{
  at: Position;
  /** Zones of the map that hold the place, the one that decides first. */
  zones: readonly string[];
  coverage: Coverage;
  terminal: string | null;
  organization: string | null;
  currency: string;
  /** Local moment asked about, as minutes of the week from Monday 00:00. */
  minute: number;
  metresToTerminal: number | null;
}>;

/** An address that stored orders went to, and how many. */
export type AddressSuggestion = Readonly<{ text: string; orders: number }>;

/** What would become of past orders under another map or schedule. */
export type Rehearsal = Readonly<{
  run: string;
  period: Readonly<{ from: Day; to: Day }>;
  orders: number;
  /** Not replayed: cancelled; moved, deleted or never accepted. */
  cancelled: number;
  uncounted: number;
  /** Orders whose places are still being read; the figures will grow. */
  waiting: number;
  /** Money is 0 where the profile may not see revenue. */
  money: boolean;
  sections: readonly RehearsalSection[];
  elapsedMs: number;
}>;

/** A page of the orders behind a figure; `next`: where the following begins. */
export type PlacedPage = Readonly<{ orders: readonly PlacedOrder[]; next: number | null }>;

/** An order whose own zone is not the one that the map gives. */
export type ZoneDisagreement = PlacedOrder &
  Readonly<{ mapZone: string | null; position: Position }>;
