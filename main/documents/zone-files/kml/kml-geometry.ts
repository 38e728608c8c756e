import type { ZonePart } from '../../../domain/zones/delivery-zone.ts';
import type { ImportReason } from '../../../domain/zones/zone-import.ts';
import type { XmlElement } from '../../xml/xml-document.ts';
import { reason, type FoundShapes, type OtherShape } from '../found-feature.ts';
import type { ZoneFileBudget } from '../zone-file-limits.ts';
import { ringOf, type ReadRing } from '../zone-ring.ts';
import { readCoordinates } from './kml-coordinates.ts';
import { childNamed, childrenNamed, childText, elementsNamed, localName } from './kml-elements.ts';

/** Shapes of KML that are no area. */
const OTHERS: ReadonlyMap<string, OtherShape> = new Map([
  ['Point', 'point'],
  ['Track', 'track'],
  ['MultiTrack', 'track'],
  ['Model', 'model'],
]);

type Shapes = {
  parts: ZonePart[];
  others: OtherShape[];
  broken: ImportReason[];
  changes: ImportReason[];
};

/** Every shape of a placemark: polygons, also in nested `MultiGeometry`, and what is none. */
export function readKmlShapes(placemark: XmlElement, budget: ZoneFileBudget): FoundShapes {
  const shapes: Shapes = { parts: [], others: [], broken: [], changes: [] };
  collect(placemark, shapes, budget);
  return shapes;
}

function collect(holder: XmlElement, shapes: Shapes, budget: ZoneFileBudget): void {
  for (const element of holder.children) {
    const name = localName(element);
    const other = OTHERS.get(name);
    if (other) shapes.others.push(other);
    else if (name === 'MultiGeometry') collect(element, shapes, budget);
    else if (name === 'Polygon') addPolygon(element, shapes, budget);
    else if (name === 'LineString') shapes.others.push(lineOf(element));
    else if (name === 'LinearRing') addOutline(element, shapes, budget);
  }
}

function addPolygon(polygon: XmlElement, shapes: Shapes, budget: ZoneFileBudget): void {
  const outer = childNamed(polygon, 'outerBoundaryIs');
  const [outline] = outer ? [...elementsNamed(outer, 'LinearRing')] : [];
  if (!outline) return void shapes.broken.push(reason('no-outline'));
  const holes = childrenNamed(polygon, 'innerBoundaryIs').flatMap((inner) => [
    ...elementsNamed(inner, 'LinearRing'),
  ]);
  const rings = [outline, ...holes].map((ring) => readRing(ring, budget));
  const wrong = rings.find((ring) => ring.type === 'broken');
  if (wrong?.type === 'broken') return void shapes.broken.push(wrong.why);
  const [first, ...rest] = rings.flatMap((ring) => (ring.type === 'ring' ? [ring] : []));
  shapes.parts.push({ outline: first!.ring, holes: rest.map(({ ring }) => ring) });
  shapes.changes.push(...[first!, ...rest].flatMap(({ changes }) => changes));
}

/** A ring that is drawn without a polygon around it still encloses an area. */
function addOutline(element: XmlElement, shapes: Shapes, budget: ZoneFileBudget): void {
  const ring = readRing(element, budget);
  if (ring.type === 'broken') return void shapes.broken.push(ring.why);
  shapes.parts.push({ outline: ring.ring, holes: [] });
  shapes.changes.push(...ring.changes, reason('outline-as-area'));
}

const readRing = (ring: XmlElement, budget: ZoneFileBudget): ReadRing =>
  ringOf(readCoordinates(childText(ring, 'coordinates'), budget));

/** A line that ends where it begins was probably meant as an area. */
function lineOf(line: XmlElement): OtherShape {
  const tuples = childText(line, 'coordinates').split(/\s+/, 100_000);
  const isClosed = tuples.length > 3 && tuples[0] === tuples.at(-1);
  return isClosed ? 'closed-line' : 'line';
}
