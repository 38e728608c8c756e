import type { Dimension } from '../../domain/reports/report-dimension.ts';
import { ORDER_FIELD } from '../../domain/reports/report-model.ts';
import { readSpendSums } from '../../store/reports/spend.ts';
import { readDayVisits } from './day-visits.ts';
import type { Paths } from './paths.ts';
import type { ReportScope } from './report-scope.ts';
import type { Side, SumForest } from './sum-tree.ts';
import type { ReportSums } from '../../domain/reports/report-sums.ts';

/** Spend and visits are known by day and channel only: deeper rows can not be told. */
const KNOWN_BY: ReadonlySet<Dimension> = new Set<Dimension>([
  'channel',
  'source',
  'advert',
  'day',
  'week',
  'month',
  'weekday',
]);

type Told = Readonly<{ day: number; channel: string; currency: string }>;

/** Adds spend and visits to the rows that they are known for, and to the total. */
export function addMarketing(
  scope: ReportScope,
  forest: SumForest,
  side: Side,
  paths: Paths,
): void {
  const days = side === 'before' && scope.before ? scope.before.days : scope.facts.days;
  const filtered = scope.query.only.length > 0;
  if (filtered) return;
  const spend = readSpendSums(scope.db, days, scope.moment.dataVersion);
  if (spend.length > 0) fillZeros(forest, side, paths, 'spendMinor');
  for (const told of spend)
    place(scope, forest, side, paths, told, { spendMinor: told.amountMinor });
  addVisits(scope, forest, side, paths);
}

/** Visits have no currency: they stand in the only section, or in none. */
function addVisits(scope: ReportScope, forest: SumForest, side: Side, paths: Paths): void {
  const [currency, ...others] = [...forest.trees.keys()];
  if (currency === undefined || others.length > 0) return;
  const days = side === 'before' && scope.before ? scope.before.days : scope.facts.days;
  const visits =
    scope.moment.visits?.filter(([day]) => day >= days.from && day <= days.to) ??
    readDayVisits(scope.db, days);
  if (visits.length > 0) fillZeros(forest, side, paths, 'visits');
  for (const [day, channel, count] of visits)
    place(scope, forest, side, paths, { day, channel, currency }, { visits: count });
}

const depthOf = ({ question: { by } }: Paths): number => {
  const stranger = by.findIndex((dimension) => !KNOWN_BY.has(dimension));
  return stranger === -1 ? by.length : stranger;
};

/** Where something is known at all, a row without it has none of it. */
function fillZeros(
  forest: SumForest,
  side: Side,
  paths: Paths,
  name: 'spendMinor' | 'visits',
): void {
  const depth = depthOf(paths);
  for (const { root } of forest.trees.values()) {
    let level = [root];
    for (let at = 0; at <= depth; at += 1) {
      for (const node of level) node[side][name] ??= 0;
      level = level.flatMap((node) => [...node.children.values()]);
    }
  }
}

function place(
  scope: ReportScope,
  forest: SumForest,
  side: Side,
  paths: Paths,
  told: Told,
  sums: Partial<ReportSums>,
): void {
  const { by } = paths.question;
  const path = by.slice(0, depthOf(paths)).map((dimension) => {
    const key = isSource(dimension)
      ? channelKey(scope, dimension, told.channel)
      : scope.names.keyOf(dimension, told.day + paths.shiftDays, 0);
    return paths.valueOf(dimension, key);
  });
  forest.add(side, told.currency, path, null, sums);
}

const isSource = (dimension: Dimension): boolean =>
  dimension === 'channel' || dimension === 'source' || dimension === 'advert';

/** Under a model a told name is looked for among attribution's sources; unknown names stay as told. */
const channelKey = (scope: ReportScope, dimension: Dimension, told: string): string =>
  scope.model === ORDER_FIELD || dimension !== 'channel'
    ? told
    : (scope.names.channelOfName(told) ?? told);
