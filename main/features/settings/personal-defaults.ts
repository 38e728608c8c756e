import type { PersonalSettings } from '../../contract/settings.ts';
import { DEFAULT_THRESHOLDS } from '../../domain/orders/order-alarm.ts';
import { EVERY_ORDER } from '../../domain/orders/order-filter.ts';

const LOUD = { sound: true, notice: true };

/** What a profile has before it changes anything. */
export const PERSONAL_DEFAULTS: PersonalSettings = {
  language: 'ru',
  theme: 'system',
  railExpanded: true,
  cardWidth: 420,
  // As the list itself arranges them.
  orderColumns: [],
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
