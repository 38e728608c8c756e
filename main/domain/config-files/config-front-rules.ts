import { valueAt, type ConfigEntry } from './config-entry.ts';
import type { ConfigFinding, FindingCode } from './config-finding.ts';

type Rule = Readonly<{
  level: ConfigFinding['level'];
  code: FindingCode;
  element: string;
  /** Another element that must be on as well. */
  partner?: string;
  holds: (isOn: (path: string) => boolean) => boolean;
}>;

const BY_HAND = 'AllowHandCardRoll';
const READER = 'cardReaderConfigured';
const INVOICE = 'a4DeliveryInvoiceFormat';

const RULES: readonly Rule[] = [
  {
    level: 'warning',
    code: 'pair-card-reader',
    element: BY_HAND,
    partner: READER,
    holds: (isOn) => isOn(BY_HAND) && !isOn(READER),
  },
  {
    level: 'warning',
    code: 'pair-hand-card',
    element: READER,
    partner: BY_HAND,
    holds: (isOn) => isOn(READER) && !isOn(BY_HAND),
  },
  {
    level: 'note',
    code: 'hand-card-rights',
    element: BY_HAND,
    holds: (isOn) => isOn(BY_HAND) && isOn(READER),
  },
  { level: 'note', code: 'invoice-printer', element: INVOICE, holds: (isOn) => isOn(INVOICE) },
];

/** Settings of the till that only work together (`iiko-local.md` 1.3 notes; F7, F8). */
export function checkFront(entries: readonly ConfigEntry[]): readonly ConfigFinding[] {
  const isOn = (path: string): boolean => ['true', '1'].includes(valueAt(entries, path) ?? '');
  return RULES.filter(({ holds }) => holds(isOn)).map(({ level, code, element, partner }) => ({
    level,
    code,
    element,
    params: partner === undefined ? {} : { element, partner },
  }));
}
