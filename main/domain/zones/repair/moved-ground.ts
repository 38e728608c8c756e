import type { DeliveryZone } from '../delivery-zone.ts';
import { overlapOf } from '../overlap-of.ts';
import { packZone } from '../packed-zone.ts';
import { areaOfZone } from '../zone-area.ts';
import type { ZoneChange } from './zone-repair.ts';

/**
 * Square metres that zones gained and lost, summed. New zones take from those that vanished or
 * shrank, so only what the ground as a whole gained or lost through them counts.
 */
export function movedGround(changes: readonly ZoneChange[]): number {
  let movedM2 = 0;
  let renamedM2 = 0;
  for (const { before, after } of changes) {
    if (before && after) movedM2 += differenceOf(before, after);
    else if (before) movedM2 += areaOfZone(before);
    else if (after) renamedM2 += areaOfZone(after);
  }
  return Math.abs(movedM2 - renamedM2);
}

/** Square metres that belong to only one of the two. */
function differenceOf(before: DeliveryZone, after: DeliveryZone): number {
  if (isSameShape(before, after)) return 0;
  const common = overlapOf(packZone(before), packZone(after))?.areaM2 ?? 0;
  return Math.max(0, areaOfZone(before) + areaOfZone(after) - 2 * common);
}

/** Whether both have the same rings, from the same points on. */
export function isSameShape(one: DeliveryZone, other: DeliveryZone): boolean {
  return one.parts === other.parts || JSON.stringify(one.parts) === JSON.stringify(other.parts);
}
