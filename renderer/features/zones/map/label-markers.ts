import { Marker, type Map as MapLibre } from 'maplibre-gl';
import type { Position, Ring } from '../../../../main/domain/zones/delivery-zone.ts';
import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import { areaOfZone } from '../../../../main/domain/zones/zone-area.ts';
import styles from './zone-map.module.css';

/** Names on the map, as text of the page: no fonts are fetched for them. */
export function labelMarkers(map: MapLibre): Readonly<{ show(zones: readonly DrawnZone[]): void }> {
  const markers = new Map<string, { zone: DrawnZone; marker: Marker }>();
  return {
    show(zones) {
      const wanted = new Map(zones.filter(({ hidden }) => !hidden).map((zone) => [zone.id, zone]));
      for (const [id, { zone, marker }] of markers) {
        if (wanted.get(id) === zone) continue;
        marker.remove();
        markers.delete(id);
      }
      for (const [id, zone] of wanted) {
        const at = markers.has(id) ? null : labelPoint(zone);
        if (!at) continue;
        const element = document.createElement('div');
        element.className = styles['label']!;
        element.textContent = zone.name;
        const marker = new Marker({ element }).setLngLat([...at]).addTo(map);
        element.ariaHidden = 'true';
        element.removeAttribute('aria-label');
        element.removeAttribute('role');
        markers.set(id, { zone, marker });
      }
    },
  };
}

/** A place well inside: the middle of the widest stretch across the middle of the largest part. */
function labelPoint(zone: DrawnZone): Position | null {
  const sized = zone.parts.map((part) => ({ part, size: areaOfZone({ ...zone, parts: [part] }) }));
  const largest = sized.toSorted((one, other) => other.size - one.size)[0]?.part;
  if (!largest || largest.outline.length < 3) return null;
  const ys = largest.outline.map(([, y]) => y);
  const y = (Math.min(...ys) + Math.max(...ys)) / 2 + 1e-9;
  const crossings = [largest.outline, ...largest.holes]
    .flatMap((ring) => crossingsAt(ring, y))
    .toSorted((one, other) => one - other);
  let best: Position | null = null;
  let widest = -1;
  for (let n = 0; n + 1 < crossings.length; n += 2) {
    const [from, to] = [crossings[n]!, crossings[n + 1]!];
    if (to - from > widest) [widest, best] = [to - from, [(from + to) / 2, y]];
  }
  return best;
}

const crossingsAt = (ring: Ring, y: number): number[] =>
  ring.flatMap(([x0, y0], place) => {
    const [x1, y1] = ring[(place + 1) % ring.length]!;
    return y0 > y === y1 > y ? [] : [x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)];
  });
