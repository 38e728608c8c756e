import type { PackedZone } from './packed-zone.ts';

/** A piece of the common area: an upright strip between a lower and an upper side, in degrees. */
type VisitPiece = (
  left: number,
  right: number,
  lowLeft: number,
  lowRight: number,
  highLeft: number,
  highRight: number,
) => void;

/** A side from left to right and whose it is. */
type Side = {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  first: boolean;
  l: number;
  r: number;
};

/**
 * Cuts the plane into upright strips at every corner and crossing of two zones and visits each
 * piece that belongs to both. Work is bounded by corners times the sides abreast of them.
 */
export function sweepStrips(a: PackedZone, b: PackedZone, visit: VisitPiece): void {
  const left = Math.max(a.minX, b.minX);
  const right = Math.min(a.maxX, b.maxX);
  const top = Math.min(a.maxY, b.maxY);
  const bottom = Math.max(a.minY, b.minY);
  if (!(left < right && bottom < top)) return;
  const sides = [
    ...sidesWithin(a, true, left, right, top),
    ...sidesWithin(b, false, left, right, top),
  ];
  sides.sort((one, other) => one.x0 - other.x0);
  const corners = cornersOf(sides, left, right);
  let active: Side[] = [];
  let next = 0;
  for (let at = 0; at + 1 < corners.length; at += 1) {
    const [from, to] = [corners[at]!, corners[at + 1]!];
    active = active.filter(({ x1 }) => x1 > from);
    for (; next < sides.length && sides[next]!.x0 <= from; next += 1) {
      if (sides[next]!.x1 > from) active.push(sides[next]!);
    }
    visitStrip(active, from, to, visit);
  }
}

/** The sides that stand in the strip between two longitudes and not wholly above the common box. */
function sidesWithin(
  { sides, x0, y0, x1, y1 }: PackedZone,
  first: boolean,
  left: number,
  right: number,
  top: number,
): Side[] {
  const within: Side[] = [];
  for (let n = 0; n < sides; n += 1) {
    const [xa, ya, xb, yb] = [x0[n]!, y0[n]!, x1[n]!, y1[n]!];
    if (xa === xb || Math.max(xa, xb) <= left || Math.min(xa, xb) >= right) continue;
    if (ya > top && yb > top) continue;
    within.push(
      xa < xb
        ? { x0: xa, y0: ya, x1: xb, y1: yb, first, l: 0, r: 0 }
        : { x0: xb, y0: yb, x1: xa, y1: ya, first, l: 0, r: 0 },
    );
  }
  return within;
}

/** The longitudes of all ends between two, and these two, rising and each once. */
function cornersOf(sides: readonly Side[], left: number, right: number): Float64Array {
  const ends = new Float64Array(sides.length * 2 + 2);
  let count = 2;
  ends[0] = left;
  ends[1] = right;
  for (const { x0, x1 } of sides) {
    if (x0 > left) ends[count++] = x0;
    if (x1 < right) ends[count++] = x1;
  }
  const sorted = ends.subarray(0, count).sort();
  let kept = 1;
  for (let at = 1; at < count; at += 1) {
    if (sorted[at] !== sorted[kept - 1]) sorted[kept++] = sorted[at]!;
  }
  return sorted.subarray(0, kept);
}

const heightAt = ({ x0, y0, x1, y1 }: Side, x: number): number =>
  x === x1 ? y1 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);

function visitStrip(active: Side[], from: number, to: number, visit: VisitPiece): void {
  if (active.length < 3) return;
  for (const side of active) {
    side.l = heightAt(side, from);
    side.r = heightAt(side, to);
  }
  sortByMiddle(active);
  const crossings = crossingsOf(active, from, to);
  if (crossings.length === 0) return visitPieces(active, from, to, visit);
  const cuts = [from, ...crossings.sort((one, other) => one - other), to];
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    if (!(cuts[at]! < cuts[at + 1]!)) continue;
    for (const side of active) {
      side.l = heightAt(side, cuts[at]!);
      side.r = heightAt(side, cuts[at + 1]!);
    }
    sortByMiddle(active);
    visitPieces(active, cuts[at]!, cuts[at + 1]!, visit);
  }
}

/** By insertion: from strip to strip the order hardly changes. */
function sortByMiddle(sides: Side[]): void {
  for (let at = 1; at < sides.length; at += 1) {
    const side = sides[at]!;
    const middle = side.l + side.r;
    let place = at - 1;
    for (; place >= 0 && sides[place]!.l + sides[place]!.r > middle; place -= 1) {
      sides[place + 1] = sides[place]!;
    }
    sides[place + 1] = side;
  }
}

/** Where sides sorted by their middles change places inside the strip. */
function crossingsOf(sides: readonly Side[], from: number, to: number): number[] {
  const crossings: number[] = [];
  for (let high = 1; high < sides.length; high += 1) {
    for (let low = high - 1; low >= 0; low -= 1) {
      const left = sides[high]!.l - sides[low]!.l;
      const right = sides[high]!.r - sides[low]!.r;
      if (left * right < 0) crossings.push(from + ((to - from) * left) / (left - right));
    }
  }
  return crossings;
}

/** From the south to the north: every side passed turns its zone's «inside» over. */
function visitPieces(sides: readonly Side[], from: number, to: number, visit: VisitPiece): void {
  let [inFirst, inSecond] = [false, false];
  for (let at = 0; at + 1 < sides.length; at += 1) {
    const low = sides[at]!;
    if (low.first) inFirst = !inFirst;
    else inSecond = !inSecond;
    const high = sides[at + 1]!;
    if (inFirst && inSecond) visit(from, to, low.l, low.r, high.l, high.r);
  }
}
