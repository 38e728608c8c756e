import type { LayerSpecification } from 'maplibre-gl';
import type { MapColours } from './map-colours.ts';

/** Zones, how they were, and past orders as heat. */
export const zoneLayers = ({ text }: MapColours): LayerSpecification[] => [
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
    paint: { 'line-color': text, 'line-width': 1.5, 'line-dasharray': [3, 2] },
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
];

/** Past orders as dots. */
export const orderLayers = ({ text }: MapColours): LayerSpecification[] => [
  {
    id: 'orders',
    type: 'circle',
    source: 'orders',
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 1.2, 14, 3.5],
      'circle-color': text,
      'circle-opacity': 0.35,
    },
  },
];

/** Where something is wrong. */
export const faultLayers = ({ danger }: MapColours): LayerSpecification[] => [
  {
    id: 'faults',
    type: 'fill',
    source: 'faults',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': danger, 'fill-opacity': 0.55 },
  },
  {
    id: 'fault-points',
    type: 'circle',
    source: 'faults',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 7,
      'circle-color': 'rgba(0,0,0,0)',
      'circle-stroke-color': danger,
      'circle-stroke-width': 2.5,
    },
  },
];

/** Corners and middles of the zone at hand. */
export const handleLayers = ({ accent, surface }: MapColours): LayerSpecification[] => [
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
];

/** What is being drawn. */
export const sketchLayers = ({ accent, surface }: MapColours): LayerSpecification[] => [
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
