import type { DeliveryZone } from '../delivery-zone.ts';
import { addDivider } from '../mesh/mesh-sides.ts';
import { cutSharedGround, innerZones } from './cut-shared-ground.ts';
import { giveCrumbs } from './give-crumbs.ts';
import { groundOf, groundWith, holdersOf, type MeshedHolders } from './ground.ts';
import { middleLine } from './middle-line.ts';
import { bordersOf } from './neighbour-of.ts';

/**
 * Shares out ground that two zones in scope have in common: each gets what lies towards it. Ground
 * of nested zones, or of three, has no middle and is cut by rank. Null when it cannot be meshed.
 */
export function splitMiddle(
  zones: readonly DeliveryZone[],
  scope: ReadonlySet<number>,
  ranks: readonly number[],
): MeshedHolders | null {
  const whole = groundOf(zones);
  if (!whole) return null;
  const inner = innerZones(whole);
  const isShared = (own: readonly number[]): boolean =>
    own.length === 2 && own.every((zone) => scope.has(zone) && !inner.has(zone));
  const lines = whole.mesh.faces
    .filter((face) => isShared(face.zones))
    .map((face) => middleLine(whole.mesh, face))
    .filter((line) => line !== null);
  const ground = groundWith(zones, (sides) => lines.forEach((line) => addDivider(sides, line)));
  if (!ground) return null;
  const cut = cutSharedGround(ground, scope, ranks);
  const before = holdersOf(ground);
  const holders = before.map((own, face) => {
    const [one, other] = own;
    if (!isShared(own)) return cut[face]!;
    const borders = bordersOf(ground.mesh, before, new Set([face]));
    const [towardsOne, towardsOther] = [borders.get(one!) ?? 0, borders.get(other!) ?? 0];
    // A face that only one of them adjoins lies inside it.
    if (towardsOne * towardsOther === 0 || towardsOne === towardsOther) return cut[face]!;
    return [towardsOne > towardsOther ? one! : other!];
  });
  giveCrumbs(ground.mesh, holders, scope);
  return { ground, holders };
}
