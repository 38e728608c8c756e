import { ratio } from './ratio.ts';

/** What an item brings: A the most, C the least. */
export type AbcClass = 'A' | 'B' | 'C';
/** How steadily an item sells: X the most, Z the least; N: too seldom to be rated. */
export type XyzClass = 'X' | 'Y' | 'Z' | 'N';

const A_SHARE = 8000;
const B_SHARE = 9500;
const WHOLE = 10_000;

/**
 * Classes of items sorted by their metric, the largest first: by the cumulative share before the
 * item, A below 80 %, B below 95 %, C the rest and whatever is not above 0
 * (`crm-marketplace.md` 4, ABC-XYZ).
 */
export function abcClasses(sorted: readonly number[]): AbcClass[] {
  const total = sorted.reduce((sum, value) => sum + Math.max(0, value), 0);
  let before = 0;
  return sorted.map((value) => {
    if (value <= 0 || total === 0) return 'C';
    const share = ratio(before, total, WHOLE) ?? 0;
    before += value;
    if (share < A_SHARE) return 'A';
    return share < B_SHARE ? 'B' : 'C';
  });
}

/** How steadily an item sells: its variation in hundredths of a percent (null: not rated) and class. */
export type Steadiness = Readonly<{ variation: number | null; xyz: XyzClass }>;

const FEWEST_STEPS = 3;

/**
 * Rates sales over equal steps, zero steps included: σ ÷ μ of the population, X and Y up to their
 * bounds (hundredths of a percent), else Z. `N` with fewer than three steps, and for an item that
 * first sold after the first third of them: it is new. Nothing sold at all is Z.
 */
export function steadiness(
  steps: readonly number[],
  [mostX, mostY]: readonly [number, number],
): Steadiness {
  const first = steps.findIndex((amount) => amount > 0);
  if (steps.length < FEWEST_STEPS || first > steps.length / 3) return { variation: null, xyz: 'N' };
  const sum = steps.reduce((total, amount) => total + amount, 0);
  if (sum <= 0) return { variation: null, xyz: 'Z' };
  const mean = sum / steps.length;
  const squares = steps.reduce((total, amount) => total + (amount - mean) ** 2, 0);
  const variation = Math.round((Math.sqrt(squares / steps.length) / mean) * WHOLE);
  if (variation <= mostX) return { variation, xyz: 'X' };
  return { variation, xyz: variation <= mostY ? 'Y' : 'Z' };
}
