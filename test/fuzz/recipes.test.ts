import { expect, it } from 'vitest';
import { reportQuery, type Report } from '../../main/contract/reports.ts';
import { REPORT_MODELS } from '../../main/domain/reports/report-model.ts';
import { compareRecipe } from '../../main/features/reports/compare-recipe.ts';
import { keepRecipe } from '../../main/features/reports/keep-recipe.ts';
import { runRecipe } from '../../main/features/reports/kept-recipes.ts';
import { makeReport } from '../../main/features/reports/make-report.ts';
import { chanceOf, pick } from '../support/chance.ts';
import { storeWithFacts } from '../support/store-with-facts.ts';
import { testCount } from '../support/test-count.ts';
import { editAtRandom } from './random-later-edits.ts';

const period = { from: '2026-09-10', to: '2026-11-20' };
const compare = { from: '2026-09-01', to: '2026-09-09' };
const ASKED = REPORT_MODELS.flatMap((model) => [
  { report: 'channels', by: ['channel', 'source'], period, compare, model },
  { report: 'pivot', by: ['source', 'venue'], across: 'status-group', period, model },
  { report: 'cancellations', by: ['channel'], period, saleDate: 'closed', model },
  {
    report: 'pivot',
    by: ['month', 'channel'],
    measures: ['orders', 'revenue', 'visits', 'spend', 'new-customers'],
    period,
    model,
  },
]);

const sold = ({ sections }: Report): number =>
  sections.reduce((sum, { total }) => sum + Number(total.cells[0] ?? 0), 0);

it('a recipe of any model gives the same bytes whatever is edited later', async () => {
  const chance = chanceOf(41);
  const store = await storeWithFacts(chance, 80);
  for (let edit = 0; edit < 12; edit += 1) await editAtRandom(store, chance);
  const kept = [];
  for (const asked of ASKED) {
    const query = reportQuery.parse(asked);
    const { sections, columns } = makeReport(store.db, query);
    const { id } = await keepRecipe(store.db, 'Проба', query, { author: '', at: 1 });
    const report = runRecipe(store.db, id);
    expect(report).toMatchObject({ sections, columns });
    kept.push({ id, query, bytes: JSON.stringify(report) });
  }
  const edits = testCount(100, 1000);
  for (let edit = 0; edit < edits; edit += 1) {
    const name = await editAtRandom(store, chance);
    const { id, bytes } = pick(chance, kept);
    expect(JSON.stringify(runRecipe(store.db, id)), `${name} ${edit}`).toBe(bytes);
  }
  for (const { id, query, bytes } of kept) {
    expect(JSON.stringify(runRecipe(store.db, id))).toBe(bytes);
    expect(JSON.stringify(makeReport(store.db, query).sections)).not.toBe(
      JSON.stringify((JSON.parse(bytes) as Report).sections),
    );
  }
});

it('two runs of a recipe differ by the orders that are named, under a model too', async () => {
  const chance = chanceOf(43);
  const store = await storeWithFacts(chance, 80);
  for (let edit = 0; edit < 8; edit += 1) await editAtRandom(store, chance);
  const query = reportQuery.parse({
    report: 'pivot',
    by: ['source'],
    measures: ['revenue'],
    period,
    model: 'linear',
  });
  const { id } = await keepRecipe(store.db, 'Проба', query, { author: '', at: 1 });
  expect(compareRecipe(store.db, id)).toMatchObject({ changed: 0 });
  for (let edit = 0; edit < 20; edit += 1) await editAtRandom(store, chance);
  const { changes, kept, now } = compareRecipe(store.db, id);
  const paid = (side: 'before' | 'after'): number =>
    changes.reduce((sum, one) => sum + (one[side]?.group === 'paid' ? one[side].sumMinor : 0), 0);
  expect(sold(now) - sold(kept)).toBe(paid('after') - paid('before'));
  expect(changes.some(({ after }) => (after?.credits.length ?? 0) > 1)).toBe(true);
});
