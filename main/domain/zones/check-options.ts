import type { Position } from './delivery-zone.ts';

/** What the rules measure by; everything left out has the value of `iiko-local.md` 2.6. */
export type CheckOptions = Readonly<{
  /** Where the organisation's venues or cities are; without them only Russia's box tells a swap. */
  cities?: readonly Position[];
  /** A zone farther than this from every city is outside (100 km). */
  cityRadiusKm?: number;
  /** A common strip narrower than this is a touch and no finding (1 m). */
  touchM?: number;
  /** A common area narrower than this is a sliver (15 m). */
  sliverM?: number;
  /** A common area under this share of the smaller zone is a sliver (0.001). */
  sliverShare?: number;
  /** An uncovered strip between neighbours narrower than this is a gap (15 m). */
  gapM?: number;
  /** A zone of more vertices is hard to edit and slow to load (1,000). */
  maxVertices?: number;
}>;

/** The options with nothing left out. */
export type CheckMeasures = Required<CheckOptions>;

/** Fills what the caller left out. */
export const measuresOf = (options: CheckOptions): CheckMeasures => ({
  cities: [],
  cityRadiusKm: 100,
  touchM: 1,
  sliverM: 15,
  sliverShare: 0.001,
  gapM: 15,
  maxVertices: 1000,
  ...options,
});
