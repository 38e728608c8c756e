import { beforeAll, describe, expect, it } from 'vitest';
import { toEpochDay } from '../../main/domain/epoch-day.ts';
import type { WritableDb } from '../../main/store/database.ts';
import { buyersStatement, customerSalesStatement } from '../../main/store/reports/report-buyers.ts';
import { customerPivotStatement } from '../../main/store/reports/report-customer-pivot.ts';
import { pivotStatement, type PivotQuestion } from '../../main/store/reports/report-pivot.ts';
import { productPivotStatement } from '../../main/store/reports/report-product-pivot.ts';
import { explain } from '../../main/store/sql.ts';
import { chanceOf } from '../support/chance.ts';
import { storeWithFacts } from '../support/store-with-facts.ts';

const question: PivotQuestion = {
  scope: {
    version: null,
    recipe: null,
    saleDate: 'promised',
    days: { from: toEpochDay('2026-09-10'), to: toEpochDay('2026-11-15') },
  },
  model: 'order-field',
  columns: ['advert'],
  only: [],
};

let db: WritableDb;
beforeAll(async () => {
  ({ db } = await storeWithFacts(chanceOf(3), 20));
});

describe('plans', () => {
  it('read roll-ups by their key, months where days are not asked for', () => {
    const statement = pivotStatement(question);
    expect(statement.values).toContain('promised');
    expect(statement.text).toContain("'month'");
    expect(explain(db, statement)).toMatch(
      /SEARCH report_cell USING PRIMARY KEY \(span=\? AND sale_date=\? AND at>\?/,
    );
    const byDay = pivotStatement({ ...question, columns: ['day'] });
    expect(byDay.text).not.toContain("'month'");
    expect(explain(db, byDay)).not.toContain('SCAN report_cell');
    const products = productPivotStatement({ ...question, columns: ['product_id'] });
    expect(explain(db, products)).toMatch(/SEARCH report_product_cell USING PRIMARY KEY \(span=/);
  });

  it('find facts of a period by the index of its date', () => {
    const plan = explain(db, pivotStatement({ ...question, columns: ['courier', 'zone'] }));
    expect(plan).toContain(
      'USING INDEX order_fact_by_promised (promised_day>? AND promised_day<?)',
    );
  });

  it('walk customers in the order of their index, without the table', () => {
    const { days } = question.scope;
    const buyers = explain(db, buyersStatement(null, days, [1]));
    expect(buyers).toContain('USING COVERING INDEX order_fact_by_customer');
    expect(buyers).not.toContain('TEMP B-TREE');
    const sales = explain(db, customerSalesStatement(null, days.to, [1], 3));
    expect(sales).toMatch(
      /SEARCH order_fact USING COVERING INDEX order_fact_by_customer \(customer_id>\?/,
    );
    expect(sales).not.toContain('TEMP B-TREE');
    expect(explain(db, customerPivotStatement(question, [1]))).toMatch(
      /SEARCH order_fact USING COVERING INDEX order_fact_by_customer \(customer_id=\?/,
    );
  });
});
