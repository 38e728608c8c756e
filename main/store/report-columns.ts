import { assertNever } from '../domain/assert-never.ts';
import type { Dimension, SaleDate } from '../domain/report-dimension.ts';
import { ORDER_FIELD, type ReportModel } from '../domain/report-model.ts';

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

/** The column that tells a dimension's value. */
export function columnOf(dimension: Dimension, model: ReportModel): FactColumn {
  switch (dimension) {
    case 'channel':
      return model === ORDER_FIELD ? 'advert' : 'channel_id';
    case 'source':
      return model === ORDER_FIELD ? 'advert' : 'shown_id';
    case 'weekday':
    case 'day':
    case 'week':
    case 'month':
      return 'day';
    case 'venue':
      return 'venue_id';
    case 'service-type':
      return 'service_type';
    case 'order-type':
      return 'order_type';
    case 'source-key':
      return 'source_key';
    case 'payment-type':
      return 'payment_type';
    case 'cancel-cause':
      return 'cancel_cause';
    case 'cancel-stage':
      return 'cancel_stage';
    case 'organization':
    case 'status':
    case 'status-group':
      return 'status_id';
    case 'product':
    case 'category':
      return 'product_id';
    case 'advert':
    case 'conception':
    case 'city':
    case 'zone':
    case 'courier':
    case 'operator':
    case 'hour':
    case 'stage':
      return dimension;
    default:
      return assertNever(dimension);
  }
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
