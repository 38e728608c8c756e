import type { SaleDate } from '../../domain/reports/report-dimension.ts';
import { monthOfDay } from '../../domain/reports/whole-months.ts';
import type { WritableDb } from '../database.ts';
import type { FactLine } from './order-fact-lines.ts';
import type { FactRow } from './order-fact-row.ts';
import { statementOf, type SqlValue } from '../sql.ts';

type OrderCell = Readonly<{ key: readonly [number, number, number, number] }> & {
  orders: number;
  sum: number;
  discount: number;
  cost: number;
  lines: number;
  costed: number;
};
type ProductCell = Readonly<{ key: readonly [number, number, number] }> & {
  orders: number;
  amount: number;
  sum: number;
  cost: number;
  lines: number;
  costed: number;
};
type Sign = 1 | -1;
type Span = 'day' | 'month';
type Slot = Readonly<{
  span: Span;
  saleDate: SaleDate;
  at: number;
  orders: Map<string, OrderCell>;
  products: Map<number, Map<number, ProductCell>>;
}>;

/** Collects what a page changes in the reports' roll-ups, so that each cell is written once. */
export class ReportCells {
  readonly #slots = new Map<string, Slot>();

  /**
   * Counts an order in (`sign` 1) or out (−1). Nearly every order has one day under all sale dates: it
   * is counted under its creation, and under another date only what differs from that.
   */
  count(fact: FactRow, lines: readonly FactLine[], sign: Sign): void {
    const { created_day: created } = fact;
    this.#countAt('created', created, fact, lines, sign);
    for (const saleDate of ['promised', 'closed'] as const) {
      const day = fact[`${saleDate}_day`];
      if (day === created) continue;
      this.#countAt(saleDate, created, fact, lines, sign === 1 ? -1 : 1);
      this.#countAt(saleDate, day, fact, lines, sign);
    }
  }

  #countAt(saleDate: SaleDate, day: number, fact: FactRow, lines: readonly FactLine[], sign: Sign) {
    for (const slot of [
      this.#slotOf('day', saleDate, day),
      this.#slotOf('month', saleDate, monthOfDay(day)),
    ]) {
      countOrder(slot, fact, sign);
      countProducts(slot, fact, lines, sign);
    }
  }

  #slotOf(span: Span, saleDate: SaleDate, at: number): Slot {
    const key = `${span}${saleDate}${at}`;
    const known = this.#slots.get(key);
    if (known) return known;
    const slot: Slot = { span, saleDate, at, orders: new Map(), products: new Map() };
    this.#slots.set(key, slot);
    return slot;
  }

  /** Writes the collected changes; part of the same transaction as the facts. */
  save(db: WritableDb): void {
    for (const slot of this.#slots.values()) {
      for (const cell of slot.orders.values()) saveOrderCell(db, slot, cell);
      for (const byStatus of slot.products.values()) {
        for (const cell of byStatus.values()) saveProductCell(db, slot, cell);
      }
    }
    this.#slots.clear();
  }
}

function countOrder(slot: Slot, fact: FactRow, sign: Sign): void {
  const { status_id, venue_id, advert, currency } = fact;
  const key = `${status_id} ${venue_id} ${advert} ${currency}`;
  let cell = slot.orders.get(key);
  if (!cell) {
    const place = [status_id, venue_id, advert, currency] as const;
    cell = { key: place, orders: 0, sum: 0, discount: 0, cost: 0, lines: 0, costed: 0 };
    slot.orders.set(key, cell);
  }
  cell.orders += sign;
  cell.sum += sign * fact.sum_minor;
  cell.discount += sign * fact.discount_minor;
  cell.cost += sign * fact.cost_minor;
  cell.lines += sign * fact.lines;
  cell.costed += sign * fact.costed_lines;
}

/** By status and currency first, as one number: a page has few of them and many lines. */
function countProducts(slot: Slot, fact: FactRow, lines: readonly FactLine[], sign: Sign): void {
  const place = fact.status_id * 4096 + fact.currency;
  const cells = slot.products.get(place) ?? new Map<number, ProductCell>();
  slot.products.set(place, cells);
  for (const [product, amount, sum, costed, cost, count] of lines) {
    let cell = cells.get(product);
    if (!cell) {
      const key = [fact.status_id, product, fact.currency] as const;
      cell = { key, orders: 0, amount: 0, sum: 0, cost: 0, lines: 0, costed: 0 };
      cells.set(product, cell);
    }
    cell.orders += sign;
    cell.amount += sign * amount;
    cell.sum += sign * sum;
    cell.cost += sign * cost;
    cell.lines += sign * count;
    cell.costed += sign * costed;
  }
}

/*
 * Nearly every cell is there already. An upsert would look for its key twice, and make a row of it
 * first that is not needed: as an update it costs a third less.
 */
const ADD_TO_ORDER_CELL = /* sql */ `
UPDATE report_cell
   SET orders = orders + ?,
       sum_minor = sum_minor + ?,
       discount_minor = discount_minor + ?,
       cost_minor = cost_minor + ?,
       lines = lines + ?,
       costed_lines = costed_lines + ?
 WHERE span = ?
   AND sale_date = ?
   AND at = ?
   AND status_id = ?
   AND venue_id = ?
   AND advert = ?
   AND currency = ?`;

const NEW_ORDER_CELL = /* sql */ `
INSERT INTO report_cell (orders, sum_minor, discount_minor, cost_minor, lines, costed_lines,
                         span, sale_date, at, status_id, venue_id, advert, currency)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function saveOrderCell(db: WritableDb, { span, saleDate, at }: Slot, cell: OrderCell): void {
  const { orders, sum, discount, cost, lines, costed } = cell;
  const figures = [orders, sum, discount, cost, lines, costed];
  addToCell(db, [ADD_TO_ORDER_CELL, NEW_ORDER_CELL], figures, [span, saleDate, at, ...cell.key]);
}

const ADD_TO_PRODUCT_CELL = /* sql */ `
UPDATE report_product_cell
   SET orders = orders + ?,
       amount_milli = amount_milli + ?,
       sum_minor = sum_minor + ?,
       cost_minor = cost_minor + ?,
       lines = lines + ?,
       costed_lines = costed_lines + ?
 WHERE span = ?
   AND sale_date = ?
   AND at = ?
   AND status_id = ?
   AND product_id = ?
   AND currency = ?`;

const NEW_PRODUCT_CELL = /* sql */ `
INSERT INTO report_product_cell (orders, amount_milli, sum_minor, cost_minor, lines, costed_lines,
                                 span, sale_date, at, status_id, product_id, currency)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function saveProductCell(db: WritableDb, { span, saleDate, at }: Slot, cell: ProductCell): void {
  const { orders, amount, sum, cost, lines, costed } = cell;
  const figures = [orders, amount, sum, cost, lines, costed];
  addToCell(db, [ADD_TO_PRODUCT_CELL, NEW_PRODUCT_CELL], figures, [
    span,
    saleDate,
    at,
    ...cell.key,
  ]);
}

function addToCell(
  db: WritableDb,
  [add, begin]: readonly [string, string],
  figures: readonly number[],
  key: readonly SqlValue[],
): void {
  if (figures.every((figure) => figure === 0)) return;
  const { changes } = statementOf(db, add).run(...figures, ...key);
  if (changes === 0) statementOf(db, begin).run(...figures, ...key);
}
