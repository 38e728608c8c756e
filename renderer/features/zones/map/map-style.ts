import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { knownStreetLayers, landLayers, pictureLayer } from './base-layers.ts';
import {
  faultLayers,
  handleLayers,
  orderLayers,
  sketchLayers,
  zoneLayers,
} from './drawn-layers.ts';
import { keptAddress } from './kept-tiles.ts';
import { streetsOf, type MapBase } from './map-base.ts';
import type { MapColours } from './map-colours.ts';
import { EMPTY } from './map-features.ts';
import { ownLayers, ownSource } from './own-tiles.ts';
import { BORDERS, LAND } from './world-land.ts';

/** Names of the sources that the editor fills. */
const SOURCES = [
  'known',
  'orders',
  'zones',
  'before',
  'faults',
  'midpoints',
  'vertices',
  'sketch',
] as const;

export type SourceName = (typeof SOURCES)[number];

/** The whole look of the map: land and borders, known streets, a base map, everything drawn. */
export function mapStyle(base: MapBase, colours: MapColours, language: string): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: LAND, maxzoom: 6 },
      borders: { type: 'geojson', data: BORDERS, maxzoom: 6 },
      ...streetSources(base),
      ...Object.fromEntries(SOURCES.map((name) => [name, { type: 'geojson', data: EMPTY }])),
    },
    layers: [
      ...landLayers(colours),
      ...knownStreetLayers(colours),
      ...streetLayers(base, colours, language),
      ...zoneLayers(colours),
      ...orderLayers(colours),
      ...faultLayers(colours),
      ...handleLayers(colours),
      ...sketchLayers(colours),
    ],
  };
}

function streetSources(base: MapBase): StyleSpecification['sources'] {
  if (base.file) return { streets: ownSource(base.file.about, base.map) };
  const { tiles, attribution } = base.map;
  if (streetsOf(base) === null || tiles === null) return {};
  return {
    streets: {
      type: 'raster',
      tiles: [keptAddress(tiles)],
      tileSize: 256,
      maxzoom: 19,
      attribution,
    },
  };
}

function streetLayers(
  base: MapBase,
  colours: MapColours,
  language: string,
): readonly LayerSpecification[] {
  if (streetsOf(base) === null) return [];
  if (base.file?.about.kind === 'vector')
    return ownLayers(base.file.about.layers, colours, language);
  return [pictureLayer(colours)];
}
