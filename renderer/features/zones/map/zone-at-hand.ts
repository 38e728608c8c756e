import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import type { Shown } from './zone-map-hands.ts';

/** The zone that hands on the map may change: the last one chosen, seen and not locked. */
export const zoneAtHand = ({ map, chosen }: Shown): DrawnZone | null =>
  map.zones.find(({ id, locked, hidden }) => id === chosen.at(-1) && !locked && !hidden) ?? null;
