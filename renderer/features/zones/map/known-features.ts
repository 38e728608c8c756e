import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { KnownStreet, KnownStreets } from '../../../../main/contract/zones.ts';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';

/** Known streets for the map; each has its name in the middle of its longest stretch. */
export const knownFeatures = (streets: KnownStreets): FeatureCollection => ({
  type: 'FeatureCollection',
  features: streets.flatMap(featuresOf),
});

function featuresOf({ name, orders, houses, lines }: KnownStreet): Feature[] {
  const longest = lines.toSorted((one, other) => other.length - one.length)[0] ?? houses;
  const middle = longest[Math.floor(longest.length / 2)];
  return [
    ...lines.map((line) => featureOf({ type: 'LineString', coordinates: line.map(plain) })),
    ...houses.map((at) => featureOf({ type: 'Point', coordinates: plain(at) })),
    ...(middle ? [featureOf({ type: 'Point', coordinates: plain(middle) }, { name, orders })] : []),
  ];
}

const featureOf = (geometry: Geometry, properties: Feature['properties'] = {}): Feature => ({
  type: 'Feature',
  properties,
  geometry,
});

const plain = ([x, y]: Position): number[] => [x, y];
