import type { CheckMeasures } from './check-options.ts';
import type { DeliveryZone, Position, Ring } from './delivery-zone.ts';
import { metresBetween } from './earth.ts';
import { isLine } from './is-line.ts';
import { isSame, plainRing } from './packed-zone.ts';
import { ringCrossings } from './ring-crossings.ts';
import { ringSpikes } from './ring-spikes.ts';
import { areaOfRing } from './zone-area.ts';
import type { ZoneFinding } from './zone-finding.ts';

/** A ring drawn as a tangle is one mistake, not thousands: so many of its crossings are told. */
export const CROSSINGS_SHOWN = 20;

/** What is wrong with the shape of one zone: iiko takes one flat ring (`iiko-local.md` 2.1, 2.6). */
export function checkShape(zone: DeliveryZone, { maxVertices }: CheckMeasures): ZoneFinding[] {
  const rings = zone.parts.flatMap(({ outline, holes }) => [outline, ...holes]);
  const vertices = rings.reduce((sum, ring) => sum + ring.length, 0);
  const at = anyPointOf(zone);
  const about = { zones: [{ id: zone.id, name: zone.name }], at };
  const found: ZoneFinding[] = rings.flatMap((ring) => checkRing(zone, ring));
  for (const hole of zone.parts.flatMap(({ holes }) => holes)) {
    found.push({
      ...about,
      kind: 'hole',
      level: 'error',
      at: hole[0] ?? at,
      areaM2: areaOfRing(hole),
    });
  }
  const parts = zone.parts.length;
  if (parts > 1) found.push({ ...about, kind: 'multi-part', level: 'error', parts });
  if (parts === 0) found.push({ ...about, kind: 'too-few-vertices', level: 'error' });
  if (vertices > maxVertices) {
    found.push({ ...about, kind: 'too-many-vertices', level: 'warning', vertices });
  }
  return found;
}

/** A point of the zone to show where it is, or null when it has none. */
export const anyPointOf = ({ parts }: DeliveryZone): Position | null =>
  parts.find(({ outline }) => outline.length > 0)?.outline[0] ?? null;

function checkRing({ id, name }: DeliveryZone, ring: Ring): ZoneFinding[] {
  const zones = [{ id, name }];
  const found: ZoneFinding[] = [];
  const plain = plainRing(ring);
  const repeated = ring.filter((point, at) => isSame(ring.at(at - 1), point));
  if (repeated.length > 0 && ring.length > 1) {
    const [at = null] = repeated;
    found.push({ kind: 'duplicate-vertex', level: 'error', zones, at, vertices: repeated.length });
  }
  const crossings = ringCrossings(plain, CROSSINGS_SHOWN);
  if (
    plain.length < 3 ||
    (crossings.length === 0 && isLine(areaOfRing(plain), lengthOfRing(plain)))
  ) {
    found.push({ kind: 'too-few-vertices', level: 'error', zones, at: ring[0] ?? null });
    return found;
  }
  for (const at of ringSpikes(plain)) found.push({ kind: 'spike', level: 'error', zones, at });
  for (const at of crossings) found.push({ kind: 'self-intersection', level: 'error', zones, at });
  return found;
}

const lengthOfRing = (ring: Ring): number =>
  ring.reduce((sum, point, at) => sum + metresBetween(ring.at(at - 1)!, point), 0);
