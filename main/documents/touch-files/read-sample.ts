import type { TouchFile } from './open-touch-file.ts';

const SHOWN_ROWS = 5;
const LONGEST_CELL = 80;

/** The first rows of a file, for a person to see what its columns hold. */
export async function readSample(file: TouchFile): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of file.rows(() => undefined)) {
    if (cells) rows.push(cells.map((cell) => cell.slice(0, LONGEST_CELL)));
    if (rows.length >= SHOWN_ROWS) break;
  }
  return rows;
}
