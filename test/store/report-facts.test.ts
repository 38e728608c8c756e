import { beforeEach, describe, expect, it } from 'vitest';
import { readAll, readFirst, run, sql } from '../../main/store/sql.ts';
import { keepFacts } from '../../main/features/reports/keep-facts.ts';
import type { SaleDate } from '../../main/domain/reports/report-dimension.ts';
import { SALE_DATES } from '../../main/domain/reports/report-dimension.ts';
import { monthOfDay } from '../../main/domain/reports/whole-months.ts';
import type { ReadableDb } from '../../main/store/database.ts';
import { chanceOf } from '../support/chance.ts';
import { storeWithFacts, type FactStore } from '../support/store-with-facts.ts';

type Cell = Record<string, number | string>;

/** Roll-ups counted by hand from the facts and their lines. */
function scan(db: ReadableDb): { orders: Map<string, number[]>; products: Map<string, number[]> } {
  const [orders, products] = [new Map<string, number[]>(), new Map<string, number[]>()];
  const facts = readAll<Cell & { fact_lines: string }>(
    db,
    sql`SELECT fact.*, bare.lines AS fact_lines FROM order_fact AS fact JOIN order_fact_lines AS bare USING (delivery_id)`,
  );
  const add = (into: Map<string, number[]>, key: unknown[], figures: number[]): void => {
    const sums = into.get(JSON.stringify(key)) ?? figures.map(() => 0);
    into.set(
      JSON.stringify(key),
      sums.map((sum, place) => sum + figures[place]!),
    );
  };
  for (const fact of facts) {
    for (const saleDate of SALE_DATES as readonly SaleDate[]) {
      const day = Number(fact[`${saleDate}_day`]);
      for (const [span, at] of [
        ['day', day],
        ['month', monthOfDay(day)],
      ] as const) {
        const { status_id, venue_id, advert, currency } = fact;
        const own = [
          1,
          fact['sum_minor'],
          fact['discount_minor'],
          fact['cost_minor'],
          fact['lines'],
          fact['costed_lines'],
        ];
        add(orders, [span, saleDate, at, status_id, venue_id, advert, currency], own.map(Number));
        for (const [product, amount, sum, costed, cost, lines] of JSON.parse(
          fact.fact_lines,
        ) as number[][]) {
          add(
            products,
            [span, saleDate, at, status_id, product, currency],
            [1, amount!, sum!, cost!, lines!, costed!],
          );
        }
      }
    }
  }
  return { orders, products };
}

/** What the roll-ups say: under each date the creation's cells and what differs from them. */
function kept(db: ReadableDb) {
  const said = (rows: Cell[], keys: number): Map<string, number[]> => {
    const sums = new Map<string, number[]>();
    const values = rows.map((row) => Object.values(row));
    for (const saleDate of SALE_DATES) {
      for (const row of values.filter(([, under]) => under === 'created' || under === saleDate)) {
        const key = JSON.stringify(row.toSpliced(1, 1, saleDate).slice(0, keys));
        const sum = sums.get(key);
        const figures = row.slice(keys).map(Number);
        sums.set(key, sum ? sum.map((one, place) => one + figures[place]!) : figures);
      }
    }
    return new Map([...sums].filter(([, figures]) => figures.some((figure) => figure !== 0)));
  };
  return {
    orders: said(readAll(db, sql`SELECT * FROM report_cell`), 7),
    products: said(readAll(db, sql`SELECT * FROM report_product_cell`), 6),
  };
}

const count = (db: ReadableDb, table: 'order_fact' | 'order_fact_past' | 'report_due'): number =>
  readFirst<{ count: number }>(db, { text: `SELECT count(*) AS count FROM ${table}`, values: [] })!
    .count;

let store: FactStore;
beforeEach(async () => {
  store = await storeWithFacts(chanceOf(7), 120);
});

describe('facts', () => {
  it('are kept for every order that counts, once', () => {
    const counted = [...store.newest.values()].filter(({ order }) => !order?.isDeleted).length;
    expect(count(store.db, 'order_fact')).toBe(counted);
    expect(count(store.db, 'report_due')).toBe(0);
  });

  it('roll up to what a scan finds, whatever changes', async () => {
    expect(kept(store.db)).toEqual(scan(store.db));
    for (let round = 0; round < 5; round += 1) {
      await store.change(
        Array.from({ length: 40 }, (_, index) => 1 + ((index * 7 + round * 13) % 130)),
      );
      expect(kept(store.db)).toEqual(scan(store.db));
    }
    // New and known orders, several times in one answer.
    await store.change([1, 200, 1, 200, 201, 200, 1, 201]);
    expect(kept(store.db)).toEqual(scan(store.db));
  });

  it('stay as they are when the same orders are counted again', async () => {
    const before = readAll(store.db, sql`SELECT * FROM order_fact`);
    run(store.db, sql`INSERT INTO report_due SELECT id FROM delivery`);
    await keepFacts(store.db, () => undefined).settled();
    expect(readAll(store.db, sql`SELECT * FROM order_fact`)).toEqual(before);
    expect(kept(store.db)).toEqual(scan(store.db));
  });

  it('go with orders that are deleted from the store', async () => {
    run(store.db, sql`DELETE FROM delivery WHERE id <= 60`);
    await keepFacts(store.db, () => undefined).settled();
    expect(readFirst(store.db, sql`SELECT min(delivery_id) AS id FROM order_fact`)).not.toEqual({
      id: 1,
    });
    expect(kept(store.db)).toEqual(scan(store.db));
    expect(count(store.db, 'report_due')).toBe(0);
  });

  it('of the past are kept only where a recipe may ask for them', async () => {
    await store.change([1, 2, 3]);
    expect(count(store.db, 'order_fact_past')).toBe(0);
    run(store.db, sql`UPDATE report_version SET kept = version`);
    await store.change([1, 2, 3, 4]);
    const past = count(store.db, 'order_fact_past');
    expect(past).toBeGreaterThan(0);
    await store.change([1, 2, 3, 4]);
    expect(count(store.db, 'order_fact_past')).toBe(past);
  });
});
