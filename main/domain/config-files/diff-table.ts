import { diffLines, linesOf } from './line-diff.ts';

/** One line of two texts laid side by side; null: that side has no such line. Line ends are left out. */
export type DiffLine = Readonly<{
  type: 'same' | 'changed' | 'added' | 'removed';
  left: string | null;
  right: string | null;
  leftLine: number | null;
  rightLine: number | null;
}>;

const AROUND = 3;

/** Rows of two texts that differ, with up to three equal lines around each difference. */
export function diffTable(left: string, right: string): readonly DiffLine[] {
  const [was, is] = [linesOf(left), linesOf(right)];
  const rows: DiffLine[] = [];
  let done = 0;
  let at = 0;
  for (const change of diffLines(was, is)) {
    for (; done < change.from; done += 1, at += 1) rows.push(row('same', was, is, done, at));
    const length = Math.max(change.to - change.from, change.until - change.at);
    for (let step = 0; step < length; step += 1) {
      const [from, to] = [change.from + step, change.at + step];
      const gone = from < change.to;
      const come = to < change.until;
      rows.push(
        row(
          gone && come ? 'changed' : gone ? 'removed' : 'added',
          was,
          is,
          gone ? from : null,
          come ? to : null,
        ),
      );
    }
    done = change.to;
    at = change.until;
  }
  for (; done < was.length; done += 1, at += 1) rows.push(row('same', was, is, done, at));
  return rows.filter((_, place) => isNearChange(rows, place));
}

function row(
  type: DiffLine['type'],
  was: readonly string[],
  is: readonly string[],
  from: number | null,
  to: number | null,
): DiffLine {
  return {
    type,
    left: from === null ? null : bare(was[from]),
    right: to === null ? null : bare(is[to]),
    leftLine: from === null ? null : from + 1,
    rightLine: to === null ? null : to + 1,
  };
}

const bare = (line: string | undefined): string => (line ?? '').replace(/[\r\n]+$/, '');

const isNearChange = (rows: readonly DiffLine[], place: number): boolean =>
  rows.slice(Math.max(0, place - AROUND), place + AROUND + 1).some(({ type }) => type !== 'same');
