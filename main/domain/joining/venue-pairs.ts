import { byRank } from './vendor-rank.ts';

/** A venue as its own system knows it. */
export type KnownVenue = Readonly<{
  id: number;
  vendor: string;
  vendorId: string;
  /** Sorts and compares names: the same for every way of writing one. */
  nameOrder: string;
  joinedTo: number | null;
  /** True when a person has set or taken away its join: nothing else may change it. */
  settled: boolean;
}>;

/** A venue that is another system's venue too, and by what that was seen. */
export type VenuePair = Readonly<{ venueId: number; toId: number; by: 'id' | 'name' }>;

/**
 * Pairs venues of several systems: by the same id (iiko's systems share them), else by the same
 * name where each system has it once. The venue of the most believed system is the one that stays.
 */
export function venuePairs(venues: readonly KnownVenue[]): readonly VenuePair[] {
  const free = venues
    .filter(({ settled }) => !settled)
    .toSorted((left, right) => byRank(left.vendor, right.vendor) || left.id - right.id);
  const byId = pairsBy(free, 'id', ({ vendorId }) => vendorId.toLowerCase());
  const paired = new Set(byId.flatMap(({ venueId, toId }) => [venueId, toId]));
  const rest = free.filter(({ id }) => !paired.has(id));
  return [...byId, ...pairsBy(rest, 'name', ({ nameOrder }) => nameOrder)].filter(
    ({ venueId, toId }) => venues.find(({ id }) => id === venueId)?.joinedTo !== toId,
  );
}

function pairsBy(
  venues: readonly KnownVenue[],
  by: VenuePair['by'],
  keyOf: (venue: KnownVenue) => string,
): VenuePair[] {
  const named = venues.filter((venue) => keyOf(venue) !== '');
  return [...Map.groupBy(named, keyOf).values()].flatMap(([first, ...others]) => {
    const same = [first!, ...others];
    if (new Set(same.map(({ vendor }) => vendor)).size < same.length) return [];
    return others.map(({ id }) => ({ venueId: id, toId: first!.id, by }));
  });
}
