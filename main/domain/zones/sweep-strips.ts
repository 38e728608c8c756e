import type { PackedZone } from './packed-zone.ts';
import { stripBorders, stripSides, type StripSides } from './strip-sides.ts';

/** A piece of the common area: an upright strip between a lower and an upper side, in degrees. */
type VisitPiece = (
  left: number,
  right: number,
  lowLeft: number,
  lowRight: number,
  highLeft: number,
  highRight: number,
) => void;

/**
 * The strip at work: numbers of the sides abreast of it, from the south to the north, their heights,
 * and the work done so far in sides looked at.
 */
type Strip = { active: number[]; west: Float64Array; east: Float64Array; looks: number };

/**
 * Combs and tangles of thousands of teeth cross millions of times. Beyond this much work strips are
 * no longer cut at crossings: they are narrow by then, and the area stays right to a few digits.
 */
const MOST_LOOKS = 20_000_000;

/**
 * Cuts the plane into upright strips at every corner and crossing of two zones and visits each
 * piece that belongs to both. Work is bounded by corners times the sides abreast of them.
 */
export function sweepStrips(a: PackedZone, b: PackedZone, visit: VisitPiece): void {
  const box = {
    left: Math.max(a.minX, b.minX),
    right: Math.min(a.maxX, b.maxX),
    bottom: Math.max(a.minY, b.minY),
    top: Math.min(a.maxY, b.maxY),
  };
  if (!(box.left < box.right && box.bottom < box.top)) return;
  const sides = stripSides(a, b, box);
  const borders = stripBorders(sides, box);
  const { from, starting } = startsOf(sides, borders);
  const heights = new Float64Array(sides.count * 2);
  const strip: Strip = {
    active: [],
    looks: 0,
    west: heights.subarray(0, sides.count),
    east: heights.subarray(sides.count),
  };
  for (let at = 0; at + 1 < borders.length; at += 1) {
    const left = borders[at]!;
    let kept = 0;
    for (const side of strip.active) if (sides.x1[side]! > left) strip.active[kept++] = side;
    strip.active.length = kept;
    for (let n = from[at]!; n < from[at + 1]!; n += 1) strip.active.push(starting[n]!);
    if (strip.active.length > 2) visitStrip(sides, strip, left, borders[at + 1]!, visit);
  }
}

/** The sides that begin in each strip: strip `n` those from `from[n]` to `from[n + 1]`. */
function startsOf(
  { count, x0 }: StripSides,
  borders: Float64Array,
): Readonly<{ from: Int32Array; starting: Int32Array }> {
  const stripOf = new Int32Array(count);
  const from = new Int32Array(borders.length + 1);
  for (let side = 0; side < count; side += 1) {
    stripOf[side] = lastNotAfter(borders, x0[side]!);
    from[stripOf[side]! + 1]! += 1;
  }
  for (let at = 0; at < borders.length; at += 1) from[at + 1]! += from[at]!;
  const next = from.slice();
  const starting = new Int32Array(count);
  for (let side = 0; side < count; side += 1) {
    starting[next[stripOf[side]!]!] = side;
    next[stripOf[side]!]! += 1;
  }
  return { from, starting };
}

/** The place of the last border at or before a longitude; the first one for what is before all. */
function lastNotAfter(borders: Float64Array, x: number): number {
  let [low, high] = [0, borders.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (borders[middle]! <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

function visitStrip(
  sides: StripSides,
  strip: Strip,
  left: number,
  right: number,
  visit: VisitPiece,
): void {
  measure(sides, strip, left, right);
  const crossings = crossingsOf(strip, left, right);
  if (crossings.length === 0) return visitPieces(sides, strip, left, right, visit);
  strip.looks += strip.active.length * crossings.length;
  const cuts = [left, ...crossings.sort((one, other) => one - other), right];
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    if (!(cuts[at]! < cuts[at + 1]!)) continue;
    measure(sides, strip, cuts[at]!, cuts[at + 1]!);
    visitPieces(sides, strip, cuts[at]!, cuts[at + 1]!, visit);
  }
}

/** Heights at both ends of the strip, and its sides sorted by the middle between them. */
function measure(
  sides: StripSides,
  { active, west, east }: Strip,
  left: number,
  right: number,
): void {
  for (const side of active) {
    west[side] = heightAt(sides, side, left);
    east[side] = heightAt(sides, side, right);
  }
  // By insertion: from strip to strip the order hardly changes.
  for (let at = 1; at < active.length; at += 1) {
    const side = active[at]!;
    const middle = west[side]! + east[side]!;
    let place = at - 1;
    for (; place >= 0 && west[active[place]!]! + east[active[place]!]! > middle; place -= 1) {
      active[place + 1] = active[place]!;
    }
    active[place + 1] = side;
  }
}

function heightAt({ x0, y0, x1, y1 }: StripSides, side: number, x: number): number {
  if (x === x1[side]) return y1[side]!;
  const share = (x - x0[side]!) / (x1[side]! - x0[side]!);
  return y0[side]! + share * (y1[side]! - y0[side]!);
}

/** Where sides sorted by their middles change places inside the strip. */
function crossingsOf(strip: Strip, left: number, right: number): number[] {
  const { active, west, east } = strip;
  const crossings: number[] = [];
  if (isInOrder(active, west) && isInOrder(active, east)) return crossings;
  strip.looks += active.length ** 2;
  if (strip.looks > MOST_LOOKS) return crossings;
  for (let high = 1; high < active.length; high += 1) {
    for (let low = high - 1; low >= 0; low -= 1) {
      const atWest = west[active[high]!]! - west[active[low]!]!;
      const atEast = east[active[high]!]! - east[active[low]!]!;
      if (atWest * atEast < 0) crossings.push(left + ((right - left) * atWest) / (atWest - atEast));
    }
  }
  return crossings;
}

/** Whether heights rise from side to side: where they do at both ends, nothing crosses between. */
function isInOrder(active: readonly number[], heights: Float64Array): boolean {
  for (let at = 1; at < active.length; at += 1) {
    if (heights[active[at - 1]!]! > heights[active[at]!]!) return false;
  }
  return true;
}

/** From the south to the north: every side passed turns its zone's «inside» over. */
function visitPieces(
  { ofFirst }: StripSides,
  { active, west, east }: Strip,
  left: number,
  right: number,
  visit: VisitPiece,
): void {
  let [inFirst, inSecond] = [false, false];
  for (let at = 0; at + 1 < active.length; at += 1) {
    const [low, high] = [active[at]!, active[at + 1]!];
    if (low < ofFirst) inFirst = !inFirst;
    else inSecond = !inSecond;
    if (inFirst && inSecond) visit(left, right, west[low]!, east[low]!, west[high]!, east[high]!);
  }
}
