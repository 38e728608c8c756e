/**
 * Whole numbers for parts of `whole` that sum to the rounded sum of all parts (largest remainder; of
 * equal remainders the earlier wins). 10,000 and 5,000 and 5,000 of 10,000 become 1, 1 and 0.
 */
export function roundParts(parts: readonly number[], whole: number): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const rounded = parts.map((part) => Math.floor(part / whole));
  const left = Math.round(total / whole) - rounded.reduce((sum, part) => sum + part, 0);
  const places = parts.map((part, place) => ({ place, rest: part % whole }));
  places.sort((one, other) => other.rest - one.rest || one.place - other.place);
  for (const { place } of places.slice(0, left)) rounded[place]! += 1;
  return rounded;
}
