import type {
  DeliveryZone,
  Position,
  Ring,
  ZonePart,
} from '../../../domain/zones/delivery-zone.ts';
import { OWN_CREATOR } from '../own-creator.ts';

const FILL_OPACITY = 0.3;

/**
 * The zones as GeoJSON (RFC 7946) that Yandex Constructor imports too: it shows `description`, so
 * the name stands there as well (`iiko-local.md` 2.4). `openGeoJson` gives the same zones back.
 */
export function writeGeoJson(zones: readonly DeliveryZone[], title: string): string {
  const metadata = { name: title, creator: OWN_CREATOR };
  const features = zones.map((zone) => JSON.stringify(featureOf(zone)));
  const head = `{"type":"FeatureCollection","metadata":${JSON.stringify(metadata)},"features":[`;
  return `${head}\n${features.join(',\n')}\n]}\n`;
}

function featureOf({ id, name, colour, parts }: DeliveryZone): object {
  const look = { fill: colour, 'fill-opacity': FILL_OPACITY, stroke: colour };
  return {
    type: 'Feature',
    id,
    properties: { name, description: name, ...(colour === null ? {} : look) },
    geometry: geometryOf(parts),
  };
}

function geometryOf(parts: readonly ZonePart[]): object {
  const [only] = parts;
  if (only && parts.length === 1) return { type: 'Polygon', coordinates: ringsOf(only) };
  return { type: 'MultiPolygon', coordinates: parts.map(ringsOf) };
}

const ringsOf = ({ outline, holes }: ZonePart): readonly (readonly Position[])[] =>
  [outline, ...holes].map(closed);

const closed = (ring: Ring): readonly Position[] => (ring.length === 0 ? [] : [...ring, ring[0]!]);
