import { fromEpochDay } from '../../domain/epoch-day.ts';
import { EVERY_ORDER, type OrderFilter } from '../../domain/orders/order-filter.ts';
import type { ServiceType } from '../../domain/orders/order.ts';
import { STAGES } from '../../domain/orders/stage.ts';
import { stageOfStatus } from '../../domain/status-mapping/status-vocabulary.ts';
import type { ReadableDb } from '../../store/database.ts';
import { orderConditions } from '../../store/orders/order-conditions.ts';
import { countWithin, type BehindQuestion } from '../../store/reports/report-behind.ts';
import type { FactColumn } from '../../store/reports/report-columns.ts';
import { readValueTexts } from '../../store/reports/report-names.ts';
import { readFactStatuses } from '../../store/reports/report-values.ts';

/** Beyond this the figure's own list, page by page, is the answer. */
const MOST_ORDERS = 100_000;
const MOST_VALUES = 200;

/**
 * The order list's filter that shows exactly the orders behind a figure, or null: what of the figure
 * a filter can say is said, and the orders of both are then held against each other.
 */
export function filterOf(
  db: ReadableDb,
  question: BehindQuestion,
  total: number,
): OrderFilter | null {
  if (total === 0 || total > MOST_ORDERS) return null;
  const filter = nearestFilter(db, question);
  // No flag of the filter depends on the clock.
  const { where } = orderConditions(db, filter, 0);
  const { shared, all } = countWithin(db, question, where);
  return shared === total && all === total ? filter : null;
}

function nearestFilter(db: ReadableDb, question: BehindQuestion): OrderFilter {
  const texts = readValueTexts(db);
  const textsOf = (column: FactColumn): string[] =>
    valuesOf(question, column).map((value) => texts.get(value) ?? '');
  const { days } = question.scope;
  const chosen = valuesOf(question, 'day');
  const bounds = chosen.length === 0 ? [days.from, days.to] : chosen;
  return {
    ...EVERY_ORDER,
    period: { from: fromEpochDay(Math.min(...bounds)), to: fromEpochDay(Math.max(...bounds)) },
    venueIds: valuesOf(question, 'venue_id'),
    stages: stagesOf(db, question),
    sources: textsOf('advert'),
    serviceTypes: textsOf('service_type') as ServiceType[],
    couriers: textsOf('courier'),
    operators: textsOf('operator'),
  };
}

/** Values that every condition on a column allows; none where nothing or too much is allowed. */
function valuesOf({ only }: BehindQuestion, column: FactColumn): number[] {
  const sets = only.filter((one) => one.column === column).map(({ values }) => values);
  const [first, ...others] = sets;
  const values = (first ?? []).filter((value) => others.every((set) => set.includes(value)));
  return values.length > MOST_VALUES && column !== 'day' ? [] : values;
}

function stagesOf(db: ReadableDb, question: BehindQuestion): OrderFilter['stages'] {
  const told = valuesOf(question, 'stage').flatMap((value) => STAGES[value] ?? []);
  if (told.length > 0) return told;
  const wanted = new Set(valuesOf(question, 'status_id'));
  const statuses = readFactStatuses(db).filter(({ id }) => wanted.has(id));
  return [...new Set(statuses.map(({ system, status }) => stageOfStatus(system, status)))];
}
