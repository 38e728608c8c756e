import type { Named, Order, OrderTimes } from '../orders/order.ts';
import { normalisePhone } from '../phone.ts';

/** Fields of an order that several systems may tell, each filled from one of them alone. */
export type OrderField = keyof typeof ORDER_FIELDS;

/**
 * How one field is taken from a view. `said`: the view tells something. `copy`: the parts of the
 * order that go together. `text`: what is compared with other views and shown where they differ;
 * null: never compared.
 */
export type FieldRule = Readonly<{
  said(order: Order): boolean;
  copy(order: Order): Partial<Order>;
  text(order: Order): string | null;
}>;

type Name = 'orderType' | 'marketingSource' | 'conception' | 'operator' | 'courier' | 'cancelCause';

const nameOf = (named: Named | null): string => named?.name.trim() ?? '';

const named = (field: Name): FieldRule => ({
  said: (order) => nameOf(order[field]) !== '',
  copy: (order) => ({ [field]: order[field] }),
  text: (order) => nameOf(order[field]),
});

type Text =
  | 'number'
  | 'externalNumber'
  | 'zone'
  | 'sourceKey'
  | 'coupon'
  | 'comment'
  | 'cancelComment';

const text = (field: Text, more: Partial<FieldRule> = {}): FieldRule => ({
  said: (order) => order[field].trim() !== '',
  copy: (order) => ({ [field]: order[field] }),
  text: (order) => order[field].trim(),
  ...more,
});

/** Systems write a time to the second, to the minute or with thousandths: within a minute is the same. */
const MINUTE_MS = 60_000;

const time = (step: keyof OrderTimes, compared: boolean): FieldRule => ({
  said: ({ times }) => (times[step]?.instant ?? null) !== null,
  copy: ({ times }) => ({ times: { ...times, [step]: times[step] } }),
  text: ({ times }) => {
    const instant = times[step]?.instant ?? null;
    return compared && instant !== null
      ? String(Math.floor(instant / MINUTE_MS) * MINUTE_MS)
      : null;
  },
});

type List = 'lines' | 'payments' | 'discounts' | 'externalData';

const list = (field: List): FieldRule => ({
  said: (order) => order[field].length > 0,
  copy: (order) => ({ [field]: order[field] }),
  text: () => null,
});

/**
 * Where the food went, without what only one system spells out. Accounts know the street alone, which
 * contradicts nothing.
 */
const addressText = ({ address }: Order): string | null =>
  address && address.house !== ''
    ? [address.street, address.house, address.flat].join(' ').trim().toLowerCase()
    : null;

/**
 * Every field that more than one API tells (`iiko-api.md` 1.4, 2.3, 3.3). What a system never tells
 * it leaves empty (iiko.biz: source key, zone, courier's name; iikoServer: source id, comments), so
 * that the most believed one that speaks is taken. Money is what the live system tells: the sums of
 * the accounting stand beside it as a check. Status, stage, links and all else that lives belong to
 * the view that leads.
 */
export const ORDER_FIELDS = {
  number: text('number'),
  externalNumber: text('externalNumber'),
  serviceType: {
    said: ({ serviceType }) => serviceType !== 'unknown',
    copy: ({ serviceType }) => ({ serviceType }),
    text: ({ serviceType }) => serviceType,
  },
  orderType: named('orderType'),
  sum: {
    said: ({ sumMinor, deleted }) => !deleted && sumMinor !== 0,
    copy: ({ sumMinor, discountMinor, currency }) => ({ sumMinor, discountMinor, currency }),
    // What was cancelled is no money: accounts count dishes in it that were struck out before.
    text: ({ sumMinor, stage }) => (stage === 'cancelled' ? null : String(sumMinor)),
  },
  paid: {
    said: ({ paidMinor }) => paidMinor !== null,
    copy: ({ paidMinor }) => ({ paidMinor }),
    text: () => null,
  },
  phone: {
    said: ({ phone }) => phone !== '',
    copy: ({ phone, phoneExtension }) => ({ phone, phoneExtension }),
    text: ({ phone }) => normalisePhone(phone),
  },
  customer: {
    said: ({ customer }) => customer.name !== '' || customer.id !== null,
    copy: ({ customer }) => ({ customer }),
    text: () => null,
  },
  address: {
    said: ({ address }) => address !== null,
    copy: ({ address }) => ({ address }),
    text: addressText,
  },
  zone: text('zone'),
  marketingSource: named('marketingSource'),
  sourceKey: text('sourceKey'),
  coupon: text('coupon', { text: () => null }),
  externalData: list('externalData'),
  conception: named('conception'),
  operator: named('operator'),
  courier: named('courier'),
  comment: text('comment', { text: () => null }),
  cancelCause: named('cancelCause'),
  cancelComment: text('cancelComment', { text: () => null }),
  lines: list('lines'),
  payments: list('payments'),
  discounts: list('discounts'),
  costs: {
    said: ({ costs }) => costs !== undefined && costs.length > 0,
    copy: ({ costs }) => (costs === undefined ? {} : { costs }),
    text: () => null,
  },
  created: time('created', true),
  confirmed: time('confirmed', false),
  cookingStart: time('cookingStart', false),
  printed: time('printed', false),
  cookingCompleted: time('cookingCompleted', false),
  packed: time('packed', false),
  billPrinted: time('billPrinted', false),
  sent: time('sent', false),
  delivered: time('delivered', false),
  closed: time('closed', true),
  cancelled: time('cancelled', false),
  promised: time('promised', true),
} as const satisfies Readonly<Record<string, FieldRule>>;
