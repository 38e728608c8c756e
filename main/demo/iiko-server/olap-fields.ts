import { CHANNELS, ORDER_TYPES, PAYMENT_TYPES } from '../world/directory-facts.ts';
import type { BillPart } from '../orders/bill.ts';
import type { OlapDish, OlapOrder } from './olap-order.ts';

/** A value of an OLAP row; empty groups are null (`iiko-api.md` 3.3). */
export type OlapValue = string | number | null;

/** One dish of an order, with one of its payments when the report splits by them. */
export type OlapRow = Readonly<{ order: OlapOrder; dish: OlapDish; payment: BillPart | null }>;

/** A field of the report: what the columns answer says of it, and its value. */
export type OlapField = Readonly<{
  name: string;
  type: string;
  tag: string;
  /** Groups rows; null for a field that only sums. */
  group: ((row: OlapRow) => OlapValue) | null;
  /** Sums rows in exact units, `scale` of them make one; null for a field that only groups. */
  sum: ((row: OlapRow) => number) | null;
  scale: number;
  /** Counts orders instead of summing rows. */
  countsOrders?: true;
  /** First version of the server that has it; older ones do not list it. */
  since?: string;
}>;

const group = (
  name: string,
  type: string,
  value: (row: OlapRow) => OlapValue,
  more: Partial<OlapField> = {},
): OlapField => ({ name, type, tag: 'Доставка', group: value, sum: null, scale: 1, ...more });

const sum = (
  name: string,
  type: string,
  scale: number,
  value: (row: OlapRow) => number,
): OlapField => ({ name, type, tag: 'Оплата', group: null, sum: value, scale });

/** `2026-03-14T13:36:35.129`; the fraction is optional and absent when it is zero. */
function stamp(text: string | null | undefined): string | null {
  if (!text) return null;
  return text.replace(' ', 'T').replace(/\.000$/, '');
}

const ORIGINS: ReadonlyMap<string, string> = new Map(
  CHANNELS.flatMap(({ sourceKey }) => (sourceKey ? [[sourceKey, `Интеграция ${sourceKey}`]] : [])),
);

const isPickup = ({ order }: OlapRow): boolean =>
  ORDER_TYPES[order.plan.type].service !== 'DeliveryByCourier';

const address = ({ order }: OlapRow) => order.order.deliveryPoint?.address;

