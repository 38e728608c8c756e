import type Flatbush from 'flatbush';
import type { MeasuredZone } from './check-pair.ts';
import type { CheckMeasures } from './check-options.ts';
import type { Position } from './delivery-zone.ts';
import { facingStrips, type FacingStrip } from './facing-strips.ts';
import type { ZoneFinding } from './zone-finding.ts';

/** So many times longer than it may be wide, or it is a corner and no strip. */
const LEAST_SHAPE = 3;

/** Whether any zone holds a place. */
export type IsCovered = (at: Position) => boolean;

/** The uncovered strip that two neighbours leave between them, or null. */
export function checkGap(
  one: MeasuredZone,
  other: MeasuredZone,
  indexOfOther: Flatbush,
  isCovered: IsCovered,
  { touchM, gapM }: CheckMeasures,
): ZoneFinding | null {
  const strips = facingStrips(one.packed, other.packed, indexOfOther, touchM, gapM).filter(
    (strip) => !isCovered(middleOf(strip)),
  );
  const [areaM2, lengthM] = [sumOf(strips, 'areaM2'), sumOf(strips, 'lengthM')];
  if (lengthM < LEAST_SHAPE * gapM) return null;
  const largest = strips.reduce((best, strip) => (strip.areaM2 > best.areaM2 ? strip : best));
  const zones = [one, other].map(({ zone }) => ({ id: zone.id, name: zone.name }));
  const at = middleOf(largest);
  return { kind: 'gap', level: 'warning', zones, at, areaM2, widthM: areaM2 / lengthM };
}

/** The middle of a strip. */
export function middleOf({ ends }: FacingStrip): Position {
  const [[a, b], [c, d]] = ends;
  return [(a[0] + b[0] + c[0] + d[0]) / 4, (a[1] + b[1] + c[1] + d[1]) / 4];
}

const sumOf = (strips: readonly FacingStrip[], of: 'areaM2' | 'lengthM'): number =>
  strips.reduce((sum, strip) => sum + strip[of], 0);
