import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { feature, mesh } from 'topojson-client';
import type { BaseMap } from '../../../../main/contract/zones.ts';
import world from 'world-atlas/countries-50m.json' with { type: 'json' };
import { EMPTY } from './map-features.ts';

/** Colours of the map, from the window's tokens. */
export type MapColours = Readonly<{
  dark: boolean;
  water: string;
  land: string;
  border: string;
  text: string;
  accent: string;
  danger: string;
  surface: string;
}>;

/** Reads the tokens as they are now. */
export function readMapColours(dark: boolean): MapColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--dd-${name}`).trim();
  return {
    dark,
    water: dark ? '#18222b' : '#dfe9f1',
    land: dark ? '#262523' : '#f4f2ee',
    border: token('line-strong'),
    text: token('text'),
    accent: token('accent'),
    danger: token('danger'),
    surface: token('surface'),
  };
}

type Atlas = Parameters<typeof mesh>[0] &
  Readonly<{ objects: Readonly<{ countries: Parameters<typeof feature>[1] }> }>;

const atlas = world as unknown as Atlas;

/** Names of the sources that the editor fills. */
export const SOURCES = [
  'orders',
  'zones',
  'before',
  'faults',
  'midpoints',
  'vertices',
  'sketch',
] as const;

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
    layers: [...baseLayers(colours, streets), ...drawnLayers(colours)],
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

const drawnLayers = (colours: MapColours): LayerSpecification[] => [
  {
    id: 'heat',
    type: 'heatmap',
    source: 'orders',
    layout: { visibility: 'none' },
    paint: { 'heatmap-radius': 14, 'heatmap-opacity': 0.7, 'heatmap-intensity': 0.6 },
  },
  {
    id: 'zones',
    type: 'fill',
    source: 'zones',
    paint: {
      'fill-color': ['get', 'colour'],
      'fill-opacity': ['case', ['get', 'chosen'], 0.34, 0.18],
    },
  },
  {
    id: 'before',
    type: 'line',
    source: 'before',
    paint: { 'line-color': colours.text, 'line-width': 1.5, 'line-dasharray': [3, 2] },
  },
  {
    id: 'zone-lines',
    type: 'line',
    source: 'zones',
    paint: {
      'line-color': ['get', 'colour'],
      'line-width': ['case', ['get', 'chosen'], 3.5, 2],
    },
  },
  {
    id: 'orders',
    type: 'circle',
    source: 'orders',
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 1.2, 14, 3.5],
      'circle-color': colours.text,
      'circle-opacity': 0.35,
    },
  },
  {
    id: 'faults',
    type: 'fill',
    source: 'faults',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': colours.danger, 'fill-opacity': 0.55 },
  },
  {
    id: 'fault-points',
    type: 'circle',
    source: 'faults',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 7,
      'circle-color': 'rgba(0,0,0,0)',
      'circle-stroke-color': colours.danger,
      'circle-stroke-width': 2.5,
    },
  },
  ...handleLayers(colours),
];

const handleLayers = ({ accent, surface }: MapColours): LayerSpecification[] => [
  {
    id: 'midpoints',
    type: 'circle',
    source: 'midpoints',
    paint: {
      'circle-radius': 3.5,
      'circle-color': surface,
      'circle-opacity': 0.85,
      'circle-stroke-color': accent,
      'circle-stroke-width': 1,
    },
  },
  {
    id: 'vertices',
    type: 'circle',
    source: 'vertices',
    paint: {
      'circle-radius': ['case', ['get', 'held'], 7, 5],
      'circle-color': ['case', ['get', 'held'], accent, surface],
      'circle-stroke-color': accent,
      'circle-stroke-width': 2,
    },
  },
  {
    id: 'sketch-area',
    type: 'fill',
    source: 'sketch',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': accent, 'fill-opacity': 0.15 },
  },
  {
    id: 'sketch-line',
    type: 'line',
    source: 'sketch',
    paint: { 'line-color': accent, 'line-width': 2.5 },
  },
  {
    id: 'sketch-points',
    type: 'circle',
    source: 'sketch',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 5,
      'circle-color': surface,
      'circle-stroke-color': accent,
      'circle-stroke-width': 2,
    },
  },
];
