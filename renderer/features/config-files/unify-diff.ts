import type { DiffLine } from '../../../main/contract/config-changes.ts';

/** A line of the unified view; `from`–`to` is what changed within it. */
export type UnifiedLine = Readonly<{
  type: 'same' | 'added' | 'removed' | 'gap';
  key: string;
  text: string;
  number: number | null;
  from: number;
  to: number;
  /** Lines left out, for a gap. */
  skipped: number;
}>;

const plain = { from: 0, to: 0, skipped: 0 };

/** Lays both sides one below the other: what went away first, then what came. */
export function unifyDiff(lines: readonly DiffLine[]): readonly UnifiedLine[] {
  const unified: UnifiedLine[] = [];
  let pending: UnifiedLine[] = [];
  let last = 0;
  const flush = (): void => {
    unified.push(...pending);
    pending = [];
  };
  for (const line of lines) {
    const skipped = (line.leftLine ?? last + 1) - last - 1;
    if (skipped > 0) {
      flush();
      unified.push({ ...plain, type: 'gap', key: `gap ${last}`, text: '', number: null, skipped });
    }
    last = line.leftLine ?? last;
    const [removed, added] = sidesOf(line);
    if (removed) unified.push(removed);
    if (added && line.type !== 'same') pending.push(added);
    if (line.type === 'same') {
      const same = unified.pop();
      flush();
      if (same) unified.push(same);
    }
  }
  flush();
  return unified;
}

function sidesOf(line: DiffLine): readonly [UnifiedLine | null, UnifiedLine | null] {
  const { left, right, leftLine, rightLine, type } = line;
  const spans = type === 'changed' ? spansOf(left ?? '', right ?? '') : null;
  const side = (
    which: 'left' | 'right',
    text: string | null,
    number: number | null,
  ): UnifiedLine | null =>
    text === null
      ? null
      : {
          ...plain,
          ...spans?.[which],
          type: type === 'same' ? 'same' : which === 'left' ? 'removed' : 'added',
          key: `${which} ${number}`,
          text,
          number,
        };
  return [side('left', left, leftLine), side('right', right, rightLine)];
}

type Span = Readonly<{ from: number; to: number }>;

/** What is between the shared beginning and the shared end of two lines. */
function spansOf(left: string, right: string): Readonly<{ left: Span; right: Span }> {
  const most = Math.min(left.length, right.length);
  let start = 0;
  while (start < most && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < most - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  return {
    left: { from: start, to: left.length - end },
    right: { from: start, to: right.length - end },
  };
}
