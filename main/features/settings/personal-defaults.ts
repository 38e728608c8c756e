import type { PersonalSettings } from '../../contract/settings.ts';
import { DEFAULT_THRESHOLDS } from '../../domain/orders/order-alarm.ts';
import { EVERY_ORDER, ORDER_COLUMNS, type OrderColumn } from '../../domain/orders/order-filter.ts';

/** Column widths in px at 100 %: house, phone and courier stay readable. */
const WIDTHS: Readonly<Record<OrderColumn, number>> = {
  created: 96,
  number: 76,
  status: 136,
  address: 240,
  guest: 140,
  phone: 148,
  venue: 132,
  source: 120,
  sum: 92,
  promised: 102,
  remaining: 104,
  courier: 128,
  zone: 112,
  operator: 128,
};

const LOUD = { sound: true, notice: true };

/** What a profile has before it changes anything. */
export const PERSONAL_DEFAULTS: PersonalSettings = {
  language: 'ru',
  theme: 'system',
  railExpanded: true,
  cardWidth: 420,
  orderColumns: ORDER_COLUMNS.map((column) => ({
    column,
    width: WIDTHS[column],
    shown: column !== 'operator',
  })),
  rowHeight: 'compact',
  lastFilter: copyOf(EVERY_ORDER),
  lastSort: { column: 'created', descending: true },
  savedViews: [],
  alarms: {
    new: { sound: false, notice: true },
    'time-to-cook': LOUD,
    late: LOUD,
    quietFrom: 0,
    quietTo: 0,
    volume: 70,
  },
  ...DEFAULT_THRESHOLDS,
  seenHints: [],
};

/** The schema's type wants arrays it may change. */
function copyOf(filter: typeof EVERY_ORDER): PersonalSettings['lastFilter'] {
  return structuredClone(filter) as PersonalSettings['lastFilter'];
}
