import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';
import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import {
  addVertex,
  moveVertex,
  removeVertex,
  shiftZone,
  type VertexPlace,
} from '../../../../main/domain/zones/drawing/ring-edits.ts';
import type { ZoneFinding } from '../../../../main/domain/zones/zone-finding.ts';
import { reshapeByKeys } from './reshaping-by-keys.ts';
import { snapped } from './snapped.ts';
import { zoneAtHand } from './zone-at-hand.ts';
import { midpointUnder, vertexUnder, zonesUnder } from './under-pointer.ts';
import type { MapHands, Shown } from './zone-map-hands.ts';

/** A pixel or two of a shaking hand are no drag. */
const LEAST_DRAG_PX = 3;

type Drag = {
  zone: DrawnZone;
  /** Null: the whole zone is carried. */
  vertex: VertexPlace | null;
  from: Position;
  start: { x: number; y: number };
  now: DrawnZone | null;
};

type Draw = (live: DrawnZone | null, findings: readonly ZoneFinding[] | null) => void;

/** Choosing zones, carrying them and their corners, by mouse and by keys; `draw` shows one as it is carried. */
export function createReshaping(
  map: MapLibre,
  shown: () => Shown | null,
  hands: MapHands,
  draw: Draw,
): void {
  let drag: Drag | null = null;
  const selecting = (): Shown | null => {
    const now = shown();
    return now?.tool === 'select' && !now.preview ? now : null;
  };
  map.on('mousedown', (event) => {
    const now = selecting();
    if (!now || event.originalEvent.button !== 0) return;
    drag = dragFrom(map, now, event);
    if (!drag) return;
    event.preventDefault();
    hands.onVertex(drag.vertex);
  });
  map.on('mousemove', (event) => {
    if (!drag) return showCursor(map, selecting(), event);
    const far = Math.hypot(event.point.x - drag.start.x, event.point.y - drag.start.y);
    if (!drag.now && far < LEAST_DRAG_PX) return;
    drag.now = dragged(map, drag, event, shown());
    const findings = hands.onTry(drag.now);
    hands.onFindings(findings);
    draw(drag.now, findings);
  });
  const end = (): void => {
    if (drag) letGo(drag, hands, draw);
    drag = null;
  };
  map.on('mouseup', end);
  globalThis.addEventListener('mouseup', end);
  map.on('remove', () => globalThis.removeEventListener('mouseup', end));
  chooseByClicks(map, selecting, hands);
  reshapeByKeys(map, selecting, hands, draw);
}

function letGo({ now, vertex }: Drag, hands: MapHands, draw: Draw): void {
  hands.onTry(null);
  hands.onFindings(null);
  if (now) hands.onReshaped(now, vertex ? 'reshaped' : 'moved');
  else draw(null, null);
}

type Selecting = () => Shown | null;

/** A click chooses what lies there, the next zone below at the second; the right button removes a corner. */
function chooseByClicks(map: MapLibre, selecting: Selecting, hands: MapHands): void {
  map.on('click', (event) => {
    const now = selecting();
    const zone = now && zoneAtHand(now);
    if (!now || (zone && vertexUnder(map, zone, event))) return;
    const ids = zonesUnder(now.map.zones, event);
    const next = ids[(ids.indexOf(now.chosen.at(-1) ?? '') + 1) % ids.length] ?? null;
    hands.onChoose(next, event.originalEvent.shiftKey || event.originalEvent.ctrlKey);
  });
  map.on('contextmenu', (event) => {
    const now = selecting();
    const zone = now && zoneAtHand(now);
    const vertex = zone && vertexUnder(map, zone, event);
    if (!zone || !vertex || !now.map.mayEdit) return;
    hands.onReshaped(removeVertex(zone, vertex), 'reshaped');
    hands.onVertex(null);
  });
}

function dragFrom(map: MapLibre, now: Shown, event: MapMouseEvent): Drag | null {
  const zone = zoneAtHand(now);
  if (!zone || !now.map.mayEdit) return null;
  const from: Position = [event.lngLat.lng, event.lngLat.lat];
  const drag = { zone, from, start: event.point, now: null };
  const vertex = vertexUnder(map, zone, event);
  if (vertex) return { ...drag, vertex };
  const before = midpointUnder(map, zone, event);
  if (before) return { ...drag, vertex: before, zone: addVertex(zone, before, from) };
  const inside = zonesUnder([zone], event).length > 0;
  return inside ? { ...drag, vertex: null } : null;
}

function dragged(map: MapLibre, drag: Drag, event: MapMouseEvent, now: Shown | null): DrawnZone {
  const at: Position = [event.lngLat.lng, event.lngLat.lat];
  if (!drag.vertex) return shiftZone(drag.zone, at[0] - drag.from[0], at[1] - drag.from[1]);
  const free = event.originalEvent.altKey;
  const others = (now?.map.zones ?? []).filter(({ id }) => id !== drag.zone.id);
  return moveVertex(drag.zone, drag.vertex, free ? at : snapped(map, at, others));
}

function showCursor(map: MapLibre, now: Shown | null, event: MapMouseEvent): void {
  if (!now) return;
  const zone = zoneAtHand(now);
  const over = zone && (vertexUnder(map, zone, event) ?? midpointUnder(map, zone, event));
  map.getCanvas().style.cursor = over ? 'move' : '';
}
