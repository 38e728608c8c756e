import { checkNames } from './check-names.ts';
import { checkPair, type MeasuredZone } from './check-pair.ts';
import { measuresOf, type CheckMeasures, type CheckOptions } from './check-options.ts';
import { checkPlace } from './check-place.ts';
import { checkShape } from './check-shape.ts';
import type { DeliveryZone } from './delivery-zone.ts';
import { boxesMeet, packZone } from './packed-zone.ts';
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
  Readonly<{ own: readonly ZoneFinding[]; pairs: Map<string, ZoneFinding> }>;

/** Checks the zones once and stays ready for changes; ids must be unique. */
export function createZoneChecker(
  zones: readonly DeliveryZone[],
  options: CheckOptions = {},
): ZoneChecker {
  const measures = measuresOf(options);
  const checked: Checked[] = [];
  const findings = (): readonly ZoneFinding[] => told(checked);
  const put = (zone: DeliveryZone): void => {
    const place = checked.findIndex((known) => known.zone.id === zone.id);
    checked[place < 0 ? checked.length : place] = check(zone, measures);
    checkPairs(checked, place < 0 ? checked.length - 1 : place, measures);
  };
  for (const zone of zones) checked.push(check(zone, measures));
  checked.forEach((_, place) => checkPairs(checked, place, measures, place + 1));
  return {
    findings,
    replace(zone) {
      put(zone);
      return findings();
    },
    remove(id) {
      const place = checked.findIndex(({ zone }) => zone.id === id);
      if (place >= 0) checked.splice(place, 1);
      for (const { pairs } of checked) pairs.delete(id);
      return findings();
    },
  };
}

function check(zone: DeliveryZone, measures: CheckMeasures): Checked {
  const own = [...checkPlace(zone, measures), ...checkShape(zone, measures)];
  return { zone, packed: packZone(zone), areaM2: areaOfZone(zone), own, pairs: new Map() };
}

/** Pairs of the zone at a place with the others from `since` on; each is kept by its earlier zone. */
function checkPairs(
  checked: readonly Checked[],
  place: number,
  measures: CheckMeasures,
  since = 0,
): void {
  const changed = checked[place]!;
  for (let at = since; at < checked.length; at += 1) {
    const other = checked[at]!;
    if (at === place) continue;
    const [one, two] = at < place ? [other, changed] : [changed, other];
    const met = boxesMeet(one.packed, two.packed) ? checkPair(one, two, measures) : null;
    if (met) one.pairs.set(two.zone.id, met);
    else one.pairs.delete(two.zone.id);
  }
}

const told = (checked: readonly Checked[]): ZoneFinding[] => [
  ...checked.flatMap(({ own }) => own),
  ...checkNames(checked.map(({ zone }) => zone)),
  ...checked.flatMap(({ pairs }) => [...pairs.values()]),
];
