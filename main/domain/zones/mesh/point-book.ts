import type { GridPoint } from './grid.ts';

/** Points by number, each once. */
export class PointBook {
  readonly points: GridPoint[] = [];
  readonly #columns = new Map<number, Map<number, number>>();

  /** The number of a point, new when it was not known. */
  numberOf(x: number, y: number): number {
    let column = this.#columns.get(x);
    if (!column) this.#columns.set(x, (column = new Map<number, number>()));
    let number = column.get(y);
    if (number === undefined) {
      number = this.points.length;
      column.set(y, number);
      this.points.push([x, y]);
    }
    return number;
  }
}
