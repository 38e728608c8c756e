import type { RecipeChange, RecipeComparison } from '../../contract/reports.ts';
import { fromEpochDay } from '../../domain/epoch-day.ts';
import type { ReadableDb } from '../../store/database.ts';
import {
  readFactStates,
  readOrderNumbers,
  type FactState,
} from '../../store/reports/fact-changes.ts';
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
  const moved = [...now.groups]
    .filter(([id, group]) => then.groups.get(id) !== group)
    .map(([id]) => id);
  const read = ({ facts }: ReportScope) =>
    new Map(readFactStates(db, facts, since, moved).map((state) => [state.id, state]));
  const [before, after] = [read(then), read(now)];
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort((one, other) => other - one);
  return ids.flatMap((id) => {
    const told = {
      before: tell(before.get(id), then, statuses),
      after: tell(after.get(id), now, statuses),
    };
    if (JSON.stringify(told.before) === JSON.stringify(told.after) && told.before !== null) {
      return [];
    }
    const kind = told.before === null ? 'came' : told.after === null ? 'went' : 'changed';
    return [{ orderId: id, number: '', kind, ...told } satisfies RecipeChange];
  });
}

function tell(
  state: FactState | undefined,
  scope: ReportScope,
  statuses: ReadonlyMap<number, FactStatus>,
): RecipeChange['before'] {
  if (!state) return null;
  return {
    day: fromEpochDay(state.day),
    group: scope.groups.get(state.statusId) ?? 'unmapped',
    sumMinor: state.sumMinor,
    status: statuses.get(state.statusId)?.status ?? '',
    source: state.source,
  };
}
