/**
 * Divides a whole number by integer weights so that the shares sum to it exactly (largest
 * remainder; of equal remainders the earlier place wins). Weights are at least 0 and not all 0;
 * whole × the largest weight must stay below 2^53.
 */
export function shareOut(whole: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError('Nothing to divide by');
  const shares = weights.map((weight) => floorDivide(whole * weight, total));
  const left = whole - shares.reduce((sum, share) => sum + share, 0);
  const places = weights.map((weight, place) => ({ place, rest: (whole * weight) % total }));
  places.sort((one, other) => other.rest - one.rest || one.place - other.place);
  for (const { place } of places.slice(0, left)) shares[place]! += 1;
  return shares;
}

const floorDivide = (value: number, by: number): number => (value - (value % by)) / by;

/**
 * The money of the parts [from, from + parts) of a whole: shares of neighbouring parts sum to the
 * money exactly, whatever its sign, and SQL computes the same with two integer divisions.
 */
export function moneyOfParts(money: number, from: number, parts: number, whole: number): number {
  return floorDivide(money * (from + parts), whole) - floorDivide(money * from, whole);
}
