import { measuresOfFaces } from '../mesh/face-measures.ts';
import { giveCrumbs } from './give-crumbs.ts';
import { holdersOf, type Ground, type Holders } from './ground.ts';

/** A zone with less ground of its own than this share lies inside others and goes before them. */
const OWN_SHARE = 0.01;

/**
 * Who holds what when all common ground of the zones in scope goes to the first by rank. Zones that
 * lie inside others come before them, the smallest first: otherwise nothing of them would be left.
 */
export function cutSharedGround(
  ground: Ground,
  scope: ReadonlySet<number>,
  ranks: readonly number[],
): Holders {
  const inner = innerZones(ground);
  const rankOf = (zone: number): readonly [number, number] =>
    inner.has(zone) ? [0, inner.get(zone)!] : [1, ranks[zone]!];
  const isBefore = (one: number, other: number): boolean => {
    const [[a, rank], [b, otherRank]] = [rankOf(one), rankOf(other)];
    return (
      a < b ||
      (a === b && (rank < otherRank || (rank === otherRank && ranks[one]! < ranks[other]!)))
    );
  };
  const holders = holdersOf(ground).map((zones) => {
    const rivals = zones.filter((zone) => scope.has(zone));
    if (rivals.length < 2) return zones;
    const winner = rivals.reduce((best, zone) => (isBefore(zone, best) ? zone : best));
    return zones.filter((zone) => zone === winner || !scope.has(zone));
  });
  giveCrumbs(ground.mesh, holders, scope);
  return holders;
}

/** Zones that lie inside others, by their places, with their areas in square metres. */
export function innerZones({ zones, mesh }: Ground): ReadonlyMap<number, number> {
  const all = zones.map(() => 0);
  const own = zones.map(() => 0);
  mesh.faces.forEach((face, place) => {
    if (face.zones.length === 0) return;
    const { areaM2 } = measuresOfFaces(mesh, new Set([place]));
    for (const zone of face.zones) {
      all[zone]! += areaM2;
      if (face.zones.length === 1) own[zone]! += areaM2;
    }
  });
  return new Map(
    all.flatMap((area, zone) => (own[zone]! < OWN_SHARE * area ? [[zone, area] as const] : [])),
  );
}
