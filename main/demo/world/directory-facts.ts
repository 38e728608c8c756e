/** Where an order came from; null keys are orders taken by people. */
export type Channel = 'call-centre' | 'site' | 'app' | 'yandex' | 'kuper' | 'chibbis' | 'hall';

/** How often each channel brings an order, and its order source key in iikoWeb. */
export const CHANNELS: readonly Readonly<{
  channel: Channel;
  weight: number;
  sourceKey: string | null;
}>[] = [
  { channel: 'call-centre', weight: 22, sourceKey: null },
  { channel: 'site', weight: 20, sourceKey: 'Site' },
  { channel: 'app', weight: 18, sourceKey: 'mobile_app' },
  { channel: 'yandex', weight: 25, sourceKey: 'yandex_food' },
  { channel: 'kuper', weight: 9, sourceKey: 'kuper' },
  { channel: 'chibbis', weight: 5, sourceKey: 'chibbis' },
  { channel: 'hall', weight: 1, sourceKey: null },
];

/** Adverts («Реклама») with the order source keys attached to them. */
export const MARKETING_SOURCES = [
  { name: 'Сайт', attached: ['Site'], deleted: false },
  { name: 'Мобильное приложение', attached: ['mobile_app'], deleted: false },
  { name: 'Яндекс Еда', attached: ['yandex_food'], deleted: false },
  { name: 'Купер', attached: ['kuper'], deleted: false },
  { name: 'Chibbis', attached: [], deleted: false },
  { name: 'Яндекс Директ', attached: [], deleted: false },
  { name: '2ГИС', attached: [], deleted: false },
  { name: 'Листовка', attached: [], deleted: false },
  { name: 'Рекомендация', attached: [], deleted: false },
  { name: 'Постоянный гость', attached: [], deleted: false },
  { name: 'VK реклама', attached: [], deleted: false },
  { name: 'Радио (старое)', attached: [], deleted: true },
] as const;
export type MarketingName = (typeof MARKETING_SOURCES)[number]['name'];

/** What operators pick when a guest calls; null = skipped. */
export const PHONE_MARKETING: readonly (readonly [MarketingName | null, number])[] = [
  [null, 24],
  ['Постоянный гость', 34],
  ['Листовка', 10],
  ['2ГИС', 13],
  ['Рекомендация', 8],
  ['Яндекс Директ', 7],
  ['VK реклама', 4],
];

/** Order types by what they are for. */
export const ORDER_TYPES = {
  courier: { name: 'Доставка курьером', service: 'DeliveryByCourier', isDefault: true },
  pickup: { name: 'Самовывоз', service: 'DeliveryByClient', isDefault: false },
  yandexCourier: {
    name: 'Яндекс Еда (курьер Яндекса)',
    service: 'DeliveryByClient',
    isDefault: false,
  },
  kuperCourier: {
    name: 'Купер (курьер сервиса)',
    service: 'DeliveryByClient',
    isDefault: false,
  },
  hall: { name: 'Обычный заказ', service: 'Common', isDefault: false },
} as const;
export type OrderTypeKey = keyof typeof ORDER_TYPES;

/** Payment types: kind is the one inside orders. */
export const PAYMENT_TYPES = {
  cash: { name: 'Наличные', code: 'CASH', kind: 'Cash', processing: 'Internal' },
  card: { name: 'Карта курьеру', code: 'CARD', kind: 'Card', processing: 'Both' },
  online: { name: 'Онлайн-оплата', code: 'ONLINE', kind: 'External', processing: 'External' },
  yandex: { name: 'Яндекс Еда', code: 'YAFOOD', kind: 'Card', processing: 'External' },
  kuper: { name: 'Купер', code: 'KUPER', kind: 'External', processing: 'External' },
  bonus: { name: 'Бонусы', code: 'BONUS', kind: 'Writeoff', processing: 'External' },
} as const;
export type PaymentKey = keyof typeof PAYMENT_TYPES;

/** Discounts in percent of the dishes; `coupon` is asked for by its number. */
export const DISCOUNTS = {
  pickup: { name: 'Самовывоз 10%', percent: 10 },
  birthday: { name: 'День рождения 15%', percent: 15 },
  coupon: { name: 'Промокод 20%', percent: 20 },
  dishOfDay: { name: 'Блюдо дня 25%', percent: 25 },
  staff: { name: 'Сотрудник 30%', percent: 30 },
} as const;
export type DiscountKey = keyof typeof DISCOUNTS;

/** Coupon numbers that were given out. */
export const COUPONS = ['PIZZA20', 'ROLL20', 'OSEN', 'VK20', 'LISTOVKA', 'WELCOME'] as const;

/** Why deliveries are cancelled; the last one is what a transfer leaves behind. */
export const CANCEL_CAUSES = [
  'Отказ гостя',
  'Гость не отвечает',
  'Долго ждать',
  'Дубль заказа',
  'Нет продуктов',
  'Вне зоны доставки',
  'Ошибка оператора',
  'Тестовый заказ',
  'Перенос на другую точку',
] as const;
export const MOVED_CAUSE = CANCEL_CAUSES.length - 1;

/** What the two brands are called. */
export const CONCEPTIONS = {
  dough: { name: 'Тесто', code: '1' },
  rice: { name: 'Рис', code: '2' },
} as const;

/** Why a line is taken out of an order. */
export const REMOVAL_TYPES = ['Отказ гостя', 'Ошибка ввода', 'Нет в наличии'] as const;

/** Outside courier companies. */
export const COURIER_SERVICES = ['Яндекс Доставка', 'Dostavista'] as const;
