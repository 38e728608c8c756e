import { nameKey } from '../check-names.ts';
import type { DeliveryZone } from '../delivery-zone.ts';
import { overlapOf } from '../overlap-of.ts';
import { packZone } from '../packed-zone.ts';
import { areaOfZone } from '../zone-area.ts';
import { haveSameBorder } from './same-border.ts';

/** How a zone differs between two maps; `movedM2` is ground that only one of them has. */
export type ZoneDifference = Readonly<{
  id: string;
  name: string;
  change: 'added' | 'removed' | 'renamed' | 'reshaped';
  /** Its name before, where that is another. */
  was: string | null;
  movedM2: number;
}>;

/** Maps and iiko write corners to a centimetre: what a border moves by more was moved by somebody. */
const ROUNDED_M = 0.2;

/** Square metres that belong to only one of two zones. */
function movedBetween(one: DeliveryZone, other: DeliveryZone): number {
  const common = overlapOf(packZone(one), packZone(other))?.areaM2 ?? 0;
  return Math.max(0, areaOfZone(one) + areaOfZone(other) - 2 * common);
}

/** What differs between two maps, zones paired by id, then by name; the order does not count. */
export function zoneDifferences(
  before: readonly DeliveryZone[],
  after: readonly DeliveryZone[],
): readonly ZoneDifference[] {
  const left = new Map(before.map((zone) => [zone.id, zone]));
  const pairs = after.map((zone) => [zone, left.get(zone.id)] as const);
  for (const [, old] of pairs) if (old) left.delete(old.id);
  const byName = new Map([...left.values()].map((zone) => [nameKey(zone.name), zone]));
  const paired = pairs.map(([zone, old]) => {
    const twin = old ?? byName.get(nameKey(zone.name));
    if (twin) {
      left.delete(twin.id);
      byName.delete(nameKey(twin.name));
    }
    return [zone, twin] as const;
  });
  return [
    ...paired.flatMap(([zone, old]) => differenceOf(zone, old)),
    ...[...left.values()].map((zone) => told(zone, 'removed', null, areaOfZone(zone))),
  ];
}

function differenceOf(zone: DeliveryZone, old: DeliveryZone | undefined): ZoneDifference[] {
  if (!old) return [told(zone, 'added', null, areaOfZone(zone))];
  if (old === zone) return [];
  const was = nameKey(old.name) === nameKey(zone.name) ? null : old.name;
  if (!haveSameBorder(old, zone, ROUNDED_M)) {
    return [told(zone, 'reshaped', was, movedBetween(old, zone))];
  }
  return was === null ? [] : [told(zone, 'renamed', was, 0)];
}

const told = (
  { id, name }: DeliveryZone,
  change: ZoneDifference['change'],
  was: string | null,
  movedM2: number,
): ZoneDifference => ({ id, name, change, was, movedM2 });
