import type {
  DimensionValue,
  Report,
  ReportQuery,
  ReportRow,
  ReportSection,
} from '../../contract/reports.ts';
import { ratio } from '../../domain/reports/ratio.ts';
import {
  RFM_SEGMENTS,
  rfmScores,
  segmentOf,
  type RfmScore,
  type RfmSegment,
} from '../../domain/reports/rfm.ts';
import { readBuyers } from '../../store/reports/report-buyers.ts';
import { statusesIn } from './paid-statuses.ts';
import { plainColumn } from './plain-column.ts';
import type { ReportScope } from './report-scope.ts';

type Query = Extract<ReportQuery, { report: 'rfm' }>;

/** A customer with the scores among all who bought in the period, in one currency. */
export type ScoredBuyer = Readonly<{
  customerId: number;
  daysAgo: number;
  orders: number;
  sumMinor: number;
  score: RfmScore;
  segment: RfmSegment;
}>;

const SHARE = 10_000;

const COLUMNS = [
  plainColumn('customers', 'count', true),
  plainColumn('customers-share', 'share'),
  plainColumn('sales', 'count', true),
  plainColumn('revenue', 'money', true),
  plainColumn('revenue-share', 'share'),
  plainColumn('average-cheque', 'money'),
  plainColumn('orders-per-customer', 'amount'),
  plainColumn('days-ago', 'count'),
];

/** Customers by segment, and under each by their scores «R5F4». */
export function rfmReport(scope: ReportScope, query: Query): Omit<Report, 'made'> {
  const sections = [...scoreBuyers(scope)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, buyers]) => sectionOf(currency, buyers));
  const notes = ['customers-by-creation', ...(query.only.length > 0 ? ['filter-ignored'] : [])];
  return { query, columns: COLUMNS, sections, notes };
}

/** Scores the customers of the period by currency. */
export function scoreBuyers(scope: ReportScope): Map<string, ScoredBuyer[]> {
  const { version, days } = scope.facts;
  const rows = readBuyers(scope.db, version, days, statusesIn(scope, 'paid'));
  const byCurrency = Map.groupBy(rows, ([, currency]) => scope.names.currencyOf(currency));
  return new Map(
    [...byCurrency].map(([currency, buyers]) => {
      const buying = buyers.map(([customerId, , lastDay, orders, sumMinor]) => ({
        customerId,
        daysAgo: days.to - lastDay,
        orders,
        sumMinor,
      }));
      const scores = rfmScores(buying);
      const scored = buying.map((one, index) => {
        const score = scores[index]!;
        return { ...one, score, segment: segmentOf(score) };
      });
      return [currency, scored];
    }),
  );
}

function sectionOf(currency: string, buyers: readonly ScoredBuyer[]): ReportSection {
  const whole = sumUp(buyers);
  const bySegment = Map.groupBy(buyers, ({ segment }) => segment);
  const rows = RFM_SEGMENTS.flatMap((segment) => {
    const members = bySegment.get(segment);
    if (!members) return [];
    const value: DimensionValue = { dimension: 'segment', key: segment, label: segment };
    return [rowOf([value], members, whole), ...scoreRows(value, members, whole)];
  });
  return { currency, rows, total: rowOf([], buyers, whole) };
}

function scoreRows(
  segment: DimensionValue,
  members: readonly ScoredBuyer[],
  whole: Whole,
): ReportRow[] {
  const byScore = Map.groupBy(members, ({ score }) => `R${score.r}F${score.f}`);
  return [...byScore]
    .sort(([one], [other]) => (one < other ? 1 : -1))
    .map(([key, those]) => rowOf([segment, { dimension: 'rfm', key, label: key }], those, whole));
}

type Whole = ReturnType<typeof sumUp>;

function sumUp(buyers: readonly ScoredBuyer[]) {
  let [orders, sumMinor, daysAgo] = [0, 0, 0];
  for (const buyer of buyers) {
    orders += buyer.orders;
    sumMinor += buyer.sumMinor;
    daysAgo += buyer.daysAgo;
  }
  return { customers: buyers.length, orders, sumMinor, daysAgo };
}

function rowOf(
  path: readonly DimensionValue[],
  buyers: readonly ScoredBuyer[],
  whole: Whole,
): ReportRow {
  const { customers, orders, sumMinor, daysAgo } = sumUp(buyers);
  const cells = [
    customers,
    ratio(customers, whole.customers, SHARE),
    orders,
    sumMinor,
    ratio(sumMinor, whole.sumMinor, SHARE),
    ratio(sumMinor, orders),
    ratio(orders, customers, 1000),
    ratio(daysAgo, customers),
  ];
  return { path, cells, compared: null };
}
