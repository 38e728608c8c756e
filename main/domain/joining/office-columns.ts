/** What a column of a file with orders exported from iikoOffice may mean. */
export const OFFICE_ROLES = [
  'id',
  'number',
  'venue',
  'promised',
  'created',
  'closed',
  'status',
  'sum',
  'discount',
  'phone',
  'guest',
  'address',
  'zone',
  'source',
  'source-key',
  'courier',
  'operator',
  'service',
  'comment',
  'cancel-cause',
  'dish',
  'amount',
] as const;

/** What one column means. */
export type OfficeRole = (typeof OFFICE_ROLES)[number];

/** Which header plays which role. */
export type OfficeColumns = Readonly<Partial<Record<OfficeRole, string>>>;

/** Without these an order is none; a file of dishes has their sums. */
export const REQUIRED_ROLES = ['number', 'venue', 'promised', 'sum'] as const;

/** Names in the list «Доставки», in OLAP reports by their title and by their id (`iiko-api.md` 3.3). */
const KNOWN: Readonly<Record<OfficeRole, readonly string[]>> = {
  id: ['id доставки', 'delivery.id', 'uniqorderid.id', 'id заказа'],
  number: ['номер доставки', 'delivery.number', 'номер', '№', 'номер заказа', 'ordernum'],
  venue: ['торговое предприятие', 'department', 'точка', 'подразделение', 'ресторан', 'отделение'],
  promised: [
    'ожидаемое время доставки',
    'delivery.expectedtime',
    'время доставки',
    'доставить к',
    'дата доставки',
    'ожидаемое время',
  ],
  created: ['время создания', 'дата создания', 'создан', 'создана', 'opentime', 'время открытия'],
  closed: ['время закрытия', 'закрыта', 'закрыт', 'delivery.closetime', 'closetime'],
  status: ['статус', 'статус доставки', 'состояние'],
  sum: [
    'сумма со скидкой',
    'сумма со скидкой, р.',
    'dishdiscountsumint',
    'сумма',
    'сумма заказа',
    'итого',
    'к оплате',
  ],
  discount: ['сумма скидки', 'скидка', 'discountsum'],
  phone: ['телефон', 'номер телефона', 'телефон гостя', 'delivery.customerphone'],
  guest: ['гость', 'клиент', 'имя гостя', 'delivery.customername'],
  address: ['адрес', 'адрес доставки', 'delivery.address'],
  zone: ['зона доставки', 'зона', 'delivery.zone'],
  source: ['реклама', 'источник рекламы', 'delivery.marketingsource'],
  'source-key': ['источник доставки', 'delivery.sourcekey'],
  courier: ['курьер', 'delivery.courier'],
  operator: ['оператор', 'оператор доставки', 'delivery.deliveryoperator'],
  service: ['тип доставки', 'тип обслуживания', 'delivery.servicetype'],
  comment: ['комментарий', 'комментарий к доставке'],
  'cancel-cause': ['причина отмены', 'delivery.cancelcause'],
  dish: ['блюдо', 'dishname', 'наименование блюда', 'номенклатура'],
  amount: ['количество', 'количество блюд', 'dishamountint'],
};

const folded = (header: string): string =>
  header.trim().toLocaleLowerCase('ru').replaceAll('ё', 'е');

/** Guesses what each column means; a header plays one role. */
export function recogniseOfficeColumns(headers: readonly string[]): OfficeColumns {
  const columns: Partial<Record<OfficeRole, string>> = {};
  const taken = new Set<string>();
  for (const role of OFFICE_ROLES) {
    const found = KNOWN[role]
      .map((name) =>
        headers.find((header) => folded(header) === folded(name) && !taken.has(header)),
      )
      .find((header) => header !== undefined);
    if (found === undefined) continue;
    columns[role] = found;
    taken.add(found);
  }
  return columns;
}
