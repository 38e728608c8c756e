import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';
import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import { verticesOf, type VertexPlace } from '../../../../main/domain/zones/drawing/ring-edits.ts';
import { createZoneIndex } from '../../../../main/domain/zones/zone-index.ts';

const REACH_PX = 8;

/** The zones under the pointer, reckoned and not looked up among what is drawn, which comes later. */
export const zonesUnder = (zones: readonly DrawnZone[], { lngLat }: MapMouseEvent): string[] =>
  createZoneIndex(zones.filter(({ hidden }) => !hidden))
    .locate(lngLat.lng, lngLat.lat)
    .all.map(({ id }) => id);

/** The corner under the pointer. */
export const vertexUnder = (
  map: MapLibre,
  zone: DrawnZone,
  event: MapMouseEvent,
): VertexPlace | null => nearest(map, verticesOf(zone), event);

/** The middle of a side under the pointer, as the place of the corner that it would become. */
export function midpointUnder(
  map: MapLibre,
  zone: DrawnZone,
  event: MapMouseEvent,
): VertexPlace | null {
  const middles = zone.parts.flatMap(({ outline, holes }, part) =>
    [outline, ...holes].flatMap((points, ring) =>
      points.map(([x, y], place) => {
        const [nextX, nextY] = points[(place + 1) % points.length]!;
        const at: Position = [(x + nextX) / 2, (y + nextY) / 2];
        return { part, ring, vertex: place + 1, at };
      }),
    ),
  );
  return nearest(map, middles, event);
}

function nearest(
  map: MapLibre,
  places: readonly (VertexPlace & { readonly at: Position })[],
  { point }: MapMouseEvent,
): VertexPlace | null {
  let found: VertexPlace | null = null;
  let least = REACH_PX;
  for (const { at, part, ring, vertex } of places) {
    const { x, y } = map.project([...at]);
    const far = Math.hypot(x - point.x, y - point.y);
    if (far < least) [least, found] = [far, { part, ring, vertex }];
  }
  return found;
}
