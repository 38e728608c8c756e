import type { GridPoint } from '../mesh/grid.ts';

/**
 * The corners of a line that stay when the rest is nowhere farther than `tolerance` from what is
 * left (Douglas and Peucker, 1973); its ends always stay. Works without recursion: lines are long.
 */
export function straightenLine(line: readonly GridPoint[], tolerance: number): boolean[] {
  const kept = line.map((_, at) => at === 0 || at === line.length - 1);
  const open: (readonly [from: number, to: number])[] = [[0, line.length - 1]];
  for (let piece = open.pop(); piece; piece = open.pop()) {
    const [from, to] = piece;
    const [far, distance] = farthest(line, from, to);
    if (distance <= tolerance) continue;
    kept[far] = true;
    open.push([from, far], [far, to]);
  }
  return kept;
}

function farthest(
  line: readonly GridPoint[],
  from: number,
  to: number,
): readonly [at: number, distance: number] {
  let [far, distance] = [from, -1];
  for (let at = from + 1; at < to; at += 1) {
    const away = distanceTo(line[from]!, line[to]!, line[at]!);
    if (away > distance) [far, distance] = [at, away];
  }
  return [far, distance];
}

/** From a point to a side, in the units of both. */
function distanceTo(from: GridPoint, to: GridPoint, point: GridPoint): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const [px, py] = [point[0] - from[0], point[1] - from[1]];
  const whole = dx * dx + dy * dy;
  const share = whole > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / whole)) : 0;
  return Math.hypot(px - share * dx, py - share * dy);
}
