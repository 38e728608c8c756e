import type { Order } from '../../domain/orders/order.ts';
import type { WritableDb } from '../database.ts';
import {
  ADD_FACT,
  ADD_FACT_LINES,
  FACT_COLUMNS,
  factValues,
  KEEP_FACT,
} from './fact-statements.ts';
import {
  lineTotals,
  openCosts,
  readCountedLines,
  toFactLines,
  type CostOf,
  type CountedLine,
  type FactLine,
} from './order-fact-lines.ts';
import { readOrderCosts, type OrderCosts } from '../orders/order-costs.ts';
import { applyToldCosts } from './told-costs.ts';
import { toFactRow, type FactPlace, type FactRow } from './order-fact-row.ts';
import { ReportCells } from './report-cells.ts';
import { businessEpochDayOf } from '../../domain/local-time.ts';
import { addRows, readAll, readFirst, run, sql, type SqlValue } from '../sql.ts';

/** A stored order with its place. */
export type FactOrder = Readonly<{
  id: number;
  order: Order;
  place: FactPlace;
  /** The lines that count, from who has just stored them; otherwise the store is asked. */
  counted?: readonly CountedLine[];
}>;

type Upkeep = Readonly<{
  db: WritableDb;
  cells: ReportCells;
  costOf: CostOf;
  /** What the restaurant's own accounts tell of the page's orders. */
  told: ReadonlyMap<number, OrderCosts>;
  version: number;
  /** The newest version that a recipe may be run at again. */
  kept: number;
  /** Orders of the page that have a fact. */
  known: Set<number>;
  /** Facts by order, and their lines: they go in together, table by table. */
  fresh: Map<number, Readonly<{ fact: SqlValue[]; lines: SqlValue[] }>>;
}>;

/**
 * Brings facts and roll-ups of reports up to date with orders that were just stored with their
 * lines. Call it once for each page, in the page's transaction; the same orders again change nothing.
 */
export function saveReportFacts(db: WritableDb, orders: readonly FactOrder[]): void {
  if (orders.length === 0) return;
  const upkeep = beginUpkeep(
    db,
    orders.map(({ id }) => id),
  );
  for (const order of orders) saveFact(upkeep, order);
  addFresh(upkeep);
  upkeep.cells.save(db);
}

/** Takes orders out that are no longer stored. */
export function removeReportFacts(db: WritableDb, ids: readonly number[]): void {
  if (ids.length === 0) return;
  const upkeep = beginUpkeep(db, ids);
  for (const id of ids) replaceFact(upkeep, id, null, []);
  upkeep.cells.save(db);
}

function beginUpkeep(db: WritableDb, ids: readonly number[]): Upkeep {
  const list = JSON.stringify(ids);
  run(db, sql`UPDATE report_version SET version = version + 1`);
  run(db, sql`DELETE FROM report_due WHERE delivery_id IN (SELECT value FROM json_each(${list}))`);
  const { version, kept } = readFirst<{ version: number; kept: number }>(
    db,
    sql`SELECT version, kept FROM report_version`,
  )!;
  const stored = readAll<{ id: number }>(
    db,
    sql`
SELECT delivery_id AS id
  FROM order_fact
 WHERE delivery_id IN (SELECT value FROM json_each(${list}))`,
  );
  const known = new Set(stored.map(({ id }) => id));
  const [costOf, told] = [openCosts(db), readOrderCosts(db, ids)];
  const cells = new ReportCells();
  return { db, cells, costOf, told, version, kept, known, fresh: new Map() };
}

function saveFact(upkeep: Upkeep, { id, order, place, counted }: FactOrder): void {
  const { currency, sumMinor } = order;
  const created = order.times.created?.instant ?? order.times.promised?.instant ?? 0;
  const day = businessEpochDayOf(created, place.zone, place.closingHour);
  const stored = counted ?? readCountedLines(upkeep.db, id);
  const lines = toFactLines(stored, { currency, sumMinor, day }, upkeep.costOf);
  const told = upkeep.told.get(id);
  if (told) applyToldCosts(upkeep.db, lines, told, currency);
  replaceFact(upkeep, id, toFactRow(upkeep.db, order, place, lineTotals(lines)), lines);
}

type StoredFact = FactRow & { from_version: number; fact_lines: string };

function replaceFact(
  upkeep: Upkeep,
  id: number,
  fact: FactRow | null,
  lines: readonly FactLine[],
): void {
  const { db, cells, version, kept, known, fresh } = upkeep;
  if (fresh.has(id)) addFresh(upkeep);
  const stored = known.has(id) ? readFact(db, id) : undefined;
  const text = JSON.stringify(lines);
  if (stored && fact && stored.fact_lines === text && isSame(stored, fact)) return;
  if (stored) {
    cells.count(stored, JSON.parse(stored.fact_lines) as FactLine[], -1);
    if (stored.from_version <= kept) run(db, { text: KEEP_FACT, values: [version, id] });
    removeFact(db, id);
  }
  if (fact === null) return;
  cells.count(fact, lines, 1);
  known.add(id);
  fresh.set(id, { fact: [id, version, ...factValues(fact)], lines: [id, text] });
}

function addFresh({ db, fresh }: Upkeep): void {
  const rows = [...fresh.values()];
  fresh.clear();
  addRows(
    db,
    ADD_FACT,
    rows.map(({ fact }) => fact),
  );
  addRows(
    db,
    ADD_FACT_LINES,
    rows.map(({ lines }) => lines),
  );
}

const readFact = (db: WritableDb, id: number): StoredFact | undefined =>
  readFirst(
    db,
    sql`
SELECT fact.*, bare.lines AS fact_lines
  FROM order_fact AS fact
  JOIN order_fact_lines AS bare ON bare.delivery_id = fact.delivery_id
 WHERE fact.delivery_id = ${id}`,
  );

const isSame = (stored: FactRow, fact: FactRow): boolean =>
  FACT_COLUMNS.every((column) => stored[column] === fact[column]);

function removeFact(db: WritableDb, id: number): void {
  run(db, sql`DELETE FROM order_fact WHERE delivery_id = ${id}`);
  run(db, sql`DELETE FROM order_fact_lines WHERE delivery_id = ${id}`);
}
