import type { RuleEntry } from '../../../main/domain/attribution/attribution-rule.ts';

const LEVELS = '/';

/** A rule's table as lines «ТЕКСТ* = Канал / Источник»; the star stands for any end. */
export const writeTable = (table: readonly RuleEntry[]): string =>
  table
    .map(
      ({ text, match, source }) =>
        `${text}${match === 'starts' ? '*' : ''} = ${source.join(` ${LEVELS} `)}`,
    )
    .join('\n');

/** Lines as a table, and the numbers of lines (from 1) that can not be read. */
export function readTable(text: string): { table: RuleEntry[]; wrong: number[] } {
  const table: RuleEntry[] = [];
  const wrong: number[] = [];
  for (const [place, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const at = line.lastIndexOf('=');
    const [left, right] = [line.slice(0, at).trim(), line.slice(at + 1)];
    const source = right.split(LEVELS).map((level) => level.trim());
    const value = left.replace(/\*$/, '').trim();
    if (at < 0 || value === '' || source.some((level) => level === '') || source.length > 7) {
      wrong.push(place + 1);
    } else table.push({ text: value, match: left.endsWith('*') ? 'starts' : 'is', source });
  }
  return { table, wrong };
}
