import type { ReadableDb } from '../database.ts';
import { readDataVersion } from './fact-source.ts';
import type { FACT_COLUMNS } from './fact-statements.ts';
import { readFirst, readRaw, sql } from '../sql.ts';

/** A column of `order_fact`. */
export type FactColumnName = (typeof FACT_COLUMNS)[number];

/** More orders than this would take too much memory: they are read by SQL each time. */
const MOST_ROWS = 3_000_000;
const SLICE = 50_000;
/** Of a million orders each takes 8 MB. */
const MOST_COLUMNS = 20;
/** So many changed rows are patched one by one; more are read anew. */
const MOST_PATCHED = 20_000;

type Column = Float64Array;

/**
 * Facts as columns of numbers in the reader's memory, NaN for null: SQLite sorts every row to group
 * it, which takes many times longer. Only asked columns are read; changes are patched in.
 */
export class FactColumns {
  readonly #db: ReadableDb;
  #version = 0;
  #ids: Column = new Float64Array(0);
  readonly #columns = new Map<FactColumnName, Column>();

  constructor(db: ReadableDb) {
    this.#db = db;
  }

  get rows(): number {
    return this.#ids.length;
  }

  /** The column's numbers, one for each order in the order of their ids; call `refresh` before. */
  column(name: FactColumnName): Column {
    return this.#columns.get(name)!;
  }

  /** Makes the columns say what the store says now. */
  refresh(names: readonly FactColumnName[]): void {
    const version = readDataVersion(this.#db);
    if (version !== this.#version && !this.#patch()) {
      this.#ids = new Float64Array(0);
      this.#columns.clear();
    }
    for (let tries = 0; tries < 3; tries += 1) {
      const missing = names.filter((name) => !this.#columns.has(name));
      if (missing.length === 0) break;
      this.#load(missing);
    }
    this.#version = version;
    this.#forget(names);
  }

  /** Memory is for the columns in use: the longest unused go. */
  #forget(used: readonly FactColumnName[]): void {
    for (const name of used) {
      const column = this.#columns.get(name)!;
      this.#columns.delete(name);
      this.#columns.set(name, column);
    }
    for (const name of [...this.#columns.keys()].slice(0, -MOST_COLUMNS))
      this.#columns.delete(name);
  }

  /** Reads columns whole, in slices: no read transaction lasts long. */
  #load(names: readonly FactColumnName[]): void {
    const total = countRows(this.#db);
    const ids = new Float64Array(total);
    const columns = names.map(() => new Float64Array(total));
    let at = 0;
    for (let behind = 0; ;) {
      const rows = readSlice(this.#db, names, behind);
      for (const row of rows) {
        ids[at] = row[0]!;
        for (let place = 0; place < columns.length; place += 1) {
          columns[place]![at] = row[place + 1] ?? Number.NaN;
        }
        at += 1;
      }
      if (rows.length < SLICE) break;
      behind = rows.at(-1)![0]!;
    }
    if (this.#ids.length > 0 && this.#ids.length !== at) this.#columns.clear();
    this.#ids = ids.subarray(0, at);
    names.forEach((name, place) => this.#columns.set(name, columns[place]!.subarray(0, at)));
  }

  /** Writes changed rows over the old ones; false when rows came or went. */
  #patch(): boolean {
    const names = [...this.#columns.keys()];
    if (names.length === 0 || countRows(this.#db) !== this.rows) return false;
    const changed = readChanged(this.#db, names, this.#version);
    if (changed.length > MOST_PATCHED) return false;
    for (const row of changed) {
      const at = placeOf(this.#ids, row[0]!);
      if (at === -1) return false;
      names.forEach((name, place) => {
        this.#columns.get(name)![at] = row[place + 1] ?? Number.NaN;
      });
    }
    return true;
  }
}

/** The reader's columns; null when there are too many orders for them. */
export function openFactColumns(db: ReadableDb): FactColumns | null {
  if (db.brand === 'writable' && db.raw.inTransaction) return null;
  if (countRows(db) > MOST_ROWS) return null;
  const known = db.remembered.get('fact columns') as FactColumns | undefined;
  if (known) return known;
  const columns = new FactColumns(db);
  db.remembered.set('fact columns', columns);
  return columns;
}

const countRows = (db: ReadableDb): number =>
  readFirst<{ count: number }>(
    db,
    sql`SELECT count(*) AS count FROM order_fact INDEXED BY order_fact_by_version`,
  )!.count;

const listed = (names: readonly FactColumnName[]): string =>
  ['delivery_id', ...names].join(',\n       ');

const readSlice = (
  db: ReadableDb,
  names: readonly FactColumnName[],
  behind: number,
): (number | null)[][] =>
  readRaw(db, {
    text: `
SELECT ${listed(names)}
  FROM order_fact
 WHERE delivery_id > ?
 ORDER BY delivery_id
 LIMIT ?`,
    values: [behind, SLICE],
  });

const readChanged = (
  db: ReadableDb,
  names: readonly FactColumnName[],
  since: number,
): (number | null)[][] =>
  readRaw(db, {
    text: `
SELECT ${listed(names)}
  FROM order_fact INDEXED BY order_fact_by_version
 WHERE from_version > ?
 LIMIT ?`,
    values: [since, MOST_PATCHED + 1],
  });

function placeOf(ids: Column, id: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle]!;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
