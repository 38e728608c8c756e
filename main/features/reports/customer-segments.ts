import type { CustomerSegment, ReportQuery } from '../../contract/reports.ts';
import { reportQuery, segmentRule } from '../../contract/reports.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readSegments, type StoredSegment } from '../../store/reports/customer-segments.ts';
import { NOW, openScope } from './report-scope.ts';
import { scoreBuyers, type ScoredBuyer } from './rfm-report.ts';

type Rule = CustomerSegment['rule'];

/** Saved segments with how many customers each holds now. */
export const listSegments = (db: ReadableDb): CustomerSegment[] =>
  readSegments(db).map((stored) => {
    const segment = asSegment(stored);
    return { ...segment, customers: membersOf(db, segment.rule).length };
  });

/** A stored segment as everybody reads it; its members are not counted. */
export const asSegment = ({ id, name, rule }: StoredSegment): CustomerSegment => ({
  id,
  name,
  rule: segmentRule.parse(JSON.parse(rule)),
  customers: null,
});

/** A member, with the currency of its money. */
export type Member = ScoredBuyer & Readonly<{ currency: string }>;

/** The customers a rule chooses, the biggest spenders first; scores are among all who bought then. */
export function membersOf(db: ReadableDb, rule: Rule): Member[] {
  const query: ReportQuery = reportQuery.parse({ report: 'rfm', period: rule.period });
  const scored = scoreBuyers(openScope(db, query, NOW));
  return [...scored]
    .flatMap(([currency, buyers]) => buyers.map((buyer) => ({ ...buyer, currency })))
    .filter((buyer) => chooses(rule, buyer))
    .sort((one, other) => other.sumMinor - one.sumMinor || one.customerId - other.customerId);
}

function chooses(rule: Rule, { segment, orders, sumMinor, daysAgo }: ScoredBuyer): boolean {
  return (
    (rule.segments.length === 0 || rule.segments.includes(segment)) &&
    within(orders, rule.leastOrders, rule.mostOrders) &&
    within(sumMinor, rule.leastMinor, rule.mostMinor) &&
    within(daysAgo, rule.leastDaysAgo, rule.mostDaysAgo)
  );
}

const within = (value: number, least: number | null, most: number | null): boolean =>
  (least === null || value >= least) && (most === null || value <= most);
