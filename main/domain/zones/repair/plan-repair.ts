import { assertNever } from '../../assert-never.ts';
import type { CheckOptions } from '../check-options.ts';
import type { DeliveryZone } from '../delivery-zone.ts';
import { isSameShape, movedGround } from './moved-ground.ts';
import { measuresOfFaces } from '../mesh/face-measures.ts';
import { closeGaps } from './close-gaps.ts';
import { cutCommonGround } from './cut-common-ground.ts';
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
import { simplifyBorders } from './simplify-borders.ts';
import { snapSlivers } from './snap-slivers.ts';
import { splitMiddle } from './split-middle.ts';
import { splitParts } from './split-parts.ts';
import { swapCoordinates } from './swap-coordinates.ts';
import { tellApart } from './tell-apart.ts';
import type { RepairPlan, ZoneChange, ZoneRepair } from './zone-repair.ts';

/** The width of a gap when the repair does not say (`iiko-local.md` 2.6, as for slivers). */
const GAP_M = 15;
/** Narrower than any house, wider than what a map rounds away. */
const SLIT_M = 0.06;

/**
 * Works a repair out without changing anything: the zones afterwards, which of them differ, and how
 * much ground moved. Repairs of borders put all corners on the grid of a centimetre. When the grid
 * cannot hold the borders nothing changes.
 */
export function planRepair(
  zones: readonly DeliveryZone[],
  repair: ZoneRepair,
  options: CheckOptions = {},
): RepairPlan {
  const after = repaired(zones, repair, options);
  const changes = changesOf(zones, after);
  return { repair, zones: after, changes, movedM2: movedGround(changes) };
}

function repaired(
  zones: readonly DeliveryZone[],
  repair: ZoneRepair,
  options: CheckOptions,
): readonly DeliveryZone[] {
  const scope = placesOf(zones, repair.only);
  switch (repair.kind) {
    case 'align':
      return onGround(zones, holdersOf);
    case 'cut':
      return onGround(zones, (ground) =>
        cutCommonGround(ground, scope, ranksOf(zones, repair.order)),
      );
    case 'snap':
      return onGround(zones, (ground) =>
        snapSlivers(ground, scope, ranksOf(zones, repair.order), options),
      );
    case 'split-middle':
      return reshaped(zones, splitMiddle(zones, scope, ranksOf(zones, repair.order)));
    case 'heal':
      return reshaped(zones, healRings(zones, scope));
    case 'flatten-holes':
      return reshaped(zones, flattenHoles(zones, scope, repair.slitM ?? SLIT_M));
    case 'close-gaps':
      return reshaped(zones, closeGaps(zones, scope, repair.widthM ?? GAP_M));
    case 'simplify':
      return simplifyBorders(zones, scope, repair.toleranceM) ?? zones;
    case 'split-parts':
      return splitParts(zones, scope);
    case 'drop-empty':
      return zones.filter((zone, place) => !scope.has(place) || enclosesGround(zone));
    case 'swap-coordinates':
      return zones.map((zone, place) => (scope.has(place) ? swapCoordinates(zone) : zone));
    case 'tell-apart':
      return tellApart(zones, scope, repair.unnamed);
    default:
      return assertNever(repair);
  }
}

const reshaped = (
  zones: readonly DeliveryZone[],
  meshed: MeshedHolders | null,
): readonly DeliveryZone[] => (meshed ? reshape(meshed.ground, meshed.holders) : zones);

function onGround(
  zones: readonly DeliveryZone[],
  share: (ground: Ground) => Holders,
): readonly DeliveryZone[] {
  const ground = groundOf(zones);
  return ground ? reshape(ground, share(ground)) : zones;
}

/** A square metre: less is a line. */
const NO_AREA_M2 = 1;

/** A zone without ground, or one drawn out and back. */
function enclosesGround(zone: DeliveryZone): boolean {
  const mesh = groundOf([zone])?.mesh;
  if (!mesh) return true;
  const faces = mesh.faces.flatMap(({ zones }, face) => (zones.length > 0 ? [face] : []));
  return measuresOfFaces(mesh, new Set(faces)).areaM2 >= NO_AREA_M2;
}

/** What differs, by id; a zone of the same name and borders does not, whatever value it is. */
function changesOf(
  before: readonly DeliveryZone[],
  after: readonly DeliveryZone[],
): readonly ZoneChange[] {
  const [old, fresh] = [before, after].map(
    (zones) => new Map(zones.map((zone) => [zone.id, zone])),
  );
  const gone = before.map((zone) => ({ before: zone, after: fresh!.get(zone.id) ?? null }));
  const added = after
    .filter(({ id }) => !old!.has(id))
    .map((zone) => ({ before: null, after: zone }));
  return [...gone, ...added].filter(
    (change) =>
      !change.before ||
      !change.after ||
      change.before.name !== change.after.name ||
      !isSameShape(change.before, change.after),
  );
}
