import type { FactColumns } from './fact-columns.ts';
import type { ReadableDb } from '../database.ts';
import { readDataVersion } from './fact-source.ts';
import type { FactLine } from './order-fact-lines.ts';
import { readRaw, sql } from '../sql.ts';

/** Lines of all facts as columns, in the order of the facts; `first[row]` begins a row's lines. */
export type LineColumns = Readonly<{
  version: number;
  first: Int32Array;
  product: Int32Array;
  /** Amount, sum, costed lines, cost, lines: as the facts' lines keep them. */
  figures: readonly Float64Array[];
}>;

const SLICE = 50_000;
const FIGURES = 5;

/** The lines that belong to the rows of these facts, read anew when anything changed. */
export function openLineColumns(db: ReadableDb, facts: FactColumns): LineColumns {
  const version = readDataVersion(db);
  const known = db.remembered.get('line columns') as LineColumns | undefined;
  if (known?.version === version && known.first.length === facts.rows + 1) return known;
  const read = readLines(db, facts.rows, version);
  db.remembered.set('line columns', read);
  return read;
}

function readLines(db: ReadableDb, rows: number, version: number): LineColumns {
  const first = new Int32Array(rows + 1);
  let product = new Int32Array(rows * 4);
  let figures = Array.from({ length: FIGURES }, () => new Float64Array(rows * 4));
  let [row, at, behind] = [0, 0, 0];
  for (;;) {
    const slice = readSlice(db, behind);
    for (const [, text] of slice) {
      for (const line of JSON.parse(text) as FactLine[]) {
        if (at === product.length) {
          product = grown(product, new Int32Array(at * 2 + 16));
          figures = figures.map((figure) => grown(figure, new Float64Array(at * 2 + 16)));
        }
        product[at] = line[0];
        for (let figure = 0; figure < FIGURES; figure += 1)
          figures[figure]![at] = line[figure + 1]!;
        at += 1;
      }
      row += 1;
      if (row <= rows) first[row] = at;
    }
    if (slice.length < SLICE) break;
    behind = slice.at(-1)![0];
  }
  return { version, first, product, figures };
}

function grown<Column extends Int32Array | Float64Array>(old: Column, larger: Column): Column {
  larger.set(old);
  return larger;
}

const readSlice = (db: ReadableDb, behind: number): [id: number, lines: string][] =>
  readRaw(
    db,
    sql`
SELECT delivery_id, lines
  FROM order_fact_lines
 WHERE delivery_id > ${behind}
 ORDER BY delivery_id
 LIMIT ${SLICE}`,
  );
