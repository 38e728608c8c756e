import type { Recipe, Report, ReportMade, ReportQuery } from '../../contract/reports.ts';
import { Failure } from '../../domain/failure.ts';
import { ORDER_FIELD } from '../../domain/reports/report-model.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../../store/database.ts';
import { readOrganizationNames, readVenueNames } from '../../store/reports/report-names.ts';
import { readRecipe, saveRecipe, type StoredRecipe } from '../../store/reports/report-recipes.ts';
import { makeReportAt } from './make-report.ts';
import { describeMade } from './report-made.ts';
import { NOW, openScope, type FrozenNames, type ReportMoment } from './report-scope.ts';

/**
 * Keeps a report. `refused` `reports.recipe-model` for another model than the order's own field:
 * conclusions of attribution have no versions, so they could not be made again.
 */
export function keepRecipe(
  db: WritableDb,
  name: string,
  query: ReportQuery,
  by: Readonly<{ author: string; at: number }>,
): Recipe {
  if (query.model !== ORDER_FIELD) throw new Failure('refused', 'reports.recipe-model');
  return inDurableTransaction(db, () => {
    const made = describeMade(openScope(db, query, NOW));
    const names: FrozenNames = {
      venues: Object.fromEntries(readVenueNames(db)),
      organizations: Object.fromEntries(readOrganizationNames(db)),
    };
    const stored = {
      name,
      query: JSON.stringify(query),
      made: JSON.stringify(made),
      names: JSON.stringify(names),
      author: by.author,
      createdAt: by.at,
    };
    const id = saveRecipe(db, stored, made.dataVersion);
    return asRecipe({ id, ...stored });
  });
}

/** A stored recipe as everybody reads it. */
export const asRecipe = ({ id, name, query, made, author, createdAt }: StoredRecipe): Recipe => ({
  id,
  name,
  query: JSON.parse(query) as ReportQuery,
  made: JSON.parse(made) as ReportMade,
  author,
  createdAt,
});

/** The recipe, or `not-found` `reports.no-recipe`. */
export function findRecipe(db: ReadableDb, id: number): StoredRecipe {
  const recipe = readRecipe(db, id);
  if (!recipe) throw new Failure('not-found', 'reports.no-recipe');
  return recipe;
}

/** The moment a recipe was kept at. */
export function momentOf(recipe: StoredRecipe): ReportMoment {
  const { dataVersion, mappingVersion } = JSON.parse(recipe.made) as ReportMade;
  return { dataVersion, mappingVersion, names: JSON.parse(recipe.names) as FrozenNames };
}

/** The report as it was when the recipe was kept: the same bytes whatever happened since. */
export function runRecipe(db: ReadableDb, id: number): Report {
  const stored = findRecipe(db, id);
  const { query, made } = asRecipe(stored);
  return makeReportAt(db, query, momentOf(stored), made);
}
