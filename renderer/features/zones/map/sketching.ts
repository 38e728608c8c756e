import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';
import type { Tool } from '../zones-slice.ts';
import { ARROW_STEPS } from './arrow-steps.ts';
import { snapped } from './snapped.ts';
import type { MapHands, Shown } from './zone-map-hands.ts';

const CLOSE_PX = 10;
/** An arrow alone moves the map by a hundred. */
const FINE_PX = 10;

type Draw = (points: readonly Position[], area: boolean) => void;

type Sketch = {
  tool: Tool;
  points: Position[];
  hover: Position | null;
};

type Hand = Readonly<{
  add(at: Position): void;
  drop(): void;
  follow(at: Position | null): void;
  clear(): void;
  finish(): void;
}>;

/** Drawing point by point: a zone, a cut, a distance. By keys the middle of the map is the pen. */
export function createSketching(
  map: MapLibre,
  shown: () => Shown | null,
  hands: MapHands,
  draw: Draw,
): Readonly<{ use(tool: Tool): void }> {
  const sketch: Sketch = { tool: 'select', points: [], hover: null };
  const hand = createHand(sketch, hands, draw);
  const place = (at: Position): Position => snapped(map, at, shown()?.map.zones ?? []);
  map.on('click', (event) => {
    if (sketch.tool === 'select') return;
    if (isAtEnd(map, sketch, event)) return hand.finish();
    const at: Position = [event.lngLat.lng, event.lngLat.lat];
    hand.add(event.originalEvent.altKey ? at : place(at));
  });
  map.on('mousemove', ({ lngLat }) => {
    if (sketch.tool !== 'select' && sketch.points.length > 0)
      hand.follow(place([lngLat.lng, lngLat.lat]));
  });
  sketchByKeys(map, sketch, hand, hands, place);
  return {
    use(next) {
      if (next === sketch.tool) return;
      sketch.tool = next;
      map.getCanvas().style.cursor = next === 'select' ? '' : 'crosshair';
      hand.clear();
    },
  };
}

function createHand(sketch: Sketch, hands: MapHands, draw: Draw): Hand {
  const redraw = (): void => {
    const { tool, points, hover } = sketch;
    const all = hover && points.length > 0 ? [...points, hover] : points;
    draw(all, tool === 'draw');
    if (tool === 'measure') hands.onMeasured(all);
  };
  const set = (points: Position[], hover: Position | null): void => {
    Object.assign(sketch, { points, hover });
    redraw();
  };
  return {
    add: (at) => set([...sketch.points, at], sketch.hover),
    drop: () => set(sketch.points.slice(0, -1), null),
    follow: (at) => set(sketch.points, at),
    clear: () => set([], null),
    finish() {
      const { tool, points } = sketch;
      if (tool === 'select' || tool === 'measure') return;
      if (points.length < (tool === 'draw' ? 3 : 2)) return;
      set([], null);
      hands.onSketched(tool, points);
    },
  };
}

/** The first point closes a zone; the last one again ends whatever is drawn. */
function isAtEnd(map: MapLibre, { tool, points }: Sketch, { point }: MapMouseEvent): boolean {
  const isNear = (at: Position | undefined): boolean => {
    const there = at && map.project([...at]);
    return there !== undefined && Math.hypot(there.x - point.x, there.y - point.y) < CLOSE_PX;
  };
  return (tool === 'draw' && points.length > 2 && isNear(points[0])) || isNear(points.at(-1));
}

function sketchByKeys(
  map: MapLibre,
  sketch: Sketch,
  hand: Hand,
  hands: MapHands,
  place: (at: Position) => Position,
): void {
  const keys: Readonly<Record<string, () => void>> = {
    ' ': () => hand.add(place([map.getCenter().lng, map.getCenter().lat])),
    Enter: hand.finish,
    Backspace: hand.drop,
    Escape: () => (sketch.points.length > 0 ? hand.clear() : hands.onGiveUp()),
  };
  map.getContainer().addEventListener('keydown', (event) => {
    const act = sketch.tool === 'select' ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    sketch.hover = null;
    act();
  });
  panFinely(map, () => sketch.tool !== 'select');
  map.on('move', ({ originalEvent }) => {
    if (originalEvent instanceof KeyboardEvent && sketch.points.length > 0)
      hand.follow(place([map.getCenter().lng, map.getCenter().lat]));
  });
}

/** Ctrl with an arrow brings the pen to the very place. */
function panFinely(map: MapLibre, wanted: () => boolean): void {
  map.getContainer().addEventListener('keydown', (event) => {
    const step = ARROW_STEPS[event.key];
    if (!step || !event.ctrlKey || !wanted()) return;
    event.preventDefault();
    const [right, down] = step;
    map.panBy([right * FINE_PX, down * FINE_PX], { animate: false }, { originalEvent: event });
  });
}
