import { describe, expect, it } from 'vitest';
import { behindFigure } from '../../main/features/reports/behind-figure.ts';
import { makeReport } from '../../main/features/reports/make-report.ts';
import type { OrderFilter } from '../../main/domain/orders/order-filter.ts';
import { orderConditions } from '../../main/store/orders/order-conditions.ts';
import { readFirst, sql } from '../../main/store/sql.ts';
import { askAll, factsOfFile } from '../support/store-with-facts.ts';

const store = factsOfFile();

describe('behind a figure', () => {
  it.each([
    'orders',
    'sales',
    'cancelled',
    'unmapped',
    'in-work',
    'leads',
    'new-customers',
    'repeat-sales',
  ])('stand exactly the %s it counts', (measure) => {
    const asked = askAll({ by: ['venue', 'channel'], across: 'zone', measures: [measure] });
    const { sections, columns } = makeReport(store().db, asked);
    const [section] = sections;
    for (const row of [section!.total, ...section!.rows]) {
      const path = row.path.map(({ key }) => key);
      columns.forEach(({ key: column }, place) => {
        const cell = { path, column, currency: 'RUB' };
        const { total } = behindFigure(store().db, { query: asked, cell, after: null, count: 5 });
        expect([path, column, total]).toEqual([path, column, row.cells[place] ?? 0]);
      });
    }
  });

  it('stand in the list of orders where a filter can say which', () => {
    const listed = (filter: OrderFilter): number =>
      readFirst<{ count: number }>(
        store().db,
        sql`SELECT count(*) AS count FROM delivery WHERE ${orderConditions(store().db, filter, 0).where}`,
      )!.count;
    let opened = 0;
    for (const by of ['venue', 'day', 'channel', 'stage', 'status-group', 'zone', 'hour']) {
      for (const measure of ['orders', 'sales', 'cancelled']) {
        const asked = askAll({ by: [by], measures: [measure], saleDate: 'promised' });
        for (const row of makeReport(store().db, asked).sections[0]!.rows) {
          const path = row.path.map(({ key }) => key);
          const cell = { path, column: measure, currency: 'RUB' };
          const page = behindFigure(store().db, { query: asked, cell, after: null, count: 500 });
          if (!page.opens) continue;
          opened += 1;
          expect(listed(page.opens)).toBe(page.total);
        }
      }
    }
    expect(opened).toBeGreaterThan(20);
  });

  it('are paged without a gap', () => {
    const asked = askAll({ by: ['channel'] });
    const cell = { path: [], column: 'orders', currency: 'RUB' };
    const ids: number[] = [];
    let after: number | null = null;
    do {
      const page = behindFigure(store().db, { query: asked, cell, after, count: 37 });
      ids.push(...page.orders.map(({ id }) => id));
      after = page.next;
      expect(page.sumMinor).toBeGreaterThan(0);
    } while (after !== null);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(makeReport(store().db, asked).sections[0]!.total.cells[0]);
  });
});