/** The fields of this server, by their id. */
export const OLAP_FIELDS: Readonly<Record<string, OlapField>> = {
  'OpenDate.Typed': group('Учетный день', 'DATE', ({ order }) => order.day),
  'Delivery.Id': group('ID доставки', 'ID', ({ order }) => order.id),
  'Delivery.Number': group('Номер доставки', 'INTEGER', ({ order }) => order.order.number),
  'UniqOrderId.Id': group('ID заказа', 'ID', ({ order }) => order.id),
  'Department.Id': group('ID подразделения', 'ID', ({ order }) => order.plan.venue.id),
  Department: group('Торговое предприятие', 'STRING', ({ order }) => order.plan.venue.facts.name),
  Conception: group('Концепция', 'STRING', ({ order }) => order.order.conception?.name ?? null),
  'Delivery.IsDelivery': group('Доставка', 'ENUM', ({ order }) =>
    order.plan.type === 'hall' ? 'ORDER_WITHOUT_DELIVERY' : 'DELIVERY_ORDER',
  ),
  'Delivery.ServiceType': group('Тип доставки', 'ENUM', (row) =>
    isPickup(row) ? 'PICKUP' : 'COURIER',
  ),
  'Delivery.MarketingSource': group(
    'Реклама',
    'STRING',
    ({ order }) => order.order.marketingSource?.name ?? null,
  ),
  'Delivery.SourceKey': group(
    'Источник доставки',
    'STRING',
    ({ order }) => order.order.sourceKey ?? null,
    { since: '7.0' },
  ),
  OriginName: group(
    'Источник заказа',
    'STRING',
    ({ order }) => ORIGINS.get(order.order.sourceKey ?? '') ?? null,
  ),
  'Delivery.Zone': group(
    'Зона доставки',
    'STRING',
    ({ order }) => order.order.deliveryZone ?? null,
  ),
  'Delivery.City': group('Город', 'STRING', (row) => address(row)?.street?.city?.name ?? null),
  'Delivery.Street': group('Улица', 'STRING', (row) => address(row)?.street?.name ?? null),
  'Delivery.CustomerName': group(
    'Имя гостя',
    'STRING',
    ({ order }) => order.order.customer?.name ?? null,
  ),
  'Delivery.CustomerPhone': group(
    'Телефон гостя',
    'STRING',
    ({ order }) => order.order.phone || null,
  ),
  ExternalNumber: group('Внешний номер', 'STRING', ({ order }) => order.externalNumber, {
    since: '7.0',
  }),
  'Delivery.Courier': group(
    'Курьер',
    'STRING',
    ({ order }) => order.order.courierInfo?.courier?.name ?? null,
  ),
  'Delivery.DeliveryOperator': group(
    'Оператор доставки',
    'STRING',
    ({ order }) => order.order.operator?.name ?? null,
  ),
  'Delivery.CancelCause': group(
    'Причина отмены доставки',
    'STRING',
    ({ order }) => order.order.cancelInfo?.cause?.name ?? null,
  ),
  'Delivery.CancelComment': group(
    'Комментарий к отмене',
    'STRING',
    ({ order }) => order.order.cancelInfo?.comment ?? null,
  ),
  OpenTime: group('Время открытия', 'DATETIME', ({ order }) => stamp(order.order.whenCreated)),
  CloseTime: group('Время закрытия', 'DATETIME', ({ order }) =>
    stamp(order.order.whenClosed ?? order.order.cancelInfo?.whenCancelled),
  ),
  'Delivery.ConfirmTime': group('Время подтверждения', 'DATETIME', ({ order }) =>
    stamp(order.order.whenConfirmed),
  ),
  'Delivery.SendTime': group('Время отправки', 'DATETIME', ({ order }) =>
    stamp(order.order.whenSended),
  ),
  'Delivery.ActualTime': group('Фактическое время доставки', 'DATETIME', ({ order }) =>
    stamp(order.order.whenDelivered),
  ),
  'Delivery.ExpectedTime': group('Планируемое время доставки', 'DATETIME', ({ order }) =>
    stamp(order.order.completeBefore),
  ),
  OrderDeleted: group('Заказ удален', 'ENUM', ({ order }) =>
    order.deleted ? 'DELETED' : 'NOT_DELETED',
  ),
  DeletedWithWriteoff: group('Удалено со списанием', 'ENUM', ({ dish }) => dish.deleted),
  DishId: group('ID блюда', 'ID', ({ dish }) => dish.id, { tag: 'Блюда' }),
  DishName: group('Блюдо', 'STRING', ({ dish }) => dish.name, { tag: 'Блюда' }),
  DishType: group('Тип блюда', 'ENUM', ({ dish }) => dish.type, { tag: 'Блюда' }),
  PayTypes: group('Тип оплаты', 'STRING', ({ payment }) =>
    payment ? PAYMENT_TYPES[payment.key].name : '(без оплаты)',
  ),
  DishAmountInt: sum('Количество блюд', 'AMOUNT', 1000, ({ dish }) => dish.amountMilli),
  DishSumInt: sum('Сумма без скидки', 'MONEY', 100, ({ dish }) => dish.grossMinor),
  DishDiscountSumInt: sum('Сумма со скидкой', 'MONEY', 100, ({ dish }) => dish.netMinor),
  'ProductCostBase.ProductCost': sum('Себестоимость', 'MONEY', 10_000, ({ dish }) => dish.costE4),
  UniqOrderId: { ...sum('Чеков', 'INTEGER', 1, () => 1), countsOrders: true },
  'UniqOrderId.OrdersCount': { ...sum('Заказов', 'INTEGER', 1, () => 1), countsOrders: true },
};

/** The fields that a server of the version lists. */
export const fieldsOf = (version: string): readonly (readonly [string, OlapField])[] =>
  Object.entries(OLAP_FIELDS).filter(
    ([, { since }]) =>
      since === undefined || Number.parseFloat(version) >= Number.parseFloat(since),
  );

/** The answer of the columns question. */
export function columnsAnswer(version: string): object {
  return Object.fromEntries(
    fieldsOf(version).map(([id, field]) => [
      id,
      {
        name: field.name,
        type: field.type,
        aggregationAllowed: field.sum !== null,
        groupingAllowed: field.group !== null,
        filteringAllowed: field.group !== null,
        tags: [field.tag],
      },
    ]),
  );
}
