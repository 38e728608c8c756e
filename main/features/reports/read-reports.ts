import type { Handlers } from '../../contract/define.ts';
import type { ReportChoices, reports } from '../../contract/reports.ts';
import { fromEpochDay, toEpochDay } from '../../domain/epoch-day.ts';
import { businessEpochDayOf } from '../../domain/local-time.ts';
import { DIMENSIONS } from '../../domain/reports/report-dimension.ts';
import { formulaKey, MEASURE_NAMES, MEASURES } from '../../domain/reports/report-measure.ts';
import { REPORT_MODELS } from '../../domain/reports/report-model.ts';
import type { ReaderOutside } from '../../outside.ts';
import type { ReadableDb } from '../../store/database.ts';
import { countDueOrders, countFacts } from '../../store/reports/report-due.ts';
import { readCurrencies, readKnownDays, readMainClock } from '../../store/reports/report-made.ts';
import { readRecipes } from '../../store/reports/report-recipes.ts';
import { requireRight } from '../../store/require-right.ts';
import { readSpend } from '../../store/reports/spend.ts';
import { behindFigure } from './behind-figure.ts';
import { compareRecipe } from './compare-recipe.ts';
import { listSegments } from './customer-segments.ts';
import { exportReport } from './export-report.ts';
import { exportSegment } from './export-segment.ts';
import { asRecipe, runRecipe } from './kept-recipes.ts';
import { makeReport } from './make-report.ts';
import { readMorning } from './morning.ts';
import { spanOf } from './report-scope.ts';

/** Reports, the orders behind their figures, and what they can be asked for. */
export function readReports(
  db: ReadableDb,
  outside: ReaderOutside,
): Handlers<typeof reports, 'report'> {
  const allowed =
    <Input, Value>(answer: (input: Input) => Value) =>
    (input: Input): Value => {
      requireRight(db, 'see-revenue');
      return answer(input);
    };
  return {
    choices: () => readChoices(db, outside.now()),
    open: allowed((query) => makeReport(db, query)),
    behind: allowed((input) => behindFigure(db, input)),
    morning: allowed(({ day, saleDate }) =>
      readMorning(
        db,
        day === null ? businessToday(db, outside.now()) - 1 : toEpochDay(day),
        saleDate,
      ),
    ),
    exportFile: allowed((input) => exportReport(db, outside, input)),
    recipes: allowed(() => readRecipes(db).map(asRecipe)),
    runRecipe: allowed(({ recipeId }) => runRecipe(db, recipeId)),
    compareRecipe: allowed(({ recipeId }) => compareRecipe(db, recipeId)),
    segments: allowed(() => listSegments(db)),
    exportSegment: allowed((input) => exportSegment(db, outside, input)),
    spend: allowed(({ period }) =>
      readSpend(db, spanOf(period)).map(({ day, ...row }) => ({ ...row, day: fromEpochDay(day) })),
    ),
  };
}

/** The business day by the clock of most venues. */
export function businessToday(db: ReadableDb, now: number): number {
  const { zone, closingHour } = readMainClock(db);
  return businessEpochDayOf(now, zone, closingHour);
}

function readChoices(db: ReadableDb, now: number): ReportChoices {
  const days = readKnownDays(db);
  const due = countDueOrders(db);
  const done = countFacts(db);
  return {
    dimensions: DIMENSIONS,
    measures: MEASURE_NAMES.map((measure) => ({
      measure,
      unit: MEASURES[measure].unit,
      formula: formulaKey(measure),
    })),
    models: REPORT_MODELS,
    currencies: readCurrencies(db),
    days: days && { from: fromEpochDay(days.from), to: fromEpochDay(days.to) },
    today: fromEpochDay(businessToday(db, now)),
    ready: { done, total: done + due },
  };
}
