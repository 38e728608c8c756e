import type { CountedFor, RecipeChange, RecipeComparison } from '../../contract/reports.ts';
import { fromEpochDay } from '../../domain/epoch-day.ts';
import { ORDER_FIELD } from '../../domain/reports/report-model.ts';
import type { ReadableDb } from '../../store/database.ts';
import {
  readFactStates,
  readOrderNumbers,
  type Suspects,
} from '../../store/reports/fact-changes.ts';
import {
  readCreditChanges,
  readToldCredits,
  type ToldCredits,
} from '../../store/reports/recipe-credits.ts';
import { readFactStatuses, type FactStatus } from '../../store/reports/report-values.ts';
import { asRecipe, findRecipe, momentOf, runRecipe } from './kept-recipes.ts';
import { makeReport } from './make-report.ts';
import { NOW, openScope, type ReportScope } from './report-scope.ts';

const MOST_CHANGES = 1000;

/** The report then and now, and every order of its period that counts for something else. */
export function compareRecipe(db: ReadableDb, id: number): RecipeComparison {
  const stored = findRecipe(db, id);
  const recipe = asRecipe(stored);
  const then = openScope(db, recipe.query, momentOf(stored));
  const now = openScope(db, recipe.query, NOW);
  const changes = findChanges(db, then, now, recipe.made.dataVersion);
  const shown = changes.slice(0, MOST_CHANGES);
  const numbers = readOrderNumbers(
    db,
    shown.map(({ orderId }) => orderId),
  );
  return {
    recipe,
    kept: runRecipe(db, id),
    now: makeReport(db, recipe.query),
    changes: shown.map((change) => ({ ...change, number: numbers.get(change.orderId) ?? '' })),
    changed: changes.length,
  };
}

function findChanges(
  db: ReadableDb,
  then: ReportScope,
  now: ReportScope,
  since: number,
): RecipeChange[] {
  const statuses = new Map(readFactStatuses(db).map((status) => [status.id, status]));
  const suspects = suspectsOf(db, then, now, since);
  const [before, after] = [then, now].map((scope) => readSide(db, scope, suspects, statuses));
  const ids = [...new Set([...before!.keys(), ...after!.keys()])].sort((one, other) => other - one);
  return ids.flatMap((id) => {
    const told = { before: before!.get(id) ?? null, after: after!.get(id) ?? null };
    if (JSON.stringify(told.before) === JSON.stringify(told.after)) return [];
    const kind = told.before === null ? 'came' : told.after === null ? 'went' : 'changed';
    return [{ orderId: id, number: '', kind, ...told } satisfies RecipeChange];
  });
}

function suspectsOf(db: ReadableDb, then: ReportScope, now: ReportScope, since: number): Suspects {
  const statusIds = [...now.groups]
    .filter(([id, group]) => then.groups.get(id) !== group)
    .map(([id]) => id);
  const { model } = now;
  const ids =
    model === ORDER_FIELD || then.facts.recipe === null
      ? []
      : readCreditChanges(db, then.facts.recipe, model, now.facts);
  return { since, statusIds, ids };
}

/** What the orders in question count for in a scope. */
function readSide(
  db: ReadableDb,
  { facts, groups, model }: ReportScope,
  suspects: Suspects,
  statuses: ReadonlyMap<number, FactStatus>,
): ReadonlyMap<number, CountedFor> {
  const states = readFactStates(db, facts, suspects);
  const ids = states.map(({ id }) => id);
  const credits =
    model === ORDER_FIELD
      ? new Map<number, ToldCredits>()
      : readToldCredits(db, facts.recipe, model, ids);
  return new Map(
    states.map(({ id, day, statusId, sumMinor, source }) => [
      id,
      {
        day: fromEpochDay(day),
        group: groups.get(statusId) ?? 'unmapped',
        sumMinor,
        status: statuses.get(statusId)?.status ?? '',
        source,
        credits: credits.get(id) ?? [],
      },
    ]),
  );
}
