/**
 * What becomes of an order under the second map and schedule: `gained` was not served under the
 * first, `lost` is not under the second, `moved` goes to another terminal, `rezoned` to another zone
 * of the same one, `unserved` by neither; `unplaced` has no coordinates and is counted apart.
 */
export const CHANGES = [
  'unserved',
  'gained',
  'lost',
  'moved',
  'rezoned',
  'kept',
  'unplaced',
] as const;

/** What becomes of one order. */
export type Change = (typeof CHANGES)[number];

/** Why an order is not served. */
export const REASONS = ['outside', 'no-terminal', 'closed', 'below-minimum'] as const;

/** Why one order finds no terminal. */
export type Reason = (typeof REASONS)[number];

/** Orders and their money in minor units. */
export type Sum = Readonly<{ orders: number; sumMinor: number }>;

/** after = before + gained − lost + movedIn − movedOut, in orders and in money. */
export type Flow = Readonly<{
  before: Sum;
  after: Sum;
  gained: Sum;
  lost: Sum;
  movedIn: Sum;
  movedOut: Sum;
}>;

/** Orders of a terminal by hour of the day (24), and how far they are. */
export type TerminalLoad = Readonly<{
  venueId: number;
  flow: Flow;
  hoursBefore: readonly number[];
  hoursAfter: readonly number[];
}>;

/** Trips of orders that both serve, between terminals whose place is known. Metres in a straight line. */
export type Trips = Readonly<{
  orders: number;
  metresBefore: number;
  metresAfter: number;
  /** Those that become longer, and by how many metres in all. */
  longer: Sum;
  metresAdded: number;
}>;

/** Everything about the orders of one currency. */
export type RehearsalSection = Readonly<{
  currency: string;
  /** With coordinates. */
  replayed: Sum;
  changes: Readonly<Record<Change, Sum>>;
  unservedBefore: Readonly<Record<Reason, Sum>>;
  unservedAfter: Readonly<Record<Reason, Sum>>;
  zones: readonly Readonly<{ name: string; flow: Flow }>[];
  terminals: readonly TerminalLoad[];
  hours: readonly Readonly<{ gained: Sum; lost: Sum; moved: Sum }>[];
  trips: Trips;
  /** What guests pay for delivery, of orders whose fee both schedules know. */
  fees: Readonly<{ orders: number; beforeMinor: number; afterMinor: number }>;
}>;
