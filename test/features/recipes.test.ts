import { describe, expect, it } from 'vitest';
import type { Report } from '../../main/contract/reports.ts';
import { compareRecipe } from '../../main/features/reports/compare-recipe.ts';
import { importCosts } from '../../main/features/reports/import-costs.ts';
import { importSpend } from '../../main/features/reports/import-spend.ts';
import { keepFacts } from '../../main/features/reports/keep-facts.ts';
import { forgetRecipe, keepRecipe } from '../../main/features/reports/keep-recipe.ts';
import { runRecipe } from '../../main/features/reports/kept-recipes.ts';
import { makeReport } from '../../main/features/reports/make-report.ts';
import { assign } from '../../main/domain/status-mapping/status-mapping.ts';
import {
  readStatusMapping,
  saveMappingVersion,
} from '../../main/store/status-mapping/status-mapping.ts';
import { readHalfRecipes } from '../../main/store/reports/report-recipes.ts';
import { run, sql } from '../../main/store/sql.ts';
import { askAll, factsOfFile } from '../support/store-with-facts.ts';

const store = factsOfFile();

describe('recipes', () => {
  const asked: object[] = [
    { report: 'channels', by: ['channel', 'venue'] },
    { report: 'channels', by: ['organization', 'city'], saleDate: 'closed' },
    {
      report: 'pivot',
      by: ['weekday'],
      across: 'status-group',
      measures: ['orders', 'revenue', 'new-customers'],
    },
    { report: 'pivot', by: ['product', 'venue'], measures: ['revenue', 'amount'] },
    { report: 'products', by: 'category', compare: { from: '2026-07-01', to: '2026-07-31' } },
    { report: 'products' },
    { report: 'funnel', by: ['venue'] },
    { report: 'cancellations' },
    { report: 'delays', by: ['zone', 'hour'] },
    { report: 'rfm' },
    { report: 'cohorts', show: 'revenue' },
    { report: 'ltv' },
  ];

  it('give the same bytes after everything changed', async () => {
    const kept = [];
    for (const changes of asked) {
      const recipe = await keepRecipe(store().db, 'Проба', askAll(changes), { author: '', at: 1 });
      const bytes = JSON.stringify(runRecipe(store().db, recipe.id));
      kept.push({ id: recipe.id, bytes, asked: recipe.query });
    }
    for (const { bytes, asked: one } of kept) {
      const { made: _, ...now } = makeReport(store().db, one);
      const { made: __, ...then } = JSON.parse(bytes) as Report;
      expect(then).toEqual(JSON.parse(JSON.stringify(now)));
    }
    await changeEverything();
    const changed = kept.filter(({ id, bytes, asked: one }) => {
      expect(JSON.stringify(runRecipe(store().db, id))).toBe(bytes);
      return (
        JSON.stringify(makeReport(store().db, one).sections) !==
        JSON.stringify((JSON.parse(bytes) as Report).sections)
      );
    });
    expect(changed.length).toBe(kept.length);
  });

  it('explain a change order by order', async () => {
    const measures = ['revenue'];
    const { id } = await keepRecipe(store().db, 'Выручка', askAll({ by: ['channel'], measures }), {
      author: '',
      at: 2,
    });
    expect(compareRecipe(store().db, id)).toMatchObject({ changed: 0 });
    await store().change(Array.from({ length: 50 }, (_, index) => 280 + index));
    saveMappingVersion(
      store().db,
      assign(readStatusMapping(store().db, null), [
        { organizationId: 0, system: 'iiko-cloud', status: 'OnWay', group: 'ignored' },
      ]),
      { cause: 'command', sameAs: null, author: '', validFrom: 5 },
    );
    const { kept, now, changes, changed } = compareRecipe(store().db, id);
    expect(changes.length).toBe(changed);
    const paid = (side: 'before' | 'after'): number =>
      changes.reduce(
        (sum, change) => sum + (change[side]?.group === 'paid' ? change[side].sumMinor : 0),
        0,
      );
    const revenue = (report: Report) => Number(report.sections[0]!.total.cells[0]);
    expect(revenue(now) - revenue(kept)).toBe(paid('after') - paid('before'));
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['came', 'went', 'changed']));
  });

  it('are gone wholly when they are forgotten', async () => {
    const asked = askAll({ by: ['channel'], model: 'linear' });
    const { id } = await keepRecipe(store().db, 'x', asked, { author: '', at: 1 });
    expect(await forgetRecipe(store().db, id)).toBe(true);
    expect(await forgetRecipe(store().db, id)).toBe(false);
    expect(() => runRecipe(store().db, id)).toThrow('reports.no-recipe');
    expect(readHalfRecipes(store().db)).toEqual([]);
  });

  /** Orders, spend, costs, categories, mapping and names: nothing stays as it was. */
  async function changeEverything(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      await store().change(
        Array.from({ length: 70 }, (_, index) => 1 + ((index * 5 + round) % 320)),
      );
    }
    await importSpend(
      store().db,
      'day;channel;amount\n2026-10-01;Сайт;7\n2026-10-05;Новый;9\n',
      false,
      '',
    );
    await importCosts(store().db, 'product;cost;category\nЧай;99;Напитки\nРамен;1;Супы\n', false);
    await keepFacts(store().db, () => undefined).settled();
    run(store().db, sql`UPDATE venue SET name = name || ' (новая)'`);
    run(store().db, sql`UPDATE organization SET name = 'Другая'`);
    saveMappingVersion(
      store().db,
      assign(readStatusMapping(store().db, null), [
        { organizationId: 0, system: 'iiko-cloud', status: 'Загадка', group: 'paid' },
      ]),
      { cause: 'command', sameAs: null, author: '', validFrom: 3 },
    );
  }
});
