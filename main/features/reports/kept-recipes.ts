import type { Recipe, Report, ReportMade, ReportQuery } from '../../contract/reports.ts';
import { Failure } from '../../domain/failure.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readRecipe, type StoredRecipe } from '../../store/reports/report-recipes.ts';
import { makeReportAt } from './make-report.ts';
import type { DayVisits, FrozenNames, ReportMoment } from './report-scope.ts';

/** A stored recipe as everybody reads it. */
export const asRecipe = ({
  id,
  name,
  query,
  made,
  author,
  createdAt,
}: Omit<StoredRecipe, 'names' | 'visits'>): Recipe => ({
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
export function momentOf(stored: StoredRecipe): ReportMoment {
  const { dataVersion, mappingVersion } = JSON.parse(stored.made) as ReportMade;
  return {
    dataVersion,
    mappingVersion,
    recipe: stored.id,
    visits: JSON.parse(stored.visits) as DayVisits[],
    names: JSON.parse(stored.names) as FrozenNames,
  };
}

/** The report as it was when the recipe was kept: the same bytes whatever happened since. */
export function runRecipe(db: ReadableDb, id: number): Report {
  const stored = findRecipe(db, id);
  const { query, made } = asRecipe(stored);
  return makeReportAt(db, query, momentOf(stored), made);
}
