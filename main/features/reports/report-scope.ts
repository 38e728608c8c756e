import type { ReportQuery } from '../../contract/reports.ts';
import { toEpochDay } from '../../domain/epoch-day.ts';
import { Failure } from '../../domain/failure.ts';
import type { StatusGroup } from '../../domain/status-mapping/status-group.ts';
import { ORDER_FIELD, REPORT_MODELS, type ReportModel } from '../../domain/reports/report-model.ts';
import type { ReadableDb } from '../../store/database.ts';
import type { DaySpan, FactScope } from '../../store/reports/fact-source.ts';
import { readFactStatuses, type FactStatus } from '../../store/reports/report-values.ts';
import { readGroupOf } from '../../store/status-mapping/status-mapping.ts';
import { openNames, type ReportNames } from './report-names.ts';

/** The state a report is computed at: null is now. */
export type ReportMoment = Readonly<{
  dataVersion: number | null;
  mappingVersion: number | null;
  /** The recipe that keeps conclusions of attribution and visits; null: those of now. */
  recipe: number | null;
  visits: readonly DayVisits[] | null;
  /** Names as they were, by kind and number; {} for those of now. */
  names: FrozenNames;
}>;

/** Names that may change: venues and organizations by their numbers. */
export type FrozenNames = Readonly<{
  venues?: Readonly<Record<string, string>>;
  organizations?: Readonly<Record<string, string>>;
}>;

/** Visits of a channel on a business day. */
export type DayVisits = readonly [day: number, channel: string, visits: number];

export const NOW: ReportMoment = {
  dataVersion: null,
  mappingVersion: null,
  recipe: null,
  visits: null,
  names: {},
};

/** Everything that making one report needs. */
export type ReportScope = Readonly<{
  db: ReadableDb;
  query: ReportQuery;
  moment: ReportMoment;
  model: ReportModel;
  facts: FactScope;
  /** The facts of the period to compare with; null without one. */
  before: FactScope | null;
  names: ReportNames;
  groups: ReadonlyMap<number, StatusGroup>;
}>;

const LONGEST_DAYS = 20 * 366;

/** Reads what all reports share; `invalid` for a period that ends before it begins or an unknown model. */
export function openScope(db: ReadableDb, query: ReportQuery, moment: ReportMoment): ReportScope {
  const model = REPORT_MODELS.find((one) => one === query.model);
  if (!model) throw new Failure('invalid', 'reports.unknown-model', { model: query.model });
  const { dataVersion: version } = moment;
  const { saleDate } = query;
  const recipe = model === ORDER_FIELD ? null : moment.recipe;
  const facts = { version, recipe, saleDate };
  const statuses = readFactStatuses(db);
  const groups = groupsOf(db, statuses, moment);
  return {
    db,
    query,
    moment,
    model,
    facts: { ...facts, days: spanOf(query.period) },
    before: query.compare && { ...facts, days: spanOf(query.compare) },
    names: openNames(db, { statuses, groups, model, version, recipe, frozen: moment.names }),
    groups,
  };
}

/** Days of a period; `invalid` when it ends before it begins or is longer than twenty years. */
export function spanOf({ from, to }: Readonly<{ from: string; to: string }>): DaySpan {
  const span = { from: toEpochDay(from), to: toEpochDay(to) };
  const bad = Number.isNaN(span.from) || Number.isNaN(span.to) || span.to < span.from;
  if (bad || span.to - span.from > LONGEST_DAYS) {
    throw new Failure('invalid', 'reports.bad-period', { from, to });
  }
  return span;
}

function groupsOf(
  db: ReadableDb,
  statuses: readonly FactStatus[],
  { mappingVersion }: ReportMoment,
): ReadonlyMap<number, StatusGroup> {
  const groupOf = readGroupOf(db, mappingVersion);
  return new Map(statuses.map((status) => [status.id, groupOf(status)]));
}
