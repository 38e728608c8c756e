/**
 * What orders can be grouped by. `channel` and `source` (its finest level) come from the chosen
 * attribution model, `advert` is the order's own marketing source (Реклама). Every order has exactly
 * one value of each, '' when the field is empty; only `product` and `category` split an order into
 * its lines.
 */
export const DIMENSIONS = [
  'channel',
  'source',
  'advert',
  'conception',
  'venue',
  'city',
  'organization',
  'zone',
  'service-type',
  'order-type',
  'courier',
  'operator',
  'source-key',
  'payment-type',
  'weekday',
  'hour',
  'day',
  'week',
  'month',
  'status',
  'stage',
  'status-group',
  'cancel-cause',
  'cancel-stage',
  'product',
  'category',
] as const;

/** What the rows or columns of a report are told apart by. */
export type Dimension = (typeof DIMENSIONS)[number];

/** Which moment dates a sale; an order without it is dated by its promise, else its creation. */
export const SALE_DATES = ['created', 'promised', 'closed'] as const;

/** The moment that dates the sales of one report. */
export type SaleDate = (typeof SALE_DATES)[number];

/** Dimensions whose values are parts of an order, not orders. */
export const isOfLines = (dimension: Dimension): boolean =>
  dimension === 'product' || dimension === 'category';
