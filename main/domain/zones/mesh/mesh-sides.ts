import type { DeliveryZone } from '../delivery-zone.ts';
import { ringToGrid, type GridPoint } from './grid.ts';

/** What a ring of sides does to the faces inside it. */
export type RingRole = Readonly<
  | { kind: 'outline'; zone: number; part: number }
  | { kind: 'hole'; zone: number; part: number }
  /** Points out the faces inside it, for a repair to find. */
  | { kind: 'mark'; mark: number }
  /** Divides faces and belongs to nobody. */
  | { kind: 'divider' }
>;

/**
 * Sides on the grid before they are cut where they meet; side `n` belongs to ring `ring[n]`. Those of
 * zones come first.
 */
export type MeshSides = Readonly<{
  rings: RingRole[];
  ring: number[];
  from: GridPoint[];
  to: GridPoint[];
}>;

/** The sides of all zones, which are called by their places in the list. */
export function sidesOfZones(zones: readonly DeliveryZone[]): MeshSides {
  const sides: MeshSides = { rings: [], ring: [], from: [], to: [] };
  zones.forEach(({ parts }, zone) => {
    parts.forEach(({ outline, holes }, part) => {
      addRing(sides, { kind: 'outline', zone, part }, ringToGrid(outline));
      for (const hole of holes) addRing(sides, { kind: 'hole', zone, part }, ringToGrid(hole));
    });
  });
  return sides;
}

/** Adds a closed ring. */
export function addRing(sides: MeshSides, role: RingRole, points: readonly GridPoint[]): void {
  if (points.length < 2) return;
  sides.rings.push(role);
  let from = points.at(-1)!;
  for (const to of points) {
    addSide(sides, from, to);
    from = to;
  }
}

/** Adds an open line that divides the faces it crosses. */
export function addDivider(sides: MeshSides, points: readonly GridPoint[]): void {
  sides.rings.push({ kind: 'divider' });
  for (let at = 0; at + 1 < points.length; at += 1) addSide(sides, points[at]!, points[at + 1]!);
}

function addSide(sides: MeshSides, from: GridPoint, to: GridPoint): void {
  if (from[0] === to[0] && from[1] === to[1]) return;
  sides.ring.push(sides.rings.length - 1);
  sides.from.push(from);
  sides.to.push(to);
}
