import type { DeliveryZone, Ring } from '../delivery-zone.ts';

/** The zone with latitude and longitude in each other's place (`iiko-local.md` 2.5). */
export function swapCoordinates(zone: DeliveryZone): DeliveryZone {
  const swapped = (ring: Ring): Ring => ring.map(([x, y]) => [y, x]);
  const parts = zone.parts.map(({ outline, holes }) => ({
    outline: swapped(outline),
    holes: holes.map(swapped),
  }));
  return { ...zone, parts };
}
