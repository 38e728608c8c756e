import { Marker, type Map as MapLibre } from 'maplibre-gl';
import type { Position, Ring } from '../../../../main/domain/zones/delivery-zone.ts';
import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import { areaOfZone } from '../../../../main/domain/zones/zone-area.ts';
import { layOutLabels, type Box } from './label-layout.ts';
import styles from './zone-map.module.css';

type Named = Readonly<{ zone: DrawnZone; marker: Marker; element: HTMLElement; areaM2: number }>;

type Shown = Readonly<{
  zones: readonly DrawnZone[];
  chosen: readonly string[];
  places: readonly Readonly<{ at: Position }>[];
}>;

/** Half as much again as the mark of a venue. */
const MARK_PX = 20;

/** Names on the map, as text of the page; they make room for each other and for the venues' marks. */
export function labelMarkers(map: MapLibre): Readonly<{ show(shown: Shown): void }> {
  const markers = new Map<string, Named>();
  let last: Shown = { zones: [], chosen: [], places: [] };
  const arrange = (): void => layOut(map, [...markers.values()], last);
  map.on('move', arrange);
  map.on('resize', arrange);
  return {
    show(shown) {
      last = shown;
      const seen = shown.zones.filter(({ hidden, name }) => !hidden && name.trim() !== '');
      const wanted = new Map(seen.map((zone) => [zone.id, zone]));
      for (const [id, { zone, marker }] of markers) {
        if (wanted.get(id) === zone) continue;
        marker.remove();
        markers.delete(id);
      }
      for (const [id, zone] of wanted) {
        const at = markers.has(id) ? null : labelPoint(zone);
        if (at) markers.set(id, nameAt(map, zone, at));
      }
      arrange();
    },
  };
}

function nameAt(map: MapLibre, zone: DrawnZone, at: Position): Named {
  const element = document.createElement('div');
  element.className = styles['label']!;
  element.textContent = zone.name;
  const marker = new Marker({ element }).setLngLat([...at]).addTo(map);
  element.ariaHidden = 'true';
  element.removeAttribute('aria-label');
  element.removeAttribute('role');
  return { zone, marker, element, areaM2: areaOfZone(zone) };
}

/** The chosen zones are named first, then the largest. */
function layOut(map: MapLibre, names: readonly Named[], { chosen, places }: Shown): void {
  const rank = ({ zone }: Named): number => chosen.lastIndexOf(zone.id);
  const sorted = names.toSorted(
    (one, other) => rank(other) - rank(one) || other.areaM2 - one.areaM2,
  );
  const boxes = sorted.map(({ marker, element }): Box => {
    const { x, y } = map.project(marker.getLngLat());
    return { x, y, width: element.offsetWidth, height: element.offsetHeight };
  });
  const marks = places.map(({ at }): Box => {
    const { x, y } = map.project([...at]);
    return { x, y, width: MARK_PX, height: MARK_PX };
  });
  layOutLabels(boxes, marks).forEach((down, place) => {
    const { marker, element } = sorted[place]!;
    element.style.visibility = down === null ? 'hidden' : 'visible';
    if (down !== null && marker.getOffset().y !== down) marker.setOffset([0, down]);
  });
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
