import type { Dimension, SaleDate } from '../../domain/reports/report-dimension.ts';
import { ORDER_FIELD, type ReportModel } from '../../domain/reports/report-model.ts';

/**
 * What the facts are grouped by in SQL. `day` and `hour` are of the chosen sale date; weeks, months
 * and weekdays are made of days, groups and organizations of statuses, which are always there.
 */
export type FactColumn =
  | 'day'
  | 'hour'
  | 'advert'
  | 'channel_id'
  | 'shown_id'
  | 'conception'
  | 'venue_id'
  | 'city'
  | 'zone'
  | 'service_type'
  | 'order_type'
  | 'courier'
  | 'operator'
  | 'source_key'
  | 'payment_type'
  | 'stage'
  | 'cancel_cause'
  | 'cancel_stage'
  | 'status_id'
  | 'product_id';

const COLUMN: Readonly<Record<Exclude<Dimension, 'channel' | 'source'>, FactColumn>> = {
  advert: 'advert',
  conception: 'conception',
  venue: 'venue_id',
  city: 'city',
  organization: 'status_id',
  zone: 'zone',
  'service-type': 'service_type',
  'order-type': 'order_type',
  courier: 'courier',
  operator: 'operator',
  'source-key': 'source_key',
  'payment-type': 'payment_type',
  weekday: 'day',
  hour: 'hour',
  day: 'day',
  week: 'day',
  month: 'day',
  status: 'status_id',
  stage: 'stage',
  'status-group': 'status_id',
  'cancel-cause': 'cancel_cause',
  'cancel-stage': 'cancel_stage',
  product: 'product_id',
  category: 'product_id',
};

/** The column that tells a dimension's value. */
export function columnOf(dimension: Dimension, model: ReportModel): FactColumn {
  if (dimension !== 'channel' && dimension !== 'source') return COLUMN[dimension];
  if (model === ORDER_FIELD) return 'advert';
  return dimension === 'channel' ? 'channel_id' : 'shown_id';
}

/** Columns whose numbers stand for texts of `report_value`. */
export const TEXT_COLUMNS: ReadonlySet<FactColumn> = new Set<FactColumn>([
  'advert',
  'conception',
  'city',
  'zone',
  'service_type',
  'order_type',
  'courier',
  'operator',
  'source_key',
  'payment_type',
  'cancel_cause',
]);

/** The column as it is written over `fact` (and `credit_source` under a model). */
export function columnText(column: FactColumn, saleDate: SaleDate): string {
  if (column === 'day' || column === 'hour') return `fact.${saleDate}_${column}`;
  if (column === 'channel_id' || column === 'shown_id')
    return `coalesce(credit_source.${column}, 1)`;
  return column === 'product_id' ? `line.value ->> 0` : `fact.${column}`;
}

/** Only facts whose column has one of the values. */
export type FactCondition = Readonly<{ column: FactColumn; values: readonly number[] }>;
