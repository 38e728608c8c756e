import { assertNever } from '../../assert-never.ts';
import type { CheckOptions } from '../check-options.ts';
import type { DeliveryZone } from '../delivery-zone.ts';
import { isLine } from '../is-line.ts';
import { isSameShape, movedGround } from './moved-ground.ts';
import { measuresOfFaces } from '../mesh/face-measures.ts';
import { groundOf, placesOf } from './ground.ts';
import { repairBorders } from './repair-borders.ts';
import { simplifyBorders } from './simplify-borders.ts';
import { splitParts } from './split-parts.ts';
import { swapCoordinates } from './swap-coordinates.ts';
import { tellApart } from './tell-apart.ts';
import type { RepairPlan, ZoneChange, ZoneRepair } from './zone-repair.ts';

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
    case 'align':
    case 'heal':
    case 'cut':
    case 'snap':
    case 'split-middle':
    case 'flatten-holes':
    case 'close-gaps':
      return repairBorders(zones, repair, options);
    default:
      return assertNever(repair);
  }
}

/** A zone without ground, or one drawn out and back. */
function enclosesGround(zone: DeliveryZone): boolean {
  const mesh = groundOf([zone])?.mesh;
  if (!mesh) return true;
  const faces = mesh.faces.flatMap(({ zones }, face) => (zones.length > 0 ? [face] : []));
  const { areaM2, borderM } = measuresOfFaces(mesh, new Set(faces));
  return !isLine(areaM2, borderM);
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
