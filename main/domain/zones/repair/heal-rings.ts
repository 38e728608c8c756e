import type { DeliveryZone, Ring } from '../delivery-zone.ts';
import { metresEast, metresNorth } from '../earth.ts';
import { ringToGrid, toGrid, toPosition, type GridPoint } from '../mesh/grid.ts';
import { addRing } from '../mesh/mesh-sides.ts';
import { ringSpikes } from '../ring-spikes.ts';
import { connectedFaces } from './connected-faces.ts';
import { giveCrumbs } from './give-crumbs.ts';
import { groundWith, holdersOf, type MeshedHolders } from './ground.ts';
import { bordersOf, longestOf } from './neighbour-of.ts';

/** The triangle at the end of a spike, up to where its shorter side begins, and whose it is. */
type Tip = Readonly<{ zone: number; corners: readonly GridPoint[] }>;

/**
 * Cuts rings where they cross themselves, so that each becomes plain rings around the same ground,
 * and takes the tips of spikes off: a tip goes to the neighbour along it, or to nobody, and a notch
 * to the zone that it is cut into. Null when the zones cannot be meshed.
 */
export function healRings(
  zones: readonly DeliveryZone[],
  scope: ReadonlySet<number>,
): MeshedHolders | null {
  const tips = zones.flatMap((zone, place) => (scope.has(place) ? tipsOf(zone, place) : []));
  const ground = groundWith(zones, (sides) => {
    tips.forEach(({ corners }, mark) => addRing(sides, { kind: 'mark', mark }, corners));
  });
  if (!ground) return null;
  const { mesh } = ground;
  const holders = holdersOf(ground);
  for (const faces of connectedFaces(mesh, (face) => mesh.faces[face]!.marks.length > 0)) {
    const borders = bordersOf(mesh, holders, faces);
    for (const face of faces) {
      const owners = new Set(mesh.faces[face]!.marks.map((mark) => tips[mark]!.zone));
      const left = holders[face]!.filter((zone) => !owners.has(zone));
      if (left.length > 0) holders[face] = left;
      else if (holders[face]!.length === 0) holders[face] = [owners.values().next().value!];
      else holders[face] = takerOf(borders, owners);
    }
  }
  giveCrumbs(mesh, holders, scope);
  return { ground, holders };
}

function takerOf(borders: ReadonlyMap<number, number>, owners: ReadonlySet<number>): number[] {
  const taker = longestOf(new Map([...borders].filter(([zone]) => !owners.has(zone))));
  return taker === undefined ? [] : [taker];
}

function tipsOf({ parts }: DeliveryZone, zone: number): Tip[] {
  const rings = parts.flatMap(({ outline, holes }) => [outline, ...holes]);
  return rings.flatMap((ring) => {
    const plain = ringToGrid(ring).map(toPosition);
    return ringSpikes(plain).map((tip) => ({ zone, corners: triangleOf(plain, tip) }));
  });
}

/** The tip, the end of its shorter side, and the point of its longer side nearest to that. */
function triangleOf(ring: Ring, tip: Ring[number]): GridPoint[] {
  const at = ring.indexOf(tip);
  const [east, north] = [metresEast(tip[1]), metresNorth(tip[1])];
  const sides = [ring.at(at - 1)!, ring[(at + 1) % ring.length]!].map((end) => ({
    end,
    x: (end[0] - tip[0]) * east,
    y: (end[1] - tip[1]) * north,
  }));
  sides.sort((one, other) => Math.hypot(one.x, one.y) - Math.hypot(other.x, other.y));
  const [short, long] = [sides[0]!, sides[1]!];
  const share = (short.x * long.x + short.y * long.y) / (long.x ** 2 + long.y ** 2);
  const beside = [tip[0] + (share * long.x) / east, tip[1] + (share * long.y) / north] as const;
  return [toGrid(tip), toGrid(short.end), toGrid(beside)];
}
