import { bandZone, isInside } from '../banded-zone.ts';
import { middleOf } from '../check-gap.ts';
import type { DeliveryZone } from '../delivery-zone.ts';
import { facingStrips, indexSides } from '../facing-strips.ts';
import { measuresOfFaces } from '../mesh/face-measures.ts';
import { toGrid, type GridPoint } from '../mesh/grid.ts';
import { addDivider } from '../mesh/mesh-sides.ts';
import { packZone } from '../packed-zone.ts';
import { connectedFaces } from './connected-faces.ts';
import { groundWith, holdersOf, type Ground, type Holders, type MeshedHolders } from './ground.ts';
import { bordersOf, longestOf } from './neighbour-of.ts';
import { reshape } from './reshape.ts';

/** Less is where borders meet in a point, or the end of a slit. */
const SPECK_M2 = 1;
/** With more of its border from one zone a strip is a notch or a slit of that zone, and no gap. */
const MOST_OF_ONE = 0.8;

/**
 * Gives uncovered strips between zones in scope, nowhere wider than `widthM` metres, to the zone
 * with the longest common border: lines across the strips close them at their ends. A zone that
 * would close around a hole thereby takes none. Null when the zones cannot be meshed.
 */
export function closeGaps(
  zones: readonly DeliveryZone[],
  scope: ReadonlySet<number>,
  widthM: number,
): MeshedHolders | null {
  const lines = linesAcross(zones, scope, widthM);
  const ground = groundWith(zones, (sides) => lines.forEach((line) => addDivider(sides, line)));
  if (!ground) return null;
  const refused = new Set<number>();
  for (;;) {
    const holders = holdersOfClosed(ground, scope, widthM, refused);
    const holed = withNewHoles(zones, reshape(ground, holders));
    if (holed.every((zone) => refused.has(zone))) return { ground, holders };
    for (const zone of holed) refused.add(zone);
  }
}

/** Zones, by place, that have more holes than before. */
function withNewHoles(before: readonly DeliveryZone[], after: readonly DeliveryZone[]): number[] {
  const now = new Map(after.map((zone) => [zone.id, holesOf(zone)]));
  return before.flatMap((zone, place) => ((now.get(zone.id) ?? 0) > holesOf(zone) ? [place] : []));
}

const holesOf = ({ parts }: DeliveryZone): number =>
  parts.reduce((sum, { holes }) => sum + holes.length, 0);

/** Who holds what once gaps are closed by zones that are not `refused` any. */
function holdersOfClosed(
  ground: Ground,
  scope: ReadonlySet<number>,
  widthM: number,
  refused: ReadonlySet<number>,
): Holders {
  const { mesh } = ground;
  const before = holdersOf(ground);
  const holders = holdersOf(ground);
  const isNarrow = (face: number): boolean =>
    before[face]!.length === 0 && measuresOfFaces(mesh, new Set([face])).widthM < widthM;
  for (const faces of connectedFaces(mesh, isNarrow)) {
    const borders = bordersOf(mesh, before, faces);
    const taker = longestOf(borders);
    if (measuresOfFaces(mesh, faces).areaM2 < SPECK_M2) continue;
    if (taker === undefined || borders.get(taker)! > MOST_OF_ONE * sumOf(borders)) continue;
    if (refused.has(taker) || ![...borders.keys()].every((zone) => scope.has(zone))) continue;
    for (const face of faces) holders[face] = [taker];
  }
  return holders;
}

const sumOf = (borders: ReadonlyMap<number, number>): number =>
  [...borders.values()].reduce((sum, length) => sum + length, 0);

/** Lines across the ends of all strips between zones in scope. */
function linesAcross(
  zones: readonly DeliveryZone[],
  scope: ReadonlySet<number>,
  widthM: number,
): GridPoint[][] {
  const packed = zones.map(packZone);
  const banded = packed.map(bandZone);
  const isCovered = ([x, y]: readonly [number, number]): boolean =>
    banded.some((zone) => isInside(zone, x, y));
  const lines: GridPoint[][] = [];
  for (const one of scope) {
    const index = indexSides(packed[one]!);
    for (const other of scope) {
      if (other >= one) continue;
      for (const strip of facingStrips(packed[other]!, packed[one]!, index, 0, widthM)) {
        if (isCovered(middleOf(strip))) continue;
        for (const ends of strip.ends) lines.push(ends.map(toGrid));
      }
    }
  }
  return lines;
}
