import { assertNever } from '../../assert-never.ts';
import type { CheckOptions } from '../check-options.ts';
import type { DeliveryZone } from '../delivery-zone.ts';
import { closeGaps } from './close-gaps.ts';
import { cutSharedGround } from './cut-shared-ground.ts';
import { flattenHoles } from './flatten-holes.ts';
import {
  groundOf,
  holdersOf,
  placesOf,
  ranksOf,
  type Ground,
  type Holders,
  type MeshedHolders,
} from './ground.ts';
import { healRings } from './heal-rings.ts';
import { reshape } from './reshape.ts';
import { snapSlivers } from './snap-slivers.ts';
import { splitMiddle } from './split-middle.ts';
import type { BorderRepair } from './zone-repair.ts';

/** The width of a gap when the repair does not say (`iiko-local.md` 2.6, as for slivers). */
const GAP_M = 15;
/** Narrower than any house, wider than what a map rounds away. */
const SLIT_M = 0.06;

/** What mends borders even where all ground stays: a hole that only touches the outline is drawn as one with it. */
const FOR_BORDERS: ReadonlySet<BorderRepair['kind']> = new Set(['align', 'heal', 'flatten-holes']);

/** The zones after a repair that says anew who holds which ground; as they came when nothing changes. */
export function repairBorders(
  zones: readonly DeliveryZone[],
  repair: BorderRepair,
  options: CheckOptions,
): readonly DeliveryZone[] {
  const meshed = sharedAnew(zones, repair, options);
  if (!meshed) return zones;
  return FOR_BORDERS.has(repair.kind) || hasMoved(meshed)
    ? reshape(meshed.ground, meshed.holders)
    : zones;
}

function sharedAnew(
  zones: readonly DeliveryZone[],
  repair: BorderRepair,
  options: CheckOptions,
): MeshedHolders | null {
  const scope = placesOf(zones, repair.only);
  switch (repair.kind) {
    case 'align':
      return onGround(zones, holdersOf);
    case 'heal':
      return healRings(zones, scope);
    case 'cut': {
      const ranks = ranksOf(zones, repair.order);
      return onGround(zones, (ground) => cutSharedGround(ground, scope, ranks));
    }
    case 'snap': {
      const ranks = ranksOf(zones, repair.order);
      return onGround(zones, (ground) => snapSlivers(ground, scope, ranks, options));
    }
    case 'split-middle':
      return splitMiddle(zones, scope, ranksOf(zones, repair.order));
    case 'flatten-holes':
      return flattenHoles(zones, scope, repair.slitM ?? SLIT_M);
    case 'close-gaps':
      return closeGaps(zones, scope, repair.widthM ?? GAP_M);
    default:
      return assertNever(repair);
  }
}

function onGround(
  zones: readonly DeliveryZone[],
  share: (ground: Ground) => Holders,
): MeshedHolders | null {
  const ground = groundOf(zones);
  return ground && { ground, holders: share(ground) };
}

/** Whether any face has other holders than the zones drawn around it. */
const hasMoved = ({ ground, holders }: MeshedHolders): boolean =>
  ground.mesh.faces.some(({ zones }, face) => {
    const own = holders[face]!;
    return own.length !== zones.length || own.some((zone) => !zones.includes(zone));
  });
