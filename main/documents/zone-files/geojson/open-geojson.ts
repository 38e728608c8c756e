import { Failure } from '../../../domain/failure.ts';
import { positionIn } from '../../text-encoding/line-index.ts';
import type { FoundFeature, FoundFile } from '../found-feature.ts';
import { OWN_CREATOR } from '../own-creator.ts';
import { tidyName } from '../plain-text.ts';
import { inOneGo, type ReadingSteps } from '../reading-steps.ts';
import { ZoneFileBudget } from '../zone-file-limits.ts';
import { jsonEnd } from './json-extent.ts';
import { readFeature } from './geojson-feature.ts';
import { memberOf, objectOf, textOf, type JsonObject } from './json-value.ts';

const GEOMETRIES = new Set([
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
]);
const DEEPEST_MEMBER = 2;
/** Names of WGS 84 with longitude first; older files state it. */
const DEGREES = /CRS84|EPSG:{1,2}4326|^$/i;

/**
 * Reads GeoJSON: a collection, a feature or a geometry, of any writer (RFC 7946, `iiko-local.md`
 * 2.4). JSON that cannot be parsed is a `Failure` with `line` and `column`.
 */
export function* openGeoJson(text: string): ReadingSteps<FoundFile> {
  const value = parseJson(text);
  return (yield* readInSteps(value)) ?? refuseOther(objectOf(value));
}

/** Reads a GeoJSON value that was parsed already; null when neither it nor a member is one. */
export const readGeoJson = (value: unknown): FoundFile | null => inOneGo(readInSteps(value));

function* readInSteps(value: unknown): ReadingSteps<FoundFile | null> {
  const root = collectionIn(value, DEEPEST_MEMBER);
  const features = root && featuresOf(root);
  if (!features) return null;
  refuseProjection(root);
  const metadata = objectOf(memberOf(root, 'metadata'));
  const isOwn = memberOf(metadata, 'creator') === OWN_CREATOR;
  const budget = new ZoneFileBudget();
  const title = textOf(memberOf(metadata, 'name')) ?? textOf(memberOf(root, 'name')) ?? '';
  const found: FoundFeature[] = [];
  for (const feature of features) {
    yield found.length / features.length;
    found.push(readFeature(feature, isOwn, budget));
  }
  return {
    title: tidyName(title) || null,
    features: found,
    strangers: [],
    networkLinks: [],
    isOwn,
    notes: [],
  };
}

/** Some writers wrap the collection: `{"data": {"type": "FeatureCollection", …}}`. */
function collectionIn(value: unknown, depth: number): JsonObject | null {
  const isList = Array.isArray(value) && value.some((one) => memberOf(objectOf(one), 'geometry'));
  if (isList) return { type: 'FeatureCollection', features: value };
  const object = objectOf(value);
  if (!object || featuresOf(object)) return object;
  if (depth === 0) return null;
  for (const member of Object.values(object)) {
    const found = collectionIn(member, depth - 1);
    if (found) return found;
  }
  return null;
}

function featuresOf(root: JsonObject): readonly unknown[] | null {
  const type = memberOf(root, 'type');
  if (type === 'Feature' || GEOMETRIES.has(String(type))) return [root];
  const features = memberOf(root, 'features');
  return Array.isArray(features) ? (features as readonly unknown[]) : null;
}

function refuseOther(root: JsonObject | null): never {
  if (memberOf(root, 'type') === 'Topology') throw new Failure('invalid', 'zones.file-topojson');
  throw new Failure('invalid', 'zones.file-other-json');
}

/** Coordinates in metres of a projection would land in the Gulf of Guinea. */
function refuseProjection(root: JsonObject): void {
  const properties = objectOf(memberOf(objectOf(memberOf(root, 'crs')), 'properties'));
  const name = textOf(memberOf(properties, 'name')) ?? '';
  if (DEGREES.test(name)) return;
  throw new Failure('invalid', 'zones.projection', { projection: name.slice(0, 60) });
}

/** Parses JSON; the place of an error is told in lines, as an editor shows it. */
function parseJson(text: string): unknown {
  jsonEnd(text, 0);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const at = placeOf(String(cause), text);
    const code = at >= text.trimEnd().length ? 'zones.file-truncated' : 'zones.json-damaged';
    throw new Failure('invalid', code, { ...positionIn(text, at) }, { cause });
  }
}

/** The engine tells a position, or shows what stands around the error, or says that the text ends. */
function placeOf(message: string, text: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const [, before, shown] =
    /', (\.\.\.)?"([^]*?)"(?:\.\.\.)? is not valid JSON$/.exec(message) ?? [];
  if (shown === undefined) return text.length;
  return Math.max(0, text.indexOf(shown)) + (before === undefined ? 0 : SHOWN_BEFORE);
}

const SHOWN_BEFORE = 10;
