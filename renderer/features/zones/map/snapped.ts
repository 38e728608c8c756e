import type { Map as MapLibre } from 'maplibre-gl';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';
import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import { snapPosition } from '../../../../main/domain/zones/drawing/snap-position.ts';

const REACH_PX = 10;

/** The place, or the neighbour's corner or border that is near enough on the screen. */
export function snapped(map: MapLibre, at: Position, zones: readonly DrawnZone[]): Position {
  const { x, y } = map.project([...at]);
  const reach = Math.abs(map.unproject([x, y + REACH_PX]).lat - at[1]);
  const rings = zones
    .filter(({ hidden }) => !hidden)
    .flatMap(({ parts }) => parts.flatMap(({ outline, holes }) => [outline, ...holes]));
  return snapPosition(at, rings, reach, Math.cos((at[1] * Math.PI) / 180));
}
