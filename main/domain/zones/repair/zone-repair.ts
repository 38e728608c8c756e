import type { DeliveryZone } from '../delivery-zone.ts';

/** Which zones a repair may change; every zone when left out. */
type Scope = Readonly<{ only?: readonly string[] }>;

/** A repair that says anew who holds which ground, and draws the borders accordingly. */
export type BorderRepair =
  /** Common ground stays with one zone; of nested zones always with the inner one. */
  | (Scope & Readonly<{ kind: 'cut'; order?: readonly string[] }>)
  /** Common ground of two zones is shared out along a line halfway between their borders. */
  | (Scope & Readonly<{ kind: 'split-middle'; order?: readonly string[] }>)
  /** Slivers of common ground are given up, so that two borders become one. */
  | (Scope & Readonly<{ kind: 'snap'; order?: readonly string[] }>)
  /** Rings that cross themselves become plain rings; spikes and repeated points go. */
  | (Scope & Readonly<{ kind: 'heal' }>)
  /** Corners go to the grid of a centimetre, and borders that meet there get the same corners. */
  | (Scope & Readonly<{ kind: 'align' }>)
  /** A hole is joined to the outside by a slit so many metres wide (0.06). */
  | (Scope & Readonly<{ kind: 'flatten-holes'; slitM?: number }>)
  /** Uncovered strips between neighbours, narrower than this (15), go to the longer neighbour. */
  | (Scope & Readonly<{ kind: 'close-gaps'; widthM?: number }>);

/**
 * One way to mend a set of zones, with what it has to be told. Lengths are in metres; `order` lists
 * zone ids, the ones that keep common ground first, the rest follow as they stand.
 */
export type ZoneRepair =
  | BorderRepair
  /** Each part becomes a zone of its own; the largest keeps the id and the name. */
  | (Scope & Readonly<{ kind: 'split-parts' }>)
  /** Corners closer than the tolerance to a simpler border go; neighbours stay neighbours. */
  | (Scope & Readonly<{ kind: 'simplify'; toleranceM: number }>)
  /** Zones without enough corners to enclose ground go. */
  | (Scope & Readonly<{ kind: 'drop-empty' }>)
  /** Latitude and longitude change places. */
  | (Scope & Readonly<{ kind: 'swap-coordinates' }>)
  /** A number is put after names that repeat; zones without a name get this one first. */
  | (Scope & Readonly<{ kind: 'tell-apart'; unnamed: string }>);

/** What became of one zone: new ones have no `before`, vanished ones no `after`. */
export type ZoneChange = Readonly<{ before: DeliveryZone | null; after: DeliveryZone | null }>;

/** A repair worked out, for a preview or to be taken: nothing is changed until the caller does. */
export type RepairPlan = Readonly<{
  repair: ZoneRepair;
  zones: readonly DeliveryZone[];
  /** Only the zones that differ. */
  changes: readonly ZoneChange[];
  /** Square metres that zones gained and lost, summed; a zone that only split gives none. */
  movedM2: number;
}>;
