import type Flatbush from 'flatbush';
import { bandZone, isInside, type BandedZone } from './banded-zone.ts';
import { checkGap, type IsCovered } from './check-gap.ts';
import { checkNames } from './check-names.ts';
import { checkPair, type MeasuredZone } from './check-pair.ts';
import { measuresOf, type CheckMeasures, type CheckOptions } from './check-options.ts';
import { checkPlace } from './check-place.ts';
import { checkShape, CROSSINGS_SHOWN } from './check-shape.ts';
import type { DeliveryZone, Position } from './delivery-zone.ts';
import { metresEast, metresNorth } from './earth.ts';
import { indexSides } from './facing-strips.ts';
import { packZone, type PackedZone } from './packed-zone.ts';
import { areaOfZone } from './zone-area.ts';
import type { ZoneFinding } from './zone-finding.ts';

/** The rules kept up to date while zones change: only what touches the changed zone is done again. */
export type ZoneChecker = Readonly<{
  findings: () => readonly ZoneFinding[];
  /** Puts the zone in the place of the one with its id, or at the end: the findings afterwards. */
  replace: (zone: DeliveryZone) => readonly ZoneFinding[];
  /** Takes the zone away: the findings afterwards. */
  remove: (id: string) => readonly ZoneFinding[];
}>;

/** What is known of one zone: its own findings, and those with the zones that stand after it. */
type Checked = MeasuredZone &
  Readonly<{
    banded: BandedZone;
    index: Flatbush;
    own: readonly ZoneFinding[];
    pairs: Map<string, readonly ZoneFinding[]>;
  }>;

/** Checks the zones once and stays ready for changes; ids must be unique. */
export function createZoneChecker(
  zones: readonly DeliveryZone[],
  options: CheckOptions = {},
): ZoneChecker {
  const measures = measuresOf(options);
  const checked: Checked[] = zones.map((zone) => check(zone, measures));
  checked.forEach((_, place) => checkPairs(checked, place, measures, place + 1));
  return {
    findings: () => told(checked),
    replace(zone) {
      const known = checked.findIndex((other) => other.zone.id === zone.id);
      const place = known < 0 ? checked.length : known;
      const before = checked[place];
      checked[place] = check(zone, measures);
      for (const [id, met] of before?.pairs ?? []) checked[place]!.pairs.set(id, met);
      checkPairs(checked, place, measures);
      return told(checked);
    },
    remove(id) {
      const place = checked.findIndex(({ zone }) => zone.id === id);
      if (place >= 0) checked.splice(place, 1);
      for (const { pairs } of checked) pairs.delete(id);
      return told(checked);
    },
  };
}

function check(zone: DeliveryZone, measures: CheckMeasures): Checked {
  const packed = packZone(zone);
  return {
    zone,
    packed,
    banded: bandZone(packed),
    index: indexSides(packed),
    areaM2: areaOfZone(zone),
    own: [...checkPlace(zone, measures), ...checkShape(zone, measures)],
    pairs: new Map(),
  };
}

/** Pairs of the zone at a place with the others from `since` on; each is kept by its earlier zone. */
function checkPairs(
  checked: readonly Checked[],
  place: number,
  measures: CheckMeasures,
  since = 0,
): void {
  const changed = checked[place]!;
  const near = checked.filter(isNear(changed.packed, measures.gapM));
  const nearby = new Set(near);
  const isCovered = ([x, y]: Position): boolean =>
    near.some(({ banded }) => isInside(banded, x, y));
  for (let at = since; at < checked.length; at += 1) {
    if (at === place) continue;
    const [one, two] = at < place ? [checked[at]!, changed] : [changed, checked[at]!];
    const met = nearby.has(checked[at]!) ? findingsOfPair(one, two, isCovered, measures) : [];
    if (met.length > 0) one.pairs.set(two.zone.id, met);
    else one.pairs.delete(two.zone.id);
  }
}

function findingsOfPair(
  one: Checked,
  two: Checked,
  isCovered: IsCovered,
  measures: CheckMeasures,
): ZoneFinding[] {
  // What a tangle has in common with others is anybody's guess until it is healed.
  if (isTangle(one) || isTangle(two)) return [];
  const common = checkPair(one, two, measures);
  const gap = checkGap(one, two, two.index, isCovered, measures);
  return [common, gap].filter((finding) => finding !== null);
}

const isTangle = ({ own }: Checked): boolean =>
  own.filter(({ kind }) => kind === 'self-intersection').length >= CROSSINGS_SHOWN;

/** A degree is not as long on the other side of a city. */
const MARGIN = 1.1;

/** Tells whose boxes may be no farther from a zone's than so many metres. */
function isNear(a: PackedZone, metres: number): (other: Checked) => boolean {
  const reachX = (metres / metresEast(a.minY)) * MARGIN;
  const reachY = (metres / metresNorth(a.minY)) * MARGIN;
  return ({ packed: b }) =>
    a.minX - reachX <= b.maxX &&
    b.minX - reachX <= a.maxX &&
    a.minY - reachY <= b.maxY &&
    b.minY - reachY <= a.maxY;
}

function told(checked: readonly Checked[]): ZoneFinding[] {
  const places = new Map(checked.map(({ zone }, place) => [zone.id, place]));
  const placeOf = ([id]: readonly [string, unknown]): number => places.get(id) ?? 0;
  const pairs = checked.flatMap((one) =>
    [...one.pairs]
      .toSorted((two, other) => placeOf(two) - placeOf(other))
      .flatMap(([, met]) => met),
  );
  const names = checkNames(checked.map(({ zone }) => zone));
  return [...checked.flatMap(({ own }) => own), ...names, ...pairs];
}
