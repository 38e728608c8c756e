import type { DeliveryZone, Ring, ZonePart } from '../../../domain/zones/delivery-zone.ts';
import { degreesText } from '../number-text.ts';
import { OWN_CREATOR } from '../own-creator.ts';

/** How My Maps itself draws a polygon: line 1.2, a third of the fill's opacity (`iiko-local.md` 2.3). */
const LINE_WIDTH = 1.2;
const FILL_OPACITY = 77;
// eslint-disable-next-line no-control-regex -- finding them is the purpose
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/**
 * The zones as KML that Google My Maps imports and iiko reads from there (`iiko-local.md` 2.2, 2.3):
 * one layer, longitude first, rings closed, colours as styles. `openKml` gives the same zones back.
 */
export function writeKml(zones: readonly DeliveryZone[], title: string): string {
  const colours = [...new Set(zones.flatMap(({ colour }) => colour ?? []))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2">',
    '<Document>',
    `<name>${escaped(title)}</name>`,
    `<ExtendedData><Data name="creator"><value>${OWN_CREATOR}</value></Data></ExtendedData>`,
    ...colours.map(styleOf),
    ...zones.map(placemarkOf),
    '</Document>',
    '</kml>',
    '',
  ].join('\n');
}

const styleId = (colour: string): string =>
  `poly-${colour.slice(1).toUpperCase()}-${LINE_WIDTH * 1000}-${FILL_OPACITY}-nodesc`;

/** `#rrggbb` as `aabbggrr`. */
const kmlColour = (colour: string, alpha: number): string =>
  alpha.toString(16).padStart(2, '0') +
  colour.slice(5, 7) +
  colour.slice(3, 5) +
  colour.slice(1, 3);

function styleOf(colour: string): string {
  const id = styleId(colour);
  const look =
    `<LineStyle><color>${kmlColour(colour, 255)}</color><width>${LINE_WIDTH}</width></LineStyle>` +
    `<PolyStyle><color>${kmlColour(colour, FILL_OPACITY)}</color><fill>1</fill><outline>1</outline></PolyStyle>`;
  const states = ['normal', 'highlight'];
  return [
    ...states.map((state) => `<Style id="${id}-${state}">${look}</Style>`),
    `<StyleMap id="${id}">`,
    ...states.map(
      (state) => `<Pair><key>${state}</key><styleUrl>#${id}-${state}</styleUrl></Pair>`,
    ),
    '</StyleMap>',
  ].join('\n');
}

function placemarkOf({ id, name, colour, parts }: DeliveryZone): string {
  const polygons = parts.map(polygonOf).join('\n');
  return [
    `<Placemark id="${escaped(`zone-${id}`)}">`,
    `<name>${escaped(name)}</name>`,
    ...(colour === null ? [] : [`<styleUrl>#${styleId(colour)}</styleUrl>`]),
    parts.length === 1 ? polygons : `<MultiGeometry>\n${polygons}\n</MultiGeometry>`,
    '</Placemark>',
  ].join('\n');
}

const polygonOf = ({ outline, holes }: ZonePart): string =>
  [
    '<Polygon>',
    `<outerBoundaryIs>${ringOf(outline)}</outerBoundaryIs>`,
    ...holes.map((hole) => `<innerBoundaryIs>${ringOf(hole)}</innerBoundaryIs>`),
    '</Polygon>',
  ].join('\n');

function ringOf(ring: Ring): string {
  const closed = ring.length === 0 ? ring : [...ring, ring[0]!];
  const tuples = closed.map(([lon, lat]) => `${degreesText(lon)},${degreesText(lat)},0`);
  return `<LinearRing><tessellate>1</tessellate><coordinates>\n${tuples.join('\n')}\n</coordinates></LinearRing>`;
}

/** Characters that XML cannot hold are left out: no name of a zone needs them. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"\r]/g, (character) => ESCAPES[character]!);
