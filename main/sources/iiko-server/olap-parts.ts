import type { WireOlapColumns, WireOlapRequest } from './wire.ts';

/** The id by which the reports of one day are put together. */
export const ORDER_ID = 'Delivery.Id';
/** What was paid for a line, after discounts. */
export const NET = 'DishDiscountSumInt';
/** The same before discounts. */
export const GROSS = 'DishSumInt';
/** What the line cost the restaurant (`iiko-api.md` 3.3). */
export const COST = 'ProductCostBase.ProductCost';
const COUNT = 'UniqOrderId.OrdersCount';

/** Which orders and lines a narrow report counts. */
type Scope = 'every-order' | 'standing-lines' | 'cancelled-lines';

/** One narrow report: at most seven fields (`iiko-api.md` 3.2). */
export type OlapPart = Readonly<{
  name:
    | 'identity'
    | 'origin'
    | 'people'
    | 'times'
    | 'place'
    | 'totals'
    | 'payments'
    | 'lines'
    | 'cancelled-lines';
  groups: readonly string[];
  sums: readonly string[];
  scope: Scope;
}>;

/** Without these no order can be put together; every other field may be missing on old servers. */
export const NEEDED: ReadonlySet<string> = new Set([
  ORDER_ID,
  'Delivery.Number',
  'Department.Id',
  'OrderDeleted',
  'DishId',
  'DishName',
  'DishAmountInt',
  NET,
  'OpenDate.Typed',
  'Delivery.IsDelivery',
  'DeletedWithWriteoff',
]);

const LINES = ['DishId', 'DishName', 'DishType'];
const LINE_SUMS = ['DishAmountInt', NET, COST];

/** The reports that together tell everything about a day's orders. */
export const OLAP_PARTS: readonly OlapPart[] = [
  part('identity', 'every-order', [
    'Delivery.Number',
    'UniqOrderId.Id',
    'Department.Id',
    'Delivery.ServiceType',
    'OrderDeleted',
  ]),
  part('origin', 'every-order', [
    'Delivery.MarketingSource',
    'Delivery.SourceKey',
    'OriginName',
    'Delivery.Zone',
    'Conception',
  ]),
  part('people', 'every-order', [
    'Delivery.Courier',
    'Delivery.DeliveryOperator',
    'Delivery.CancelCause',
    'Delivery.CancelComment',
    'Delivery.CustomerPhone',
  ]),
  part('times', 'every-order', [
    'OpenTime',
    'Delivery.ConfirmTime',
    'Delivery.SendTime',
    'Delivery.ActualTime',
    'Delivery.ExpectedTime',
  ]),
  part('place', 'every-order', [
    'CloseTime',
    'Delivery.City',
    'Delivery.Street',
    'Delivery.CustomerName',
    'ExternalNumber',
  ]),
  part('totals', 'standing-lines', [], [GROSS, NET, COST]),
  part('payments', 'standing-lines', ['PayTypes'], [NET]),
  part('lines', 'standing-lines', LINES, LINE_SUMS),
  part('cancelled-lines', 'cancelled-lines', LINES, LINE_SUMS),
];

function part(
  name: OlapPart['name'],
  scope: Scope,
  groups: readonly string[],
  sums: readonly string[] = [COUNT],
): OlapPart {
  return { name, scope, groups: [ORDER_ID, ...groups], sums };
}

/** Needed fields that the server does not list. */
export const missingColumns = (columns: WireOlapColumns): readonly string[] =>
  [...NEEDED].filter((field) => !Object.hasOwn(columns, field));

/** Wished fields that the server does not list: what they tell stays empty. */
export const absentColumns = (columns: WireOlapColumns): readonly string[] =>
  [...new Set(OLAP_PARTS.flatMap(({ groups, sums }) => [...groups, ...sums]))].filter(
    (field) => !Object.hasOwn(columns, field),
  );

/** The query of a part for one accounting day, with the fields that this server has. */
export function queryOf(part: OlapPart, day: string, columns: WireOlapColumns): WireOlapRequest {
  const known = (fields: readonly string[]): readonly string[] =>
    fields.filter((field) => Object.hasOwn(columns, field));
  return {
    reportType: 'SALES',
    buildSummary: false,
    groupByRowFields: known(part.groups),
    groupByColFields: [],
    aggregateFields: known(part.sums),
    filters: {
      'OpenDate.Typed': {
        filterType: 'DateRange',
        periodType: 'CUSTOM',
        from: day,
        to: day,
        includeLow: true,
        includeHigh: true,
      },
      'Delivery.IsDelivery': include('DELIVERY_ORDER'),
      ...scopeFilters(part.scope),
    },
  };
}

const include = (value: string) => ({ filterType: 'IncludeValues' as const, values: [value] });

function scopeFilters(scope: Scope): WireOlapRequest['filters'] {
  switch (scope) {
    case 'every-order':
      return {};
    case 'standing-lines':
      return {
        OrderDeleted: include('NOT_DELETED'),
        DeletedWithWriteoff: include('NOT_DELETED'),
      };
    case 'cancelled-lines':
      return { OrderDeleted: { filterType: 'ExcludeValues', values: ['NOT_DELETED'] } };
  }
}
