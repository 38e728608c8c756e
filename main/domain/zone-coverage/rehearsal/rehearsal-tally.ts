import { CHANGES, REASONS } from './rehearsal.ts';
import type { RehearsalNames } from './rehearsal-side.ts';

/** Pairs of orders and money: number `n` stands at `2n` and `2n + 1`. */
export type Pairs = Float64Array;

/** Places of a flow's pairs. */
export const FLOW = {
  before: 0,
  after: 1,
  gained: 2,
  lost: 3,
  movedIn: 4,
  movedOut: 5,
} as const;

/** How many pairs of orders and money a zone or a terminal is counted with. */
export const FLOW_PAIRS = 6;

/** What is counted of one currency while orders are replayed. */
export type RehearsalTally = Readonly<{
  changes: Pairs;
  /** By reason, before and after. */
  reasonsBefore: Pairs;
  reasonsAfter: Pairs;
  /** `FLOW_PAIRS` pairs for each zone's name and each terminal. */
  zones: Pairs;
  terminals: Pairs;
  /** 24 numbers of orders for each terminal. */
  hoursBefore: Float64Array;
  hoursAfter: Float64Array;
  /** Gained, lost and moved for each hour of the day. */
  hours: Pairs;
  /** Orders, metres before, metres after, longer orders, their money, metres added. */
  trips: Float64Array;
  /** Orders, minor units before and after. */
  fees: Float64Array;
}>;

/** An empty tally for the given names. */
export function emptyTally({ zones, venueIds }: RehearsalNames): RehearsalTally {
  return {
    changes: new Float64Array(CHANGES.length * 2),
    reasonsBefore: new Float64Array(REASONS.length * 2),
    reasonsAfter: new Float64Array(REASONS.length * 2),
    zones: new Float64Array(zones.length * FLOW_PAIRS * 2),
    terminals: new Float64Array(venueIds.length * FLOW_PAIRS * 2),
    hoursBefore: new Float64Array(venueIds.length * 24),
    hoursAfter: new Float64Array(venueIds.length * 24),
    hours: new Float64Array(24 * 3 * 2),
    trips: new Float64Array(6),
    fees: new Float64Array(3),
  };
}

/** Counts an order in a pair. */
export function count(pairs: Pairs, pair: number, sumMinor: number): void {
  pairs[pair * 2]! += 1;
  pairs[pair * 2 + 1]! += sumMinor;
}
