import {
  AttributionControl,
  Map as MapLibre,
  Marker,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
  type GeoJSONSource,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';
import { keepTiles } from './kept-tiles.ts';
import { labelMarkers } from './label-markers.ts';
import {
  EMPTY,
  faultFeatures,
  midpointFeatures,
  orderFeatures,
  outlineFeatures,
  sketchFeatures,
  vertexFeatures,
  zoneFeatures,
} from './map-features.ts';
import { knownFeatures } from './known-features.ts';
import { readMapColours } from './map-colours.ts';
import type { MapBase } from './map-base.ts';
import { mapStyle, type SourceName as Source } from './map-style.ts';
import { offerTiles } from './own-tiles.ts';
import { placeMarkers } from './place-markers.ts';
import { createReshaping } from './reshaping.ts';
import { createSketching } from './sketching.ts';
import { watchReach } from './watch-reach.ts';
import type { MapHands, Shown, ZoneMapView } from './zone-map-hands.ts';

type Features = typeof EMPTY;

/** Above so many corners those of the zone at hand are drawn only from near by. */
const MOST_HANDLES = 2000;
/** Around what is brought into view; below it the scale and what is told of the base map. */
const SIDE_PX = 48;
const NOTE_PX = 108;
const TALL_PX = 480;
const MOSCOW: [number, number] = [37.62, 55.75];

setWorkerUrl(new URL(workerUrl, document.baseURI).href);

/** Draws into the element; everything that happens there is told to `hands`. */
export function createZoneMap(
  element: HTMLElement,
  base: MapBase,
  dark: boolean,
  language: string,
  labels: Readonly<Record<string, string>>,
  hands: MapHands,
): ZoneMapView {
  keepTiles();
  if (base.file) offerTiles(base.file.about.kind, base.file.read);
  const map = new MapLibre({
    container: element,
    style: mapStyle(base, readMapColours(dark), language),
    center: MOSCOW,
    zoom: 9,
    attributionControl: false,
    fadeDuration: 0,
    dragRotate: false,
    pitchWithRotate: false,
    doubleClickZoom: false,
    boxZoom: false,
    locale: { ...labels },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right');
  map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-left');
  map.addControl(new AttributionControl({ compact: false }), 'bottom-right');
  watchReach(map, hands.onReach);
  return drive(map, hands, language);
}

function drive(map: MapLibre, hands: MapHands, language: string): ZoneMapView {
  let shown: Shown | null = null;
  const { fill, refill } = fillSources(map);
  const names = labelMarkers(map);
  const marks = placeMarkers(map);
  const pin = new Marker({ color: '#b10e1c' });
  const draw = (now: Shown, live: DrawnZone | null): void =>
    names.show({ ...now, zones: drawZones(fill, now, live), places: now.map.places });
  const now = (): Shown | null => shown;
  createReshaping(map, now, hands, (live, findings) => {
    if (!shown) return;
    draw(shown, live);
    if (findings) fill('faults', faultFeatures(findings, withZone(shown.map.zones, live)));
  });
  const sketching = createSketching(map, now, hands, (points, area) =>
    fill('sketch', sketchFeatures(points, area)),
  );
  map.on('style.load', () => {
    refill();
    if (shown) showHeat(map, shown.heat);
  });
  return {
    ...looking(map, pin, language),
    show(next) {
      const old = shown;
      shown = next;
      draw(next, null);
      drawAround(fill, old, next);
      if (old?.map.places !== next.map.places) marks.show(next.map.places);
      if (old?.heat !== next.heat) showHeat(map, next.heat);
      sketching.use(next.tool);
    },
  };
}

type Fill = (name: Source, features: Features) => void;

/** Remembers what each source holds: another style starts with empty ones. */
function fillSources(map: MapLibre): Readonly<{ fill: Fill; refill: () => void }> {
  const data = new Map<Source, Features>();
  const give: Fill = (name, features) => void map.getSource<GeoJSONSource>(name)?.setData(features);
  return {
    fill(name, features) {
      if (data.get(name) === features) return;
      data.set(name, features);
      give(name, features);
    },
    refill: () => data.forEach((features, name) => give(name, features)),
  };
}

/** Draws the zones with handles for the one at hand; answers those whose names are to be shown. */
function drawZones(fill: Fill, now: Shown, live: DrawnZone | null): readonly DrawnZone[] {
  const zones = withZone(now.preview ?? now.map.zones, live);
  const hand = zones.find(({ id }) => id === now.chosen.at(-1));
  const handles = hand && !hand.locked && !hand.hidden && now.tool === 'select' && !now.preview;
  fill('zones', zoneFeatures(zones, now.chosen));
  fill('before', outlineFeatures(now.preview ? now.map.zones : now.before));
  fill('vertices', handles ? vertexFeatures(hand, now.vertex) : EMPTY);
  fill('midpoints', handles && cornersOf(hand) <= MOST_HANDLES ? midpointFeatures(hand) : EMPTY);
  return now.labels ? zones : [];
}

/** What is drawn anew only when it is another. */
function drawAround(fill: Fill, old: Shown | null, next: Shown): void {
  if (old?.findings !== next.findings || old?.preview !== next.preview)
    fill('faults', next.preview ? EMPTY : faultFeatures(next.findings, next.map.zones));
  if (old?.streets !== next.streets)
    fill('known', next.streets === null ? EMPTY : knownFeatures(next.streets));
  if (old?.orders !== next.orders)
    fill('orders', next.orders === null ? EMPTY : orderFeatures(next.orders));
}

const looking = (map: MapLibre, pin: Marker, language: string): Omit<ZoneMapView, 'show'> => ({
  fit(zones, places) {
    const points = zones.flatMap(({ parts }) => parts.flatMap(({ outline }) => outline));
    const all = points.length > 0 ? points : places.map(({ at }) => at);
    if (all.length === 0) return;
    const { clientHeight } = map.getCanvas();
    const bottom = clientHeight > TALL_PX ? NOTE_PX : SIDE_PX;
    const padding = { top: SIDE_PX, left: SIDE_PX, right: SIDE_PX, bottom };
    map.fitBounds(boundsOf(all), { padding, maxZoom: 14, animate: false });
  },
  fly: (at) =>
    void map.easeTo({ center: [...at], zoom: Math.max(map.getZoom(), 15), duration: 150 }),
  dress: (base, dark) =>
    void map.setStyle(mapStyle(base, readMapColours(dark), language), { diff: false }),
  point: (at) => void (at ? pin.setLngLat([...at]).addTo(map) : pin.remove()),
  remove: () => map.remove(),
});

/** Before the style is there, nothing is to be shown yet. */
function showHeat(map: MapLibre, heat: boolean): void {
  if (!map.getLayer('heat')) return;
  map.setLayoutProperty('heat', 'visibility', heat ? 'visible' : 'none');
  map.setLayoutProperty('orders', 'visibility', heat ? 'none' : 'visible');
}

const cornersOf = ({ parts }: DrawnZone): number =>
  parts.reduce((sum, { outline, holes }) => sum + outline.length + holes.flat().length, 0);

const withZone = (zones: readonly DrawnZone[], live: DrawnZone | null): readonly DrawnZone[] =>
  zones.map((zone) => (zone.id === live?.id ? live : zone));

function boundsOf(points: readonly Position[]): [[number, number], [number, number]] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  return [
    [west, south],
    [east, north],
  ];
}
