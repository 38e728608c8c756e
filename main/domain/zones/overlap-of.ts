import type { Position } from './delivery-zone.ts';
import { metresEast, metresNorth, squareMetres } from './earth.ts';
import type { PackedZone } from './packed-zone.ts';
import { sweepStrips } from './sweep-strips.ts';

/** What two zones have in common. */
export type Overlap = Readonly<{
  areaM2: number;
  /** Mean width in metres: twice the area by the length of its border. */
  widthM: number;
  /** A place inside it, in the middle of its largest piece. */
  at: Position;
}>;

/** A tenth of a millimetre: thinner pieces come from rounding, and their borders say nothing. */
const THIN_DEGREES = 1e-9;

/** What is common along one meridian: from the south to the north, latitudes low and high in turn. */
type Section = number[];

/**
 * The area that two zones share, summed over upright strips between their corners and crossings:
 * no polygon is built, so there is nothing to go wrong. Null when they share nothing.
 */
export function overlapOf(a: PackedZone, b: PackedZone): Overlap | null {
  let [areaM2, borderM, largest] = [0, 0, 0];
  let at: Position = [0, 0];
  const seams = seamLength();
  sweepStrips(a, b, (left, right, lowLeft, lowRight, highLeft, highRight) => {
    const width = right - left;
    const [tallLeft, tallRight] = [highLeft - lowLeft, highRight - lowRight];
    if (!(tallLeft > THIN_DEGREES || tallRight > THIN_DEGREES)) return;
    const middle: Position = [(left + right) / 2, (lowLeft + lowRight + highLeft + highRight) / 4];
    const pieceM2 = (width * (tallLeft + tallRight) * squareMetres(middle[1])) / 2;
    const [east, north] = [width * metresEast(middle[1]), metresNorth(middle[1])];
    borderM += Math.hypot(east, (lowRight - lowLeft) * north);
    borderM += Math.hypot(east, (highRight - highLeft) * north);
    seams.add(left, right, [lowLeft, highLeft], [lowRight, highRight]);
    areaM2 += pieceM2;
    if (pieceM2 > largest) [largest, at] = [pieceM2, middle];
  });
  borderM += seams.total() * metresNorth(at[1]);
  return areaM2 > 0 ? { areaM2, widthM: (2 * areaM2) / borderM, at } : null;
}

/**
 * Sums the upright borders, in degrees: where one strip ends and the next begins, what only one of
 * the two has. Strips come from the west to the east, their pieces from the south to the north.
 */
function seamLength() {
  let total = 0;
  let [start, end] = [Number.NaN, Number.NaN];
  let [before, west, east]: [Section, Section, Section] = [[], [], []];
  const close = (): void => {
    total += lengthOf(before) + lengthOf(west) - 2 * commonLength(before, west);
  };
  return {
    add(left: number, right: number, atLeft: Section, atRight: Section): void {
      if (left !== start) {
        close();
        if (left !== end) total += lengthOf(east);
        before = left === end ? east : [];
        [start, end, west, east] = [left, right, [], []];
      }
      west.push(...atLeft);
      east.push(...atRight);
    },
    total(): number {
      close();
      return total + lengthOf(east);
    },
  };
}

function lengthOf(section: Section): number {
  let length = 0;
  for (let at = 0; at + 1 < section.length; at += 2) length += section[at + 1]! - section[at]!;
  return length;
}

function commonLength(one: Section, other: Section): number {
  let [length, a, b] = [0, 0, 0];
  while (a < one.length && b < other.length) {
    const low = Math.max(one[a]!, other[b]!);
    const high = Math.min(one[a + 1]!, other[b + 1]!);
    if (high > low) length += high - low;
    if (one[a + 1]! < other[b + 1]!) a += 2;
    else b += 2;
  }
  return length;
}
