import {
  CHANGES,
  REASONS,
  type Change,
  type Flow,
  type RehearsalSection,
  type Sum,
} from './rehearsal.ts';
import type { RehearsalNames } from './rehearsal-side.ts';
import { FLOW, FLOW_PAIRS, type Pairs, type RehearsalTally } from './rehearsal-tally.ts';

const sumAt = (pairs: Pairs, pair: number): Sum => ({
  orders: pairs[pair * 2]!,
  sumMinor: pairs[pair * 2 + 1]!,
});

/** What was counted, in names. */
export function sectionOf(
  currency: string,
  tally: RehearsalTally,
  { zones, venueIds }: RehearsalNames,
): RehearsalSection {
  const changes = named(CHANGES, tally.changes);
  return {
    currency,
    replayed: replayedOf(changes),
    changes,
    unservedBefore: named(REASONS, tally.reasonsBefore),
    unservedAfter: named(REASONS, tally.reasonsAfter),
    zones: zones.map((name, number) => ({ name, flow: flowAt(tally.zones, number) })),
    terminals: venueIds.map((venueId, number) => ({
      venueId,
      flow: flowAt(tally.terminals, number),
      hoursBefore: [...tally.hoursBefore.subarray(number * 24, number * 24 + 24)],
      hoursAfter: [...tally.hoursAfter.subarray(number * 24, number * 24 + 24)],
    })),
    hours: Array.from({ length: 24 }, (_, hour) => ({
      gained: sumAt(tally.hours, hour * 3),
      lost: sumAt(tally.hours, hour * 3 + 1),
      moved: sumAt(tally.hours, hour * 3 + 2),
    })),
    trips: tripsOf(tally.trips),
    fees: { orders: tally.fees[0]!, beforeMinor: tally.fees[1]!, afterMinor: tally.fees[2]! },
  };
}

const named = <Name extends string>(names: readonly Name[], pairs: Pairs): Record<Name, Sum> =>
  Object.fromEntries(names.map((name, number) => [name, sumAt(pairs, number)])) as Record<
    Name,
    Sum
  >;

function replayedOf(changes: Readonly<Record<Change, Sum>>): Sum {
  const placed = CHANGES.filter((change) => change !== 'unplaced').map((change) => changes[change]);
  return {
    orders: placed.reduce((total, { orders }) => total + orders, 0),
    sumMinor: placed.reduce((total, { sumMinor }) => total + sumMinor, 0),
  };
}

function flowAt(pairs: Pairs, number: number): Flow {
  const part = (name: keyof typeof FLOW): Sum => sumAt(pairs, number * FLOW_PAIRS + FLOW[name]);
  return {
    before: part('before'),
    after: part('after'),
    gained: part('gained'),
    lost: part('lost'),
    movedIn: part('movedIn'),
    movedOut: part('movedOut'),
  };
}

const tripsOf = (trips: Float64Array): RehearsalSection['trips'] => ({
  orders: trips[0]!,
  metresBefore: Math.round(trips[1]!),
  metresAfter: Math.round(trips[2]!),
  longer: { orders: trips[3]!, sumMinor: trips[4]! },
  metresAdded: Math.round(trips[5]!),
});
