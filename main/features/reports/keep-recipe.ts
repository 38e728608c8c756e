import type { Recipe, ReportQuery } from '../../contract/reports.ts';
import { ORDER_FIELD } from '../../domain/reports/report-model.ts';
import { inDurableTransaction, inTransaction, type WritableDb } from '../../store/database.ts';
import type { DaySpan } from '../../store/reports/fact-source.ts';
import {
  removeSomeCredits,
  saveRecipeCredits,
  saveRecipeSources,
} from '../../store/reports/recipe-credits.ts';
import { readOrganizationNames, readVenueNames } from '../../store/reports/report-names.ts';
import {
  beginRecipe,
  finishRecipe,
  hideRecipe,
  readHalfRecipes,
  removeRecipe,
} from '../../store/reports/report-recipes.ts';
import { readDayVisits } from './day-visits.ts';
import { asRecipe } from './kept-recipes.ts';
import { describeMade } from './report-made.ts';
import {
  NOW,
  openScope,
  type DayVisits,
  type FrozenNames,
  type ReportScope,
} from './report-scope.ts';

/** Few enough that no other writing waits (`architecture.md` 1). */
const REMOVED_AT_ONCE = 2000;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Keeps a report with all that has no versions of its own: names, visits and, under a model of
 * attribution, the conclusions of its orders, a day of them at a time.
 */
export async function keepRecipe(
  db: WritableDb,
  name: string,
  query: ReportQuery,
  by: Readonly<{ author: string; at: number }>,
): Promise<Recipe> {
  const begun = inDurableTransaction(db, () => begin(db, name, query, by));
  const visits: DayVisits[] = [];
  for (const span of daysOf(begun.scope)) {
    await nextTurn();
    inTransaction(db, () => keepDay(db, begun, span));
    visits.push(...readDayVisits(db, span));
  }
  inDurableTransaction(db, () => finishRecipe(db, begun.id, JSON.stringify(visits)));
  return begun.recipe;
}

type Begun = Readonly<{ id: number; version: number; scope: ReportScope; recipe: Recipe }>;

function begin(
  db: WritableDb,
  name: string,
  query: ReportQuery,
  by: Readonly<{ author: string; at: number }>,
): Begun {
  const scope = openScope(db, query, NOW);
  const made = describeMade(scope);
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
  const id = beginRecipe(db, stored, made.dataVersion);
  saveRecipeSources(db, id);
  return { id, version: made.dataVersion, scope, recipe: asRecipe({ id, ...stored }) };
}

/** The days of the period and of the one compared with, each by itself and once. */
function daysOf({ facts, before }: ReportScope): DaySpan[] {
  const days = new Set<number>();
  for (const span of [facts.days, before?.days]) {
    for (let day = span?.from ?? 1; day <= (span?.to ?? 0); day += 1) days.add(day);
  }
  return [...days].sort((one, other) => one - other).map((day) => ({ from: day, to: day }));
}

function keepDay(db: WritableDb, { id, version, scope }: Begun, days: DaySpan): void {
  if (scope.model === ORDER_FIELD) return;
  const { saleDate } = scope.facts;
  saveRecipeCredits(db, id, { version, recipe: null, saleDate, days }, scope.model);
}

/** Forgets a recipe; answers whether there was one. */
export async function forgetRecipe(db: WritableDb, id: number): Promise<boolean> {
  if (!inDurableTransaction(db, () => hideRecipe(db, id))) return false;
  await removeHalf(db, id);
  return true;
}

/** Removes what a stop left of recipes that were being kept or removed; call it before others are. */
export async function removeHalfRecipes(db: WritableDb): Promise<void> {
  for (const id of readHalfRecipes(db)) await removeHalf(db, id);
}

async function removeHalf(db: WritableDb, id: number): Promise<void> {
  while (db.raw.open && inTransaction(db, () => removeSomeCredits(db, id, REMOVED_AT_ONCE))) {
    await nextTurn();
  }
  if (db.raw.open) inTransaction(db, () => removeRecipe(db, id));
}
