import type { FoundFeature } from '../found-feature.ts';
import type { ZoneFileBudget } from '../zone-file-limits.ts';
import { readGeoJsonShapes } from './geojson-geometry.ts';
import { memberOf, objectOf, textOf, type JsonObject } from './json-value.ts';

/** Where names are, the surest first; Yandex has none of them (`iiko-local.md` 2.4). */
const NAMES = ['name', 'title', 'Name', 'NAME', 'zone', 'название', 'Название', 'label'];
const HINTS = ['hintContent', 'iconCaption', 'iconContent', 'balloonContentHeader'];
const DESCRIPTIONS = ['description', 'Description', 'desc', 'balloonContent', 'balloonContentBody'];
const COLOURS = ['fill', 'fillColor', 'fill-color', 'color', 'stroke', 'strokeColor'];

/** Reads one GeoJSON feature, or a bare geometry as a feature without properties. */
export function readFeature(value: unknown, isOwn: boolean, budget: ZoneFileBudget): FoundFeature {
  const number = budget.takeFeature();
  const feature = objectOf(value);
  const isFeature = memberOf(feature, 'type') === 'Feature';
  const properties = objectOf(memberOf(feature, 'properties'));
  const options = objectOf(memberOf(feature, 'options'));
  return {
    number,
    line: null,
    layer: null,
    zoneId: isOwn ? textOf(memberOf(feature, 'id')) : null,
    name: isOwn
      ? textOf(memberOf(properties, 'name'))
      : firstText(properties, [...NAMES, ...HINTS]),
    description: firstText(properties, DESCRIPTIONS),
    colour: colourOf(properties) ?? colourOf(options),
    shapes: readGeoJsonShapes(isFeature ? memberOf(feature, 'geometry') : value, budget),
  };
}

function firstText(properties: JsonObject | null, keys: readonly string[]): string | null {
  for (const key of keys) {
    const text = textOf(memberOf(properties, key));
    if (text !== null && text.trim() !== '') return text;
  }
  return null;
}

function colourOf(properties: JsonObject | null): string | null {
  for (const key of COLOURS) {
    const text = textOf(memberOf(properties, key))?.trim().toLowerCase() ?? '';
    const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(text)?.[1];
    if (digits === undefined) continue;
    return digits.length === 3 ? `#${digits.replace(/./g, '$&$&')}` : `#${digits.slice(0, 6)}`;
  }
  return null;
}
