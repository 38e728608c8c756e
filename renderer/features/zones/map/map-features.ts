import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { DeliveryZone, Position, Ring } from '../../../../main/domain/zones/delivery-zone.ts';
import { combineAreas } from '../../../../main/domain/zones/drawing/combine-areas.ts';
import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import {
  isSameVertex,
  verticesOf,
  type VertexPlace,
} from '../../../../main/domain/zones/drawing/ring-edits.ts';
import type { ZoneFinding } from '../../../../main/domain/zones/zone-finding.ts';
import { colourOf } from '../zone-colour.ts';

const collection = (features: Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

export const EMPTY: FeatureCollection = collection([]);

const closed = (ring: Ring): [number, number][] =>
  [...ring, ...ring.slice(0, 1)].map(([x, y]) => [x, y]);

const areaOf = ({ parts }: Pick<DeliveryZone, 'parts'>): Geometry => ({
  type: 'MultiPolygon',
  coordinates: parts.map(({ outline, holes }) => [outline, ...holes].map(closed)),
});

/** What is drawn of the zones; the hidden ones are left out. */
export const zoneFeatures = (
  zones: readonly DrawnZone[],
  chosen: readonly string[],
): FeatureCollection =>
  collection(
    zones.flatMap((zone, place) =>
      zone.hidden
        ? []
        : [
            {
              type: 'Feature',
              properties: {
                zone: zone.id,
                colour: colourOf(zone, place),
                chosen: chosen.includes(zone.id),
              },
              geometry: areaOf(zone),
            },
          ],
    ),
  );

/** Borders only. */
export const outlineFeatures = (zones: readonly DeliveryZone[]): FeatureCollection =>
  collection(zones.map((zone) => ({ type: 'Feature', properties: {}, geometry: areaOf(zone) })));

const pointFeature = (at: Position, properties: Record<string, unknown>): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [...at] },
});

/** Corners of the zone at hand. */
export const vertexFeatures = (zone: DrawnZone, held: VertexPlace | null): FeatureCollection =>
  collection(
    verticesOf(zone).map(({ at, ...place }) =>
      pointFeature(at, { ...place, held: isSameVertex(place, held) }),
    ),
  );

/** The middles of the sides: taken hold of, each becomes a corner before `vertex`. */
export const midpointFeatures = (zone: DrawnZone): FeatureCollection =>
  collection(
    zone.parts.flatMap(({ outline, holes }, part) =>
      [outline, ...holes].flatMap((points, ring) =>
        points.map(([x, y], place) => {
          const [nextX, nextY] = points[(place + 1) % points.length]!;
          const middle = [(x + nextX) / 2, (y + nextY) / 2] as const;
          return pointFeature(middle, { part, ring, vertex: place + 1 });
        }),
      ),
    ),
  );

/** Above so many findings only their points are drawn. */
const MOST_AREAS = 60;

/** Where something is wrong: common ground as an area, everything else as a ring around its place. */
export function faultFeatures(
  findings: readonly ZoneFinding[],
  zones: readonly DrawnZone[],
): FeatureCollection {
  const byId = new Map(zones.map((zone) => [zone.id, zone]));
  const features = findings.flatMap((finding, number) => {
    const point = finding.at ? [pointFeature(finding.at, {})] : [];
    const [one, other] = finding.zones.map(({ id }) => byId.get(id));
    const common = finding.kind === 'overlap' || finding.kind === 'sliver';
    if (!common || !one || !other || number >= MOST_AREAS) return point;
    const parts = combineAreas('intersection', one.parts, other.parts);
    return [{ type: 'Feature', properties: {}, geometry: areaOf({ parts }) } as Feature, ...point];
  });
  return collection(features.flatMap(inPolygons));
}

/** Layers tell areas by their type, which several parts would hide. */
const inPolygons = (one: Feature): Feature[] =>
  one.geometry.type === 'MultiPolygon'
    ? one.geometry.coordinates.map((coordinates) => ({
        ...one,
        geometry: { type: 'Polygon', coordinates },
      }))
    : [one];

/** What is being drawn: its points, its line, and its area where it will be one. */
export function sketchFeatures(points: readonly Position[], area: boolean): FeatureCollection {
  const coordinates = points.map(([x, y]) => [x, y]);
  const dots = points.map((at) => pointFeature(at, {}));
  const line: Geometry = { type: 'LineString', coordinates };
  const ring: Geometry = { type: 'Polygon', coordinates: [closed(points)] };
  const shapes = [
    ...(points.length > 1 ? [line] : []),
    ...(area && points.length > 2 ? [ring] : []),
  ];
  return collection([
    ...shapes.map((geometry): Feature => ({ type: 'Feature', properties: {}, geometry })),
    ...dots,
  ]);
}

/** Orders' places as the core packs them. */
export function orderFeatures(packed: string): FeatureCollection {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const numbers = new DataView(bytes.buffer);
  const coordinates = Array.from({ length: bytes.length / 8 }, (_, place) => [
    numbers.getInt32(place * 8, true) / 1e6,
    numbers.getInt32(place * 8 + 4, true) / 1e6,
  ]);
  return collection(
    coordinates.map((at) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: at },
    })),
  );
}
