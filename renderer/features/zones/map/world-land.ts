import type { Feature, FeatureCollection, Geometry, MultiLineString, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import world from 'world-atlas/countries-110m.json' with { type: 'json' };

type Atlas = Parameters<typeof mesh>[0] &
  Readonly<{ objects: Readonly<{ countries: Parameters<typeof feature>[1] }> }>;

const HALF = 180;
const WHOLE = 360;

const isLeap = ([from = 0]: Position, [to = 0]: Position): boolean => Math.abs(from - to) > HALF;

const leaps = (line: readonly Position[]): boolean =>
  line.some((at, place) => place > 0 && isLeap(line[place - 1]!, at));

/** What crosses the 180th meridian goes on beyond it: else it would be drawn across the whole world. */
function unwrapped(line: Position[]): Position[] {
  if (!leaps(line)) return line;
  const beyond = line.map(([x = 0, ...rest]): Position => [x < 0 ? x + WHOLE : x, ...rest]);
  return leaps(beyond) ? line : beyond;
}

function unwrap(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon')
    return { ...geometry, coordinates: geometry.coordinates.map(unwrapped) };
  if (geometry.type !== 'MultiPolygon') return geometry;
  const coordinates = geometry.coordinates.map((rings) => rings.map(unwrapped));
  return { ...geometry, coordinates };
}

const atlas = world as unknown as Atlas;
const countries = feature(atlas, atlas.objects.countries) as unknown as FeatureCollection;
const borders: MultiLineString = mesh(atlas);

/** The land of the world, country by country. */
export const LAND: FeatureCollection = {
  ...countries,
  features: countries.features.map((one): Feature => ({ ...one, geometry: unwrap(one.geometry) })),
};

/** Coasts and borders. */
export const BORDERS: MultiLineString = {
  ...borders,
  coordinates: borders.coordinates.map(unwrapped).filter((line) => !leaps(line)),
};
