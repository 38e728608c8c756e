import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { feature, mesh } from 'topojson-client';
import type { BaseMap } from '../../../../main/contract/zones.ts';
import world from 'world-atlas/countries-110m.json' with { type: 'json' };
import {
  faultLayers,
  handleLayers,
  orderLayers,
  sketchLayers,
  zoneLayers,
} from './drawn-layers.ts';
import type { MapColours } from './map-colours.ts';
import { EMPTY } from './map-features.ts';

type Atlas = Parameters<typeof mesh>[0] &
  Readonly<{ objects: Readonly<{ countries: Parameters<typeof feature>[1] }> }>;

const atlas = world as unknown as Atlas;

/** Names of the sources that the editor fills. */
const SOURCES = ['orders', 'zones', 'before', 'faults', 'midpoints', 'vertices', 'sketch'] as const;

export type SourceName = (typeof SOURCES)[number];

/** The whole look of the map: land and borders, streets where there are any, everything drawn. */
export function mapStyle(base: BaseMap, colours: MapColours): StyleSpecification {
  const streets = base.tiles !== null;
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: feature(atlas, atlas.objects.countries) },
      borders: { type: 'geojson', data: mesh(atlas) },
      ...(base.tiles === null
        ? {}
        : {
            streets: {
              type: 'raster',
              tiles: [base.tiles],
              tileSize: 256,
              maxzoom: 19,
              attribution: base.attribution,
            },
          }),
      ...Object.fromEntries(SOURCES.map((name) => [name, { type: 'geojson', data: EMPTY }])),
    },
    layers: [
      ...baseLayers(colours, streets),
      ...zoneLayers(colours),
      ...orderLayers(colours),
      ...faultLayers(colours),
      ...handleLayers(colours),
      ...sketchLayers(colours),
    ],
  };
}

const baseLayers = (colours: MapColours, streets: boolean): LayerSpecification[] => [
  { id: 'water', type: 'background', paint: { 'background-color': colours.water } },
  { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colours.land } },
  {
    id: 'borders',
    type: 'line',
    source: 'borders',
    paint: { 'line-color': colours.border, 'line-width': 0.8, 'line-opacity': 0.6 },
  },
  ...(streets
    ? [
        {
          id: 'streets',
          type: 'raster',
          source: 'streets',
          paint: colours.dark
            ? { 'raster-brightness-max': 0.55, 'raster-saturation': -0.5 }
            : { 'raster-saturation': -0.25 },
        } satisfies LayerSpecification,
      ]
    : []),
];
