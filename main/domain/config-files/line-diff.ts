/** Lines `from`–`to` of the left text became lines `at`–`until` of the right one (ends excluded). */
export type LineChange = Readonly<{ from: number; to: number; at: number; until: number }>;

/** Past this many differing lines the rest counts as one change: it is not the same text any more. */
const MOST_EDITS = 1000;

/** The lines of a text with their line ends, so that joining them gives the text again. */
export const linesOf = (text: string): readonly string[] =>
  text === '' ? [] : (text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []);

/** What must be changed in `left` to get `right`, in order; as little as can be (Myers 1986). */
export function diffLines(
  left: readonly string[],
  right: readonly string[],
): readonly LineChange[] {
  const shorter = Math.min(left.length, right.length);
  let before = 0;
  while (before < shorter && left[before] === right[before]) before += 1;
  let after = 0;
  while (
    after < shorter - before &&
    left[left.length - 1 - after] === right[right.length - 1 - after]
  ) {
    after += 1;
  }
  const middle = diffMiddle(
    left.slice(before, left.length - after),
    right.slice(before, right.length - after),
  );
  return middle.map(({ from, to, at, until }) => ({
    from: from + before,
    to: to + before,
    at: at + before,
    until: until + before,
  }));
}

function diffMiddle(left: readonly string[], right: readonly string[]): readonly LineChange[] {
  if (left.length === 0 && right.length === 0) return [];
  const whole = [{ from: 0, to: left.length, at: 0, until: right.length }];
  if (left.length === 0 || right.length === 0) return whole;
  const trace = furthestPaths(left, right);
  return trace === null ? whole : changesAlong(trace, left.length, right.length);
}

type Trace = readonly ReadonlyMap<number, number>[];

/** For each number of edits the furthest place reached on every diagonal; null: too many edits. */
function furthestPaths(left: readonly string[], right: readonly string[]): Trace | null {
  const trace: Map<number, number>[] = [];
  let reached = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= Math.min(MOST_EDITS, left.length + right.length); edits += 1) {
    trace.push(reached);
    const next = new Map(reached);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOn(reached, diagonal, edits);
      while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal]) {
        x += 1;
      }
      next.set(diagonal, x);
      if (x >= left.length && x - diagonal >= right.length) return [...trace, next];
    }
    reached = next;
  }
  return null;
}

/** Down from the diagonal above (an added line) or right from the one below (a removed line). */
function startOn(reached: ReadonlyMap<number, number>, diagonal: number, edits: number): number {
  const above = reached.get(diagonal + 1) ?? -1;
  const below = reached.get(diagonal - 1) ?? -1;
  return diagonal === -edits || (diagonal !== edits && below < above) ? above : below + 1;
}

function changesAlong(trace: Trace, width: number, height: number): readonly LineChange[] {
  const changes: LineChange[] = [];
  let x = width;
  let y = height;
  for (let edits = trace.length - 2; edits >= 0; edits -= 1) {
    const reached = trace[edits]!;
    const diagonal = x - y;
    const added =
      diagonal === -edits ||
      (diagonal !== edits && (reached.get(diagonal - 1) ?? -1) < (reached.get(diagonal + 1) ?? -1));
    const fromDiagonal = added ? diagonal + 1 : diagonal - 1;
    const fromX = reached.get(fromDiagonal) ?? 0;
    const fromY = fromX - fromDiagonal;
    if (edits > 0) {
      changes.push(
        added
          ? { from: fromX, to: fromX, at: fromY, until: fromY + 1 }
          : { from: fromX, to: fromX + 1, at: fromY, until: fromY },
      );
    }
    x = fromX;
    y = fromY;
  }
  return joined(changes.toReversed());
}

/** Neighbouring single lines as one change. */
function joined(changes: readonly LineChange[]): readonly LineChange[] {
  const result: LineChange[] = [];
  for (const change of changes) {
    const last = result.at(-1);
    if (last && last.to === change.from && last.until === change.at) {
      result[result.length - 1] = { ...last, to: change.to, until: change.until };
    } else {
      result.push(change);
    }
  }
  return result;
}
