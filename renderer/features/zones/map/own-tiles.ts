import {
  addProtocol,
  type ExpressionSpecification,
  type LayerSpecification,
  type SourceSpecification,
} from 'maplibre-gl';
import type { BaseFile, BaseMap } from '../../../../main/contract/zones.ts';
import { MAP_FONTS, quietText } from './base-layers.ts';
import type { ReadTile } from './map-base.ts';
import type { MapColours } from './map-colours.ts';

const SCHEME = 'own-map';
const EMPTY_PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** Lets the map ask for tiles of the user's own file. */
export function offerTiles(kind: BaseFile['kind'], read: ReadTile): void {
  addProtocol(SCHEME, async ({ url }) => {
    const [z = 0, x = 0, y = 0] = url
      .slice(SCHEME.length + 3)
      .split('/')
      .map(Number);
    const bytes = await read({ z, x, y });
    if (bytes) return { data: bytes.buffer };
    return { data: kind === 'vector' ? new ArrayBuffer(0) : emptyPicture() };
  });
}

const emptyPicture = (): ArrayBuffer =>
  Uint8Array.from(atob(EMPTY_PICTURE), (letter) => letter.charCodeAt(0)).buffer;

/** The source of the user's own file; the file's own words about who made it, or those typed in. */
export function ownSource(about: BaseFile, { attribution }: BaseMap): SourceSpecification {
  const { kind, minZoom, maxZoom, bounds } = about;
  const [west, south, east, north] = bounds;
  const shared = {
    tiles: [`${SCHEME}://{z}/{x}/{y}`],
    minzoom: minZoom,
    maxzoom: maxZoom,
    bounds: [west, south, east, north] as [number, number, number, number],
    attribution: attribution || about.attribution,
  };
  return kind === 'vector'
    ? { type: 'vector', ...shared }
    : { type: 'raster', tileSize: 256, ...shared };
}

/** What a layer of streets' tiles is by its name in the schemes of Protomaps, OpenMapTiles and Shortbread. */
const ROLES = {
  land: ['earth'],
  green: ['landuse', 'landcover', 'park', 'land', 'natural', 'sites'],
  water: ['water', 'ocean', 'water_polygons'],
  rivers: ['waterway', 'water_lines'],
  buildings: ['buildings', 'building'],
  roads: ['roads', 'transportation', 'streets'],
  borders: ['boundaries', 'boundary'],
  roadNames: ['roads', 'transportation_name', 'street_labels'],
  places: ['places', 'place', 'place_labels'],
} as const satisfies Record<string, readonly string[]>;

type Role = keyof typeof ROLES;

/** A plain look for vector tiles of any of the known schemes; layers that are not known stay out. */
export function ownLayers(
  layers: readonly string[],
  colours: MapColours,
  language: string,
): readonly LayerSpecification[] {
  return (Object.keys(ROLES) as Role[]).flatMap((role) =>
    layers
      .filter((layer) => (ROLES[role] as readonly string[]).includes(layer))
      .map((layer) => ({
        id: `own ${role} ${layer}`,
        source: 'streets',
        'source-layer': layer,
        ...look(role, colours, language),
      })),
  ) as LayerSpecification[];
}

const area = (colour: string, minzoom = 0): object => ({
  type: 'fill',
  minzoom,
  filter: ['==', ['geometry-type'], 'Polygon'],
  paint: { 'fill-color': colour },
});

const line = (colour: string, width: ExpressionSpecification | number): object => ({
  type: 'line',
  filter: ['==', ['geometry-type'], 'LineString'],
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: { 'line-color': colour, 'line-width': width },
});

const text = (colours: MapColours, language: string, on: 'line' | 'point'): object => ({
  type: 'symbol',
  minzoom: on === 'line' ? 13 : 3,
  layout: {
    'text-field': nameIn(language),
    'text-font': MAP_FONTS,
    'text-size': on === 'line' ? 11 : 13,
    'symbol-placement': on,
  },
  paint: quietText(colours),
});

/** The name in the window's language, as any of the schemes writes it; the local one otherwise. */
const nameIn = (language: string): ExpressionSpecification => [
  'coalesce',
  ['get', `name:${language}`],
  ['get', `name_${language}`],
  ['get', 'name'],
];

const WIDTH: ExpressionSpecification = [
  'interpolate',
  ['exponential', 1.5],
  ['zoom'],
  7,
  0.4,
  12,
  1.4,
  18,
  14,
];

function look(role: Role, colours: MapColours, language: string): object {
  const { land, green, water, building, road, border } = colours;
  const looks: Readonly<Record<Role, object>> = {
    land: area(land),
    green: area(green, 8),
    water: area(water),
    rivers: line(water, 1.5),
    buildings: area(building, 13),
    roads: line(road, WIDTH),
    borders: line(border, 0.8),
    roadNames: text(colours, language, 'line'),
    places: text(colours, language, 'point'),
  };
  return looks[role];
}
