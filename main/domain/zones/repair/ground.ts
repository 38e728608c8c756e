import type { DeliveryZone } from '../delivery-zone.ts';
import { buildMesh } from '../mesh/build-mesh.ts';
import { sidesOfZones, type MeshSides } from '../mesh/mesh-sides.ts';
import type { ZoneMesh } from '../mesh/zone-mesh.ts';

/** The zones with the mesh of their borders: what a repair of borders works on. */
export type Ground = Readonly<{ zones: readonly DeliveryZone[]; mesh: ZoneMesh }>;

/** Who holds each face, in the mesh's order, by places in the list of zones. */
export type Holders = number[][];

/** A mesh with who is to hold its faces: what a repair of borders comes to. */
export type MeshedHolders = Readonly<{ ground: Ground; holders: Holders }>;

/** Meshing is the long part of a repair, and one set of zones is asked about several times. */
const meshed = new WeakMap<readonly DeliveryZone[], Ground | null>();

/** Meshes the zones; null when the grid cannot hold their borders. */
export function groundOf(zones: readonly DeliveryZone[]): Ground | null {
  let ground = meshed.get(zones);
  if (ground === undefined) meshed.set(zones, (ground = groundWith(zones, () => {})));
  return ground;
}

/** Meshes the zones with whatever sides a repair adds; null when the grid cannot hold them. */
export function groundWith(
  zones: readonly DeliveryZone[],
  add: (sides: MeshSides) => void,
): Ground | null {
  const sides = sidesOfZones(zones);
  add(sides);
  const mesh = buildMesh(sides);
  return mesh && { zones, mesh };
}

/** The holders before any repair. */
export const holdersOf = ({ mesh }: Ground): Holders => mesh.faces.map(({ zones }) => [...zones]);

/** Whether any ground belongs to two zones: exact, whatever its size. */
export const hasCommonGround = ({ mesh }: Ground): boolean =>
  mesh.faces.some(({ zones }) => zones.length > 1);

/** Places in the list of the zones that a repair may change. */
export function placesOf(
  zones: readonly DeliveryZone[],
  only: readonly string[] | undefined,
): ReadonlySet<number> {
  const wanted = only && new Set(only);
  return new Set(zones.flatMap(({ id }, place) => (!wanted || wanted.has(id) ? [place] : [])));
}

/** Rank of each zone: the ids of `order` first, the rest as they stand. */
export function ranksOf(zones: readonly DeliveryZone[], order: readonly string[] = []): number[] {
  const given = new Map(order.map((id, rank) => [id, rank]));
  return zones.map(({ id }, place) => given.get(id) ?? order.length + place);
}
