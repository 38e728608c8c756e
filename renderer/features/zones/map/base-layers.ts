import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapColours } from './map-colours.ts';

/** The fonts of the window; the map draws them itself and fetches none. */
export const MAP_FONTS = ['Segoe UI', 'Inter Variable', 'sans-serif'];

/**
 * The bundled coast is right to some ten kilometres: well before the scale of a city all is land, so
 * that no street ever lies in a sea that is not there.
 */
const COAST_ENDS = { from: 5, to: 6.5 } as const;

const fade = (from: number | string, to: number | string): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  COAST_ENDS.from,
  from,
  COAST_ENDS.to,
  to,
];

/** Land and borders, for the scale of a country. */
export const landLayers = ({ water, land, border }: MapColours): LayerSpecification[] => [
  { id: 'water', type: 'background', paint: { 'background-color': fade(water, land) } },
  { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': land } },
  {
    id: 'borders',
    type: 'line',
    source: 'borders',
    paint: { 'line-color': border, 'line-width': 0.8, 'line-opacity': fade(0.6, 0) },
  },
];

/** Pictures of streets from an address or a file. */
export const pictureLayer = ({ dark }: MapColours): LayerSpecification => ({
  id: 'streets',
  type: 'raster',
  source: 'streets',
  paint: dark
    ? { 'raster-brightness-max': 0.55, 'raster-saturation': -0.5 }
    : { 'raster-saturation': -0.25 },
});

/** How texts of the base map look. */
export const quietText = ({ secondary, land }: MapColours) =>
  ({ 'text-color': secondary, 'text-halo-color': land, 'text-halo-width': 1.5 }) as const;

/** Streets that orders' addresses tell: lines through their houses, the houses, the names. */
export const knownStreetLayers = (colours: MapColours): LayerSpecification[] => [
  {
    id: 'known-lines',
    type: 'line',
    source: 'known',
    filter: ['==', ['geometry-type'], 'LineString'],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': colours.road,
      'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 8, 0.6, 12, 2, 16, 8],
    },
  },
  {
    id: 'known-houses',
    type: 'circle',
    source: 'known',
    minzoom: 12,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 12, 1.8, 17, 5],
      'circle-color': colours.secondary,
      'circle-opacity': 0.55,
    },
  },
  knownNames(colours),
];

const knownNames = (colours: MapColours): LayerSpecification => ({
  id: 'known-names',
  type: 'symbol',
  source: 'known',
  minzoom: 11,
  filter: ['has', 'name'],
  layout: {
    'text-field': ['get', 'name'],
    'text-font': MAP_FONTS,
    'text-size': 12,
    'text-anchor': 'top',
    'text-offset': [0, 0.4],
    'text-max-width': 12,
    'symbol-sort-key': ['-', 0, ['get', 'orders']],
  },
  paint: quietText(colours),
});
