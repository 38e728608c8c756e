import type { CheckOptions } from './check-options.ts';
import type { DeliveryZone } from './delivery-zone.ts';
import { createZoneChecker } from './zone-checker.ts';
import type { ZoneFinding } from './zone-finding.ts';

/**
 * Everything that iiko would refuse or misread in a set of zones (`iiko-local.md` 2.6): by zone in
 * the given order, then names, then pairs. Overlaps are told with their exact area.
 */
export const checkZones = (
  zones: readonly DeliveryZone[],
  options: CheckOptions = {},
): readonly ZoneFinding[] => createZoneChecker(zones, options).findings();
