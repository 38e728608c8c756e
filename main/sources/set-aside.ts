import type { Quarantined } from '../domain/orders/order.ts';

/** For the quarantine: what could not be read, whole, and why (texts under `failure.quarantine.`). */
export const setAside = (vendorId: string | null, reason: string, value: unknown): Quarantined => ({
  vendorId,
  reason,
  payload: writtenDown(value),
});

/** Only nesting too deep for the machine's stack can not be written down again. */
function writtenDown(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return '';
  }
}
