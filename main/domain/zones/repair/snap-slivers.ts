import { checkPair, type MeasuredZone } from '../check-pair.ts';
import { measuresOf, type CheckOptions } from '../check-options.ts';
import { packZone } from '../packed-zone.ts';
import { areaOfZone } from '../zone-area.ts';
import { giveCrumbs } from './give-crumbs.ts';
import { holdersOf, type Ground, type Holders } from './ground.ts';

/**
 * Who holds what when slivers between zones in scope go to the first by rank, so that its border
 * becomes the border of both. What the rules grade as more than a sliver is left alone.
 */
export function snapSlivers(
  ground: Ground,
  scope: ReadonlySet<number>,
  ranks: readonly number[],
  options: CheckOptions,
): Holders {
  const isSliver = sliverGrader(ground, options);
  const holders = holdersOf(ground).map((zones) => {
    const rivals = zones.filter((zone) => scope.has(zone));
    if (rivals.length < 2 || !everyPair(rivals, isSliver)) return zones;
    const winner = rivals.reduce((best, zone) => (ranks[zone]! < ranks[best]! ? zone : best));
    return zones.filter((zone) => zone === winner || !scope.has(zone));
  });
  giveCrumbs(ground.mesh, holders, scope);
  return holders;
}

const everyPair = (
  zones: readonly number[],
  holds: (one: number, other: number) => boolean,
): boolean => zones.every((one, at) => zones.slice(at + 1).every((other) => holds(one, other)));

/** Grades pairs as the rules do, each once; common ground too thin for them counts as a sliver. */
function sliverGrader(
  { zones }: Ground,
  options: CheckOptions,
): (one: number, other: number) => boolean {
  const measures = measuresOf({ ...options, touchM: 0 });
  const measured: MeasuredZone[] = zones.map((zone) => ({
    zone,
    packed: packZone(zone),
    areaM2: areaOfZone(zone),
  }));
  const known = new Map<string, boolean>();
  return (one, other) => {
    const key = `${one} ${other}`;
    if (!known.has(key)) {
      const kind = checkPair(measured[one]!, measured[other]!, measures)?.kind ?? 'sliver';
      known.set(key, kind === 'sliver');
    }
    return known.get(key)!;
  };
}
