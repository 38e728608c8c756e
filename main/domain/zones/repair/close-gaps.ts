import { bandZone, isInside } from '../banded-zone.ts';
import { middleOf } from '../check-gap.ts';
import type { DeliveryZone } from '../delivery-zone.ts';
import { facingStrips, indexSides } from '../facing-strips.ts';
import { measuresOfFaces } from '../mesh/face-measures.ts';
import { toGrid, type GridPoint } from '../mesh/grid.ts';
import { addDivider } from '../mesh/mesh-sides.ts';
import { packZone } from '../packed-zone.ts';
import { connectedFaces } from './connected-faces.ts';
import { groundWith, holdersOf, type MeshedHolders } from './ground.ts';
import { bordersOf, longestOf } from './neighbour-of.ts';

/** Less is where borders meet in a point, or the end of a slit. */
const SPECK_M2 = 1;
/** With more of its border from one zone a strip is a notch or a slit of that zone, and no gap. */
const MOST_OF_ONE = 0.8;

/**
 * Gives uncovered strips between zones in scope, nowhere wider than `widthM` metres, to the zone
 * with the longest common border: lines across the strips close them at their ends. Null when the
 * zones cannot be meshed.
 */
export function closeGaps(
  zones: readonly DeliveryZone[],
  scope: ReadonlySet<number>,
  widthM: number,
): MeshedHolders | null {
  const lines = linesAcross(zones, scope, widthM);
  const ground = groundWith(zones, (sides) => lines.forEach((line) => addDivider(sides, line)));
  if (!ground) return null;
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
    if (![...borders.keys()].every((zone) => scope.has(zone))) continue;
    for (const face of faces) holders[face] = [taker];
  }
  return { ground, holders };
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
