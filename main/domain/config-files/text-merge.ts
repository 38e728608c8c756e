import { diffLines, linesOf, type LineChange } from './line-diff.ts';

/** A stretch of lines and who changed it; a conflict where both did, differently. */
export type MergedStretch = Readonly<{
  type: 'same' | 'mine' | 'theirs' | 'both' | 'conflict';
  base: readonly string[];
  mine: readonly string[];
  theirs: readonly string[];
}>;

/** Two changes of one text laid side by side. */
export type TextMerge = Readonly<{
  stretches: readonly MergedStretch[];
  /** Both changes together, line ends included; null where they are about the same lines. */
  text: string | null;
}>;

/** Merges two changes of one text by lines. Changes of neighbouring lines do not disturb each other. */
export function mergeTexts(base: string, mine: string, theirs: string): TextMerge {
  const [from, left, right] = [linesOf(base), linesOf(mine), linesOf(theirs)];
  const stretches = stretchesOf(from, left, right);
  const isClean = stretches.every(({ type }) => type !== 'conflict');
  const text = isClean ? stretches.flatMap(resultOf).join('') : null;
  return { stretches, text };
}

const resultOf = ({ type, mine, theirs }: MergedStretch): readonly string[] =>
  type === 'theirs' ? theirs : mine;

function stretchesOf(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly MergedStretch[] {
  const left = diffLines(base, mine);
  const right = diffLines(base, theirs);
  const result: MergedStretch[] = [];
  let done = 0;
  for (const { from, to } of regionsOf([...left, ...right])) {
    if (from > done) result.push(same(base.slice(done, from)));
    const ours = { left: left.filter(isWithin(from, to)), right: right.filter(isWithin(from, to)) };
    result.push(
      stretch(
        base.slice(from, to),
        replaced(base, mine, ours.left, from, to),
        replaced(base, theirs, ours.right, from, to),
      ),
    );
    done = to;
  }
  if (done < base.length) result.push(same(base.slice(done)));
  return result;
}

const same = (lines: readonly string[]): MergedStretch => ({
  type: 'same',
  base: lines,
  mine: lines,
  theirs: lines,
});

function stretch(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): MergedStretch {
  const [was, left, right] = [base.join(''), mine.join(''), theirs.join('')];
  const lines = { base, mine, theirs };
  if (left === right) return { type: 'both', ...lines };
  if (left === was) return { type: 'theirs', ...lines };
  return { type: right === was ? 'mine' : 'conflict', ...lines };
}

type Region = Readonly<{ from: number; to: number }>;

/** Stretches of the base that at least one side changed; overlapping ones are one. */
function regionsOf(changes: readonly LineChange[]): readonly Region[] {
  const regions: Region[] = [];
  for (const { from, to } of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = regions.at(-1);
    if (last && touches(last, { from, to })) {
      regions[regions.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    } else {
      regions.push({ from, to });
    }
  }
  return regions;
}

/** Two insertions at one place are about the same line; an insertion at an edge is decided with it. */
const touches = (one: Region, other: Region): boolean =>
  other.from < one.to ||
  (other.from === one.to && (other.from === other.to || one.from === one.to));

const isWithin =
  (from: number, to: number) =>
  (change: LineChange): boolean =>
    change.from >= from &&
    change.to <= to &&
    (from === to || change.from < to || change.from === change.to);

/** The lines `from`–`to` of the base as one side left them. */
function replaced(
  base: readonly string[],
  side: readonly string[],
  changes: readonly LineChange[],
  from: number,
  to: number,
): readonly string[] {
  const lines: string[] = [];
  let done = from;
  for (const change of changes) {
    lines.push(...base.slice(done, change.from), ...side.slice(change.at, change.until));
    done = change.to;
  }
  return [...lines, ...base.slice(done, to)];
}
