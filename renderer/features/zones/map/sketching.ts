import type { Map as MapLibre } from 'maplibre-gl';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';
import type { Tool } from '../zones-slice.ts';
import { snapped } from './snapped.ts';
import type { MapHands, Shown } from './zone-map-hands.ts';

const CLOSE_PX = 10;

/** Drawing point by point: a zone, a cut, a distance. By keys the middle of the map is the pen. */
export function createSketching(
  map: MapLibre,
  shown: () => Shown | null,
  hands: MapHands,
  draw: (points: readonly Position[], area: boolean) => void,
): Readonly<{ use(tool: Tool): void }> {
  let tool: Tool = 'select';
  let points: Position[] = [];
  let hover: Position | null = null;
  const redraw = (): void => {
    draw(hover && points.length > 0 ? [...points, hover] : points, tool === 'draw');
    if (tool === 'measure') hands.onMeasured(hover ? [...points, hover] : points);
  };
  const clear = (): void => {
    points = [];
    hover = null;
    redraw();
  };
  const place = (at: Position): Position => snapped(map, at, shown()?.map.zones ?? []);
  const add = (at: Position): void => {
    points.push(at);
    redraw();
  };
  const finish = (): void => {
    const made = points;
    const used = tool;
    if (used === 'select' || made.length < (used === 'draw' ? 3 : 2)) return;
    if (used === 'measure') return;
    clear();
    hands.onSketched(used, made);
  };
  const isNear = (at: Position | undefined, x: number, y: number): boolean => {
    if (!at) return false;
    const there = map.project([...at]);
    return Math.hypot(there.x - x, there.y - y) < CLOSE_PX;
  };
  map.on('click', ({ lngLat, point, originalEvent }) => {
    if (tool === 'select') return;
    const closes = tool === 'draw' && points.length > 2 && isNear(points[0], point.x, point.y);
    if (closes || isNear(points.at(-1), point.x, point.y)) return finish();
    const at: Position = [lngLat.lng, lngLat.lat];
    add(originalEvent.altKey ? at : place(at));
  });
  map.on('mousemove', ({ lngLat }) => {
    if (tool === 'select' || points.length === 0) return;
    hover = place([lngLat.lng, lngLat.lat]);
    redraw();
  });
  const keys: Readonly<Record<string, () => void>> = {
    ' ': () => add(place([map.getCenter().lng, map.getCenter().lat])),
    Enter: finish,
    Backspace: () => {
      points.pop();
      redraw();
    },
    Escape: () => (points.length > 0 ? clear() : hands.onGiveUp()),
  };
  map.getContainer().addEventListener('keydown', (event) => {
    const act = tool === 'select' ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    hover = null;
    act();
  });
  return {
    use(next) {
      if (next === tool) return;
      tool = next;
      map.getContainer().dataset['tool'] = next;
      clear();
    },
  };
}
