import type { DeliveryZone, Position } from './delivery-zone.ts';

/** A zone as a finding names it. */
export type ZoneRef = Readonly<Pick<DeliveryZone, 'id' | 'name'>>;

/** An error is what iiko refuses or misreads; a warning is what the manager may well have meant. */
export type FindingLevel = 'error' | 'warning';

type Finding<Kind extends string, Level extends FindingLevel, More = object> = Readonly<
  {
    kind: Kind;
    level: Level;
    /** One zone, or the two that meet: of a nested pair the outer one first. */
    zones: readonly ZoneRef[];
    /** Where to look on the map; null when the zone has no point at all. */
    at: Position | null;
  } & More
>;

/** Square metres, and the mean width in metres of the area it speaks of (twice area by border). */
type Extent = Readonly<{ areaM2: number; widthM: number }>;

/**
 * What iiko would refuse or misread in a set of zones (`iiko-local.md` 2.1, 2.6; rule Z5), one
 * value for each place. `areaM2` is in square metres.
 */
export type ZoneFinding =
  | Finding<'overlap', 'error', Extent>
  | Finding<'sliver', 'warning', Extent>
  | Finding<'nested', 'error', Extent>
  | Finding<'duplicate-zone', 'error', Extent>
  | Finding<'gap', 'warning', Extent>
  | Finding<'duplicate-name', 'error'>
  | Finding<'empty-name', 'error'>
  | Finding<'self-intersection', 'error'>
  | Finding<'hole', 'error', Readonly<{ areaM2: number }>>
  | Finding<'multi-part', 'error', Readonly<{ parts: number }>>
  | Finding<'spike', 'error'>
  | Finding<'duplicate-vertex', 'error', Readonly<{ vertices: number }>>
  | Finding<'too-few-vertices', 'error'>
  | Finding<'swapped-coordinates', 'error'>
  | Finding<'outside-city', 'warning', Readonly<{ distanceKm: number }>>
  | Finding<'too-many-vertices', 'warning', Readonly<{ vertices: number }>>;

/** The words for the ways a zone can be wrong. */
export type ZoneFindingKind = ZoneFinding['kind'];
