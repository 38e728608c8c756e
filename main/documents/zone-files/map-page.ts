import { Failure } from '../../domain/failure.ts';
import { beginningOf } from '../text-encoding/beginning-of.ts';
import type { FoundFile } from './found-feature.ts';
import { readGeoJson } from './geojson/open-geojson.ts';
import { jsonEnd } from './geojson/json-extent.ts';
import { memberOf, objectOf, type JsonObject } from './geojson/json-value.ts';
import { refuseLarge, ZONE_FILE_LIMITS } from './zone-file-limits.ts';

const PAGE = /^\s*<(?:!doctype\s+html|html)\b/i;
/** Where a page of Yandex Maps writes down what it shows. */
const STATE = /<script\b[^>]{0,300}\bclass="?state-view\b[^>]{0,300}>/i;

/**
 * The map of Constructor on its own page at Yandex Maps (`?um=constructor:…`), which is where its
 * link leads to; null for every other page. The page's state is documented nowhere: a map lies in
 * `config.userMap` with a `title` and `features` of a `type` (placemark, line, polygon), a title, a
 * subtitle and coordinates, longitude first. A page of Yandex Maps without a map of somebody's own
 * is `Failure('refused', 'zones.page-without-map')`.
 */
export function openMapPage(bytes: Uint8Array): FoundFile | null {
  if (!PAGE.test(beginningOf(bytes))) return null;
  refuseLarge(bytes, ZONE_FILE_LIMITS.tableBytes);
  const page = Buffer.from(bytes).toString('utf8');
  const start = endOfTag(page);
  if (start === -1) return null;
  const userMap = memberAt(stateAt(page, start), 'config', 'userMap');
  const features = memberOf(userMap, 'features');
  if (!Array.isArray(features)) throw new Failure('refused', 'zones.page-without-map');
  const metadata = { name: memberOf(userMap, 'title') };
  return readGeoJson({
    type: 'FeatureCollection',
    metadata,
    features: (features as readonly unknown[]).map(featureOf),
  });
}

/** Where the page's state begins; -1 where there is none. */
function endOfTag(page: string): number {
  const found = STATE.exec(page);
  return found ? found.index + found[0].length : -1;
}

/** What the page says of itself; null for a page that was cut off. */
function stateAt(page: string, start: number): JsonObject | null {
  try {
    return objectOf(JSON.parse(page.slice(start, jsonEnd(page, start))));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const memberAt = (object: JsonObject | null, ...keys: readonly string[]): JsonObject | null =>
  keys.reduce((found, key) => objectOf(memberOf(found, key)), object);

function featureOf(value: unknown): JsonObject {
  const feature = objectOf(value);
  const text = memberOf(feature, 'subtitle') ?? memberOf(feature, 'description');
  return {
    type: 'Feature',
    properties: { ...feature, description: text },
    geometry: geometryOf(feature),
  };
}

/** A placemark's coordinates stand beside its title, those of lines and areas in `geometry`. */
function geometryOf(feature: JsonObject | null): JsonObject | null {
  const geometry = objectOf(memberOf(feature, 'geometry'));
  const coordinates = memberOf(geometry, 'coordinates') ?? memberOf(feature, 'coordinates');
  if (!Array.isArray(coordinates)) return null;
  const depth = depthOf(coordinates);
  switch (memberOf(feature, 'type')) {
    case 'polygon':
      if (depth === 4) return { type: 'MultiPolygon', coordinates };
      return { type: 'Polygon', coordinates: depth === 2 ? [coordinates] : coordinates };
    case 'line':
      return { type: 'LineString', coordinates };
    case 'placemark':
      return { type: 'Point', coordinates };
    default:
      return { type: memberOf(geometry, 'type'), coordinates };
  }
}

/** How many lists stand around the first number. */
const depthOf = (value: unknown): number => (Array.isArray(value) ? 1 + depthOf(value[0]) : 0);
