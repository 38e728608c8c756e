import type { CheckMeasures } from './check-options.ts';
import type { DeliveryZone } from './delivery-zone.ts';
import { overlapOf } from './overlap-of.ts';
import type { PackedZone } from './packed-zone.ts';
import type { ZoneFinding } from './zone-finding.ts';

/** A zone with what the rules need to know of it. */
export type MeasuredZone = Readonly<{ zone: DeliveryZone; packed: PackedZone; areaM2: number }>;

/** So much of a zone must be shared for it to count as inside the other, or as the other. */
const ALL_BUT = 0.99;

/** The finding of two zones with common ground, or null: graded by `iiko-local.md` 2.6. */
export function checkPair(
  one: MeasuredZone,
  other: MeasuredZone,
  measures: CheckMeasures,
): ZoneFinding | null {
  const overlap = overlapOf(one.packed, other.packed);
  if (!overlap || overlap.widthM < measures.touchM) return null;
  const [small, large] = one.areaM2 < other.areaM2 ? [one, other] : [other, one];
  const { id, name } = large.zone;
  const pair = [one, other].map(({ zone }) => ({ id: zone.id, name: zone.name }));
  if (overlap.areaM2 >= ALL_BUT * large.areaM2) {
    return { ...overlap, kind: 'duplicate-zone', level: 'error', zones: pair };
  }
  if (overlap.areaM2 >= ALL_BUT * small.areaM2) {
    const zones = [
      { id, name },
      { id: small.zone.id, name: small.zone.name },
    ];
    return { ...overlap, kind: 'nested', level: 'error', zones };
  }
  const isSliver =
    overlap.areaM2 < measures.sliverShare * small.areaM2 || overlap.widthM < measures.sliverM;
  return isSliver
    ? { ...overlap, kind: 'sliver', level: 'warning', zones: pair }
    : { ...overlap, kind: 'overlap', level: 'error', zones: pair };
}
