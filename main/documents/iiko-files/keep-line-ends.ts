import { diffLines, linesOf } from '../../domain/config-files/line-diff.ts';

const END = /(?:\r\n|\r|\n)$/;

/**
 * A text that came back from an editor with `\n` only, with the line ends of the text it was made
 * from: lines that stayed keep theirs, new ones take the end of the line above.
 */
export function keepLineEnds(original: string, typed: string): string {
  if (typed.includes('\r') || !original.includes('\r')) return typed;
  const [was, is] = [linesOf(original), linesOf(typed)];
  const ends = is.map((): string | null => null);
  let done = 0;
  let at = 0;
  for (const { from, to, at: start, until } of diffLines(was.map(bare), is.map(bare))) {
    for (; done < from; done += 1, at += 1) ends[at] = endOf(was[done]);
    // A changed line stays the same line; only added ones have no end of their own.
    for (let step = 0; step < Math.min(to - from, until - start); step += 1) {
      ends[start + step] = endOf(was[from + step]);
    }
    done = to;
    at = until;
  }
  for (; done < was.length; done += 1, at += 1) ends[at] = endOf(was[done]);
  return joined(is, ends, endOf(was[0]) || '\r\n');
}

function joined(lines: readonly string[], ends: readonly (string | null)[], first: string): string {
  let above = first;
  return lines
    .map((line, at) => {
      if (!line.endsWith('\n')) return line;
      above = ends[at] || above;
      return bare(line) + above;
    })
    .join('');
}

const bare = (line: string): string => line.replace(END, '');
const endOf = (line: string | undefined): string => END.exec(line ?? '')?.[0] ?? '';
