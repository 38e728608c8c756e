/** A box on the screen by its middle, in pixels. */
export type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

const GAP_PX = 2;

/** Where a name may stand, best first: on its point, below it, above it; in heights of the name. */
const SHIFTS = [0, 1.1, -1.1] as const;

/**
 * Puts names so that none covers another or an obstacle; earlier ones go first. Answers how far each
 * is pushed down in pixels; null where there is no room for it.
 */
export function layOutLabels(
  labels: readonly Box[],
  obstacles: readonly Box[],
): readonly (number | null)[] {
  const taken = [...obstacles];
  return labels.map((label) => {
    for (const shift of SHIFTS) {
      const down = shift * label.height;
      const box = { ...label, y: label.y + down };
      if (taken.some((other) => touch(box, other))) continue;
      taken.push(box);
      return down;
    }
    return null;
  });
}

const touch = (one: Box, other: Box): boolean =>
  Math.abs(one.x - other.x) * 2 < one.width + other.width + GAP_PX * 2 &&
  Math.abs(one.y - other.y) * 2 < one.height + other.height + GAP_PX * 2;
