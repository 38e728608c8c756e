import type { DeliveryZone, ZonePart } from '../delivery-zone.ts';
import { ringToGrid, STEPS_PER_DEGREE, type GridPoint } from '../mesh/grid.ts';
import { metresNorth } from '../earth.ts';
import { addRing } from '../mesh/mesh-sides.ts';
import { groundWith, type MeshedHolders } from './ground.ts';
import { nearestBetween, type Way } from './nearest-between.ts';

type GridRing = readonly GridPoint[];

/**
 * Joins each hole of the zones in scope to the outside, or to a hole already joined, by a slit along
 * the shortest way, `slitM` metres wide, so that one flat ring is left (`iiko-local.md` 2.1). Null when the zones cannot
 * be meshed.
 */
export function flattenHoles(
  zones: readonly DeliveryZone[],
  scope: ReadonlySet<number>,
  slitM: number,
): MeshedHolders | null {
  const half = Math.ceil((slitM / 2 / metresNorth(0)) * STEPS_PER_DEGREE);
  const slits = zones.flatMap(({ parts }, zone) =>
    scope.has(zone)
      ? parts.flatMap((part) => slitsOf(part, half)).map((corners) => ({ zone, corners }))
      : [],
  );
  const ground = groundWith(zones, (sides) => {
    slits.forEach(({ corners }, mark) => addRing(sides, { kind: 'mark', mark }, corners));
  });
  if (!ground) return null;
  const holders = ground.mesh.faces.map(({ zones: own, marks }) => {
    const cut = new Set(marks.map((mark) => slits[mark]!.zone));
    return own.filter((zone) => !cut.has(zone));
  });
  return { ground, holders };
}

/** Slits of a part: from what is joined, always the nearest hole next. */
function slitsOf({ outline, holes }: ZonePart, half: number): GridRing[] {
  const joined: GridRing[] = [ringToGrid(outline)];
  const waiting = holes.map(ringToGrid).filter(({ length }) => length > 2);
  const slits: GridRing[] = [];
  while (waiting.length > 0) {
    const ways = waiting.map((hole) => nearestBetween(hole, joined));
    const shortest = ways.reduce(
      (best, way, at) => (way.length < ways[best]!.length ? at : best),
      0,
    );
    slits.push(slitAlong(ways[shortest]!, half));
    joined.push(...waiting.splice(shortest, 1));
  }
  return slits;
}

/** The corners of a slit, which reaches a little beyond both ends of its way. */
function slitAlong({ from, to, length }: Way, half: number): GridRing {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const [ux, uy] = length > 0 ? [(dx / length) * half, (dy / length) * half] : [half, 0];
  const corner = ([x, y]: GridPoint, ahead: number, aside: number): GridPoint => [
    Math.round(x + ahead * ux - aside * uy),
    Math.round(y + ahead * uy + aside * ux),
  ];
  return [corner(from, -1, -1), corner(to, 1, -1), corner(to, 1, 1), corner(from, -1, 1)];
}
