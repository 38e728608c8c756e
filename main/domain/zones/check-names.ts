import { anyPointOf } from './check-shape.ts';
import type { DeliveryZone } from './delivery-zone.ts';
import type { ZoneFinding } from './zone-finding.ts';

/** Names as iiko tells them apart: trimmed, spaces told once, large and small letters the same. */
export const nameKey = (name: string): string =>
  name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();

/**
 * Zones without a name and zones that share one: restrictions refer to a zone by its name
 * (`iiko-local.md` 2.1). One finding names all zones of a name.
 */
export function checkNames(zones: readonly DeliveryZone[]): ZoneFinding[] {
  const found: ZoneFinding[] = [];
  for (const [key, bearers] of Map.groupBy(zones, ({ name }) => nameKey(name))) {
    if (key === '') {
      for (const zone of bearers) {
        const refs = [{ id: zone.id, name: zone.name }];
        found.push({ kind: 'empty-name', level: 'error', zones: refs, at: anyPointOf(zone) });
      }
    } else if (bearers.length > 1) {
      const refs = bearers.map(({ id, name }) => ({ id, name }));
      const at = anyPointOf(bearers[1]!);
      found.push({ kind: 'duplicate-name', level: 'error', zones: refs, at });
    }
  }
  return found;
}
