import type { BehindPage, Dimension, Measure, ReportQuery } from '../../contract/reports.ts';
import type { Handlers } from '../../contract/define.ts';
import type { reports } from '../../contract/reports.ts';
import { fromEpochDay } from '../../domain/epoch-day.ts';
import { Failure } from '../../domain/failure.ts';
import type { StatusGroup } from '../../domain/status-mapping/status-group.ts';
import type { ReadableDb } from '../../store/database.ts';
import { countBehind, readBehind, type BehindExtra } from '../../store/reports/report-behind.ts';
import type { FactCondition } from '../../store/reports/report-columns.ts';
import { findValue } from '../../store/reports/report-values.ts';
import { filterOf } from './figure-filter.ts';
import { onlyOf } from './gather-sums.ts';
import { statusesIn } from './paid-statuses.ts';
import { rowDimensions } from './row-dimensions.ts';
import { NOW, openScope, type ReportScope } from './report-scope.ts';

type Input = Parameters<Handlers<typeof reports, 'report'>['behind']>[0];

/** The orders that a figure of a report counts. */
export function behindFigure(db: ReadableDb, { query, cell, after, count }: Input): BehindPage {
  const scope = openScope(db, query, NOW);
  const [measure, across] = columnParts(cell.column);
  const { only, extra } = whatCounts(scope, query, cell.path, measure, across);
  const currency = findValue(db, cell.currency) ?? -1;
  const question = { scope: scope.facts, model: scope.model, currency, only, extra };
  const rows = readBehind(db, question, after, count);
  const next = rows.length < count ? null : (rows.at(-1)?.place ?? null);
  const orders = rows.map(({ place: _, day, ...row }) => ({ ...row, day: fromEpochDay(day) }));
  const counted = countBehind(db, question);
  const opens = after === null ? filterOf(db, question, counted.total) : null;
  return { ...counted, orders, next, opens };
}

/** «revenue@Центр» is the measure and the value across. */
function columnParts(column: string | null): readonly [string, string | null] {
  const [measure = '', ...rest] = (column ?? '').split('@');
  return [measure, rest.length === 0 ? null : rest.join('@')];
}

type Counted = Readonly<{ only: FactCondition[]; extra: BehindExtra[] }>;

function whatCounts(
  scope: ReportScope,
  query: ReportQuery,
  path: readonly string[],
  measure: string,
  across: string | null,
): Counted {
  const { by, acrossBy, special } = rowDimensions(scope, query);
  const counted: Counted = { only: onlyOf(scope, 'now'), extra: [] };
  const restrict = (dimension: Dimension, key: string): void => {
    counted.only.push(scope.names.conditionOf(dimension, [key], scope.facts.days));
  };
  path.forEach((key, depth) => {
    const dimension = by[depth];
    if (dimension) restrict(dimension, key);
    else if (special) counted.extra.push(...special(key, measure));
    else throw new Failure('invalid', 'reports.no-such-row');
  });
  if (across !== null && acrossBy) restrict(acrossBy, across);
  const groups = GROUPS_OF[measure];
  if (groups) counted.only.push({ column: 'status_id', values: statusesIn(scope, ...groups) });
  counted.extra.push(...extraOf(scope, measure));
  return counted;
}

/** The groups whose orders a measure counts; the others count every order. */
const GROUPS_OF: Readonly<Partial<Record<string, readonly StatusGroup[]>>> = {
  leads: ['in-work', 'paid', 'cancelled'],
  'in-work': ['in-work'],
  'potential-revenue': ['in-work'],
  cancelled: ['cancelled'],
  'lost-revenue': ['cancelled'],
  unmapped: ['unmapped'],
  ignored: ['ignored'],
  ...Object.fromEntries(
    (
      [
        'sales',
        'revenue',
        'average-cheque',
        'cost',
        'cost-coverage',
        'margin',
        'margin-share',
        'markup',
        'profit',
        'amount',
        'new-customers',
        'repeat-sales',
        'ltv',
      ] as const satisfies readonly Measure[]
    ).map((measure) => [measure, ['paid'] as const]),
  ),
};

function extraOf(scope: ReportScope, measure: string): BehindExtra[] {
  const paid = statusesIn(scope, 'paid');
  if (measure === 'new-customers' || measure === 'ltv') return [{ type: 'first-sale', paid }];
  if (measure === 'repeat-sales') return [{ type: 'repeat-sale', paid }];
  if (measure === 'late' || measure === 'late-share') return [{ type: 'late' }];
  return measure === 'delivered' ? [{ type: 'delivered' }] : [];
}
