import { kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import type { Geometry, Position } from 'geojson';
import type { DeliveryZone } from '../../main/domain/zones/delivery-zone.ts';

/** The polygons of a KML text as another reader, written by others, sees them: open rings, no heights. */
export function polygonsByOracle(text: string): number[][][][] {
  const document = new DOMParser().parseFromString(text, 'text/xml');
  const { features } = kml(document as unknown as Document);
  return features.flatMap(({ geometry }) => (geometry ? polygonsOf(geometry) : []));
}

function polygonsOf(geometry: Geometry): number[][][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates.map(opened)];
  if (geometry.type === 'MultiPolygon') {
    return geometry.coordinates.map((rings) => rings.map(opened));
  }
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(polygonsOf) : [];
}

function opened(ring: readonly Position[]): number[][] {
  const flat = ring.map(([longitude, latitude]) => [longitude!, latitude!]);
  const isClosed = flat.length > 1 && JSON.stringify(flat[0]) === JSON.stringify(flat.at(-1));
  return isClosed ? flat.slice(0, -1) : flat;
}

/** The polygons of zones in the same form. */
export const polygonsOfZones = (zones: readonly DeliveryZone[]): number[][][][] =>
  zones.flatMap(({ parts }) =>
    parts.map(({ outline, holes }) => [outline, ...holes].map((ring) => ring.map((at) => [...at]))),
  );
