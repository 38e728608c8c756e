import type {
  DimensionValue,
  Report,
  ReportCell,
  ReportColumn,
  ReportQuery,
  ReportRow,
  ReportSection,
} from '../../contract/reports.ts';
import { gatherCohorts, type Cohort, type MonthSale } from '../../domain/reports/cohorts.ts';
import { ratio } from '../../domain/reports/ratio.ts';
import { monthOfDay } from '../../domain/reports/whole-months.ts';
import { eachCustomerSale } from '../../store/reports/report-buyers.ts';
import { statusesIn } from './paid-statuses.ts';
import { plainColumn } from './plain-column.ts';
import type { ReportScope } from './report-scope.ts';

type Query = Extract<ReportQuery, { report: 'cohorts' }>;

const SHARE = 10_000;

/** Customers by the month of their first sale ever, followed to the end of the period. */
export function cohortsReport(scope: ReportScope, query: Query): Omit<Report, 'made'> {
  const { from, to } = scope.facts.days;
  const [first, last] = [monthOfDay(from), monthOfDay(to)];
  const ages = Array.from({ length: last - first + 1 }, (_, age) => age);
  const columns: ReportColumn[] = [
    plainColumn('customers', 'count', true),
    ...ages.map((age) => plainColumn(query.show, UNITS[query.show], false, ageValue(age))),
  ];
  const sections = [...cohortsByCurrency(scope, to)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, cohorts]) => {
      const shown = cohorts.filter(({ month }) => month >= first);
      return sectionOf(currency, shown, query.show, ages, last);
    });
  const notes = ['customers-by-creation', ...(query.only.length > 0 ? ['filter-ignored'] : [])];
  return { query, columns, sections, notes };
}

const UNITS = {
  customers: 'count',
  retention: 'share',
  revenue: 'money',
  'revenue-per-customer': 'money',
} as const;

const ageValue = (age: number): DimensionValue => ({
  dimension: 'age',
  key: String(age),
  label: String(age),
});

function cohortsByCurrency(scope: ReportScope, to: number): Map<string, Cohort[]> {
  const sales = eachCustomerSale(scope.db, scope.facts.version, to, statusesIn(scope, 'paid'));
  const byCurrency = new Map<number, MonthSale[]>();
  const months = new Map<number, number>();
  for (const [customer, currency, day, sumMinor] of sales) {
    let month = months.get(day);
    if (month === undefined) {
      month = monthOfDay(day);
      months.set(day, month);
    }
    const list = byCurrency.get(currency) ?? [];
    if (list.length === 0) byCurrency.set(currency, list);
    list.push({ customer, month, sumMinor });
  }
  return new Map(
    [...byCurrency].map(([currency, list]) => [
      scope.names.currencyOf(currency),
      gatherCohorts(list),
    ]),
  );
}

function sectionOf(
  currency: string,
  cohorts: readonly Cohort[],
  show: Query['show'],
  ages: readonly number[],
  last: number,
): ReportSection {
  const rows = cohorts.map((cohort): ReportRow => {
    const cells = ages.map((age) => (cohort.month + age > last ? null : cellOf(cohort, show, age)));
    return {
      path: [cohortValue(cohort.month)],
      cells: [cohort.customers, ...cells],
      compared: null,
    };
  });
  const customers = cohorts.reduce((sum, cohort) => sum + cohort.customers, 0);
  const cells = ages.map((age) =>
    totalAt(
      cohorts.filter(({ month }) => month + age <= last),
      show,
      age,
    ),
  );
  return {
    currency,
    rows,
    total: { path: [], cells: [customers, ...cells], compared: null },
  };
}

const cohortValue = (month: number): DimensionValue => {
  const key = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  return { dimension: 'cohort', key, label: key };
};

const cellOf = (cohort: Cohort, show: Query['show'], age: number): ReportCell =>
  totalAt([cohort], show, age);

/** The cohorts together: what is compared is only those old enough. */
function totalAt(cohorts: readonly Cohort[], show: Query['show'], age: number): ReportCell {
  const customers = cohorts.reduce((sum, cohort) => sum + cohort.customers, 0);
  const active = cohorts.reduce((sum, cohort) => sum + (cohort.active[age] ?? 0), 0);
  const money = cohorts.reduce((sum, cohort) => sum + (cohort.sumMinor[age] ?? 0), 0);
  switch (show) {
    case 'customers':
      return active;
    case 'retention':
      return ratio(active, customers, SHARE);
    case 'revenue':
      return money;
    case 'revenue-per-customer':
      return ratio(money, customers);
  }
}
