/**
 * Whole number nearest to `top × scale ÷ bottom`, half away from zero; null for a bottom of 0.
 * Exact for any whole numbers: binary fractions are never met.
 */
export function ratio(top: number, bottom: number, scale = 1): number | null {
  if (bottom === 0) return null;
  const doubled = BigInt(top) * BigInt(scale) * 2n;
  const divisor = BigInt(bottom);
  const half = doubled < 0n === divisor < 0n ? absolute(divisor) : -absolute(divisor);
  const signed = divisor < 0n ? -half : half;
  return Number((doubled + signed) / (divisor * 2n)) || 0;
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);
