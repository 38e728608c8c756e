import { zipSync } from 'fflate';
import type { Dice } from '../../main/demo/seeded.ts';
import type { Ring } from '../../main/domain/zones/delivery-zone.ts';
import { constructorPage } from '../documents/zone-files/constructor-page.ts';
import type { RandomMap } from './random-map.ts';
import { bytesOf } from './random-text.ts';

/** The formats that maps are written in by chance. */
export const MAP_FORMATS = ['kml', 'kmz', 'geojson', 'script', 'page', 'wkt'] as const;
export type MapFormat = (typeof MAP_FORMATS)[number];

/** A map's bytes in a format, in one of the many ways that programs write it. */
export function writeMap(dice: Dice, format: MapFormat, map: RandomMap): Uint8Array {
  switch (format) {
    case 'kml':
      return writeKmlSomehow(dice, map);
    case 'kmz': {
      const files = { 'i/a.png': new Uint8Array(9), 'doc.kml': writeKmlSomehow(dice, map) };
      return zipSync(files, { level: dice.chance(0.5) ? 6 : 0 });
    }
    case 'geojson':
      return Buffer.from(geoJsonText(map, dice.chance(0.3)));
    case 'script':
      return Buffer.from(`var MAP_DATA = ${geoJsonText(map, false)};\n`);
    case 'page':
      return Buffer.from(pageText(map));
    case 'wkt':
      return Buffer.from(wktText(dice, map));
  }
}

const closed = (ring: Ring): Ring => [...ring, ring[0]!];
const pairs = (ring: Ring, between: string): string[] =>
  closed(ring).map(([longitude, latitude]) => `${longitude}${between}${latitude}`);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function writeKmlSomehow(dice: Dice, map: RandomMap): Uint8Array {
  const encoding = dice.pick(['utf-8', 'utf-8', 'utf-16le'] as const);
  const text = kmlText(dice, map);
  return bytesOf(text, encoding, encoding !== 'utf-8' || dice.chance(0.2));
}

function kmlText(dice: Dice, { zones, others }: RandomMap): string {
  const space = dice.pick(['', '\n', '\r\n  ']);
  const tag = (name: string, ...inside: string[]): string =>
    `<${name}>${space}${inside.join(space)}${space}</${name}>`;
  const ring = (points: Ring): string => {
    const height = dice.pick(['', ',0']);
    const tuples = pairs(points, ',').map((tuple) => tuple + height);
    return tag('LinearRing', `<coordinates>${tuples.join(space || ' ')}</coordinates>`);
  };
  const written = zones.map(({ name, colour, parts }) => {
    const polygons = parts.map(({ outline, holes }) =>
      tag(
        'Polygon',
        tag('outerBoundaryIs', ring(outline)),
        ...holes.map((hole) => tag('innerBoundaryIs', ring(hole))),
      ),
    );
    const style =
      colour === null
        ? ''
        : `<Style><PolyStyle><color>7f${colour.slice(5)}${colour.slice(3, 5)}${colour.slice(1, 3)}</color></PolyStyle></Style>`;
    const geometry = polygons.length === 1 ? polygons : [tag('MultiGeometry', ...polygons)];
    return tag('Placemark', nameTag(dice, name), style, ...geometry);
  });
  const rest = others.map((other) =>
    tag(
      'Placemark',
      other === null ? '' : `<${other}><coordinates>1,2 3,4</coordinates></${other}>`,
    ),
  );
  const inside = tag(dice.pick(['Document', 'Folder']), ...written, ...rest);
  const root = dice.pick([
    'kml',
    'kml xmlns="http://www.opengis.net/kml/2.2"',
    'kml xmlns="http://earth.google.com/kml/2.1"',
  ]);
  return `<${root}>${inside}</kml>`;
}

const nameTag = (dice: Dice, name: string): string =>
  dice.chance(0.3) && !name.includes(']]>')
    ? `<name><![CDATA[${name}]]></name>`
    : `<name>${escaped(name)}</name>`;

function geoJsonText({ zones, others }: RandomMap, isPretty: boolean): string {
  const areas = zones.map(({ name, colour, parts }) => {
    const rings = parts.map(({ outline, holes }) => [outline, ...holes].map(closed));
    const geometry =
      rings.length === 1
        ? { type: 'Polygon', coordinates: rings[0] }
        : { type: 'MultiPolygon', coordinates: rings };
    return { type: 'Feature', properties: { name, fill: colour }, geometry };
  });
  const rest = others.map((type) => ({
    type: 'Feature',
    geometry: type && { type, coordinates: [1, 2] },
  }));
  const collection = { type: 'FeatureCollection', features: [...areas, ...rest] };
  return JSON.stringify(collection, null, isPretty ? 2 : 0);
}

function pageText({ zones, others }: RandomMap): string {
  const areas = zones.map(({ name, colour, parts }) => {
    const rings = parts.map(({ outline, holes }) => [outline, ...holes].map(closed));
    const coordinates = rings.length === 1 ? rings[0] : rings;
    return { type: 'polygon', title: name, fill: colour, geometry: { coordinates } };
  });
  const rest = others.map((other) => {
    if (other === null) return { type: 'unknown' };
    return other === 'Point'
      ? { type: 'placemark', coordinates: [1, 2] }
      : { type: 'line', geometry: { coordinates: [[1, 2]] } };
  });
  return constructorPage({ title: '', features: [...areas, ...rest] });
}

function wktText(dice: Dice, { zones, others }: RandomMap): string {
  const separator = dice.pick([',', ';', '\t']);
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = zones.map(({ name, parts }) => {
    const polygons = parts.map(
      ({ outline, holes }) =>
        `(${[outline, ...holes].map((ring) => `(${pairs(ring, ' ').join(', ')})`).join(',')})`,
    );
    const isMulti = polygons.length > 1;
    const wkt = isMulti ? `MULTIPOLYGON (${polygons.join(',')})` : `POLYGON ${polygons[0]}`;
    return [wkt, name].map(cell).join(separator);
  });
  const rest = others.map((other) => {
    const wkt = other === null ? '' : other === 'Point' ? 'POINT (1 2)' : 'LINESTRING (1 2, 3 4)';
    return [wkt, 'x'].map(cell).join(separator);
  });
  return [`WKT${separator}name`, ...rows, ...rest].join(dice.pick(['\n', '\r\n']));
}
