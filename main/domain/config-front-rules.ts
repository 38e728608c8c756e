import { valueAt, type ConfigEntry } from './config-entry.ts';
import type { ConfigFinding } from './config-finding.ts';

/** Settings of the till that only work together (`iiko-local.md` 1.3 notes; F7, F8). */
export function checkFront(entries: readonly ConfigEntry[]): readonly ConfigFinding[] {
  const isOn = (path: string): boolean => ['true', '1'].includes(valueAt(entries, path) ?? '');
  const byHand = isOn('AllowHandCardRoll');
  const reader = isOn('cardReaderConfigured');
  const findings: ConfigFinding[] = [];
  if (byHand && !reader) {
    const params = { element: 'AllowHandCardRoll', partner: 'cardReaderConfigured' };
    findings.push({
      level: 'warning',
      code: 'pair-card-reader',
      element: 'AllowHandCardRoll',
      params,
    });
  }
  if (reader && !byHand) {
    const params = { element: 'cardReaderConfigured', partner: 'AllowHandCardRoll' };
    findings.push({
      level: 'warning',
      code: 'pair-hand-card',
      element: 'cardReaderConfigured',
      params,
    });
  }
  if (reader && byHand) {
    findings.push({
      level: 'note',
      code: 'hand-card-rights',
      element: 'AllowHandCardRoll',
      params: {},
    });
  }
  if (isOn('a4DeliveryInvoiceFormat')) {
    findings.push({
      level: 'note',
      code: 'invoice-printer',
      element: 'a4DeliveryInvoiceFormat',
      params: {},
    });
  }
  return findings;
}
