import type { Position, ZonePart } from '../../../domain/zones/delivery-zone.ts';
import type { ImportReason } from '../../../domain/zones/zone-import.ts';
import { reason, type FoundShapes, type OtherShape } from '../found-feature.ts';
import { numberOf } from '../number-text.ts';
import type { ZoneFileBudget } from '../zone-file-limits.ts';
import { ringOf, type ReadPoints } from '../zone-ring.ts';
import { itemsOf, memberOf, objectOf } from './json-value.ts';

const DEEPEST = 8;

type Shapes = {
  parts: ZonePart[];
  others: OtherShape[];
  broken: ImportReason[];
  changes: ImportReason[];
};

/** Every shape of a GeoJSON geometry (RFC 7946); positions are longitude first. */
export function readGeoJsonShapes(geometry: unknown, budget: ZoneFileBudget): FoundShapes {
  const shapes: Shapes = { parts: [], others: [], broken: [], changes: [] };
  collect(geometry, shapes, budget, DEEPEST);
  return shapes;
}

function collect(value: unknown, shapes: Shapes, budget: ZoneFileBudget, depth: number): void {
  const geometry = objectOf(value);
  if (!geometry) return;
  const coordinates = memberOf(geometry, 'coordinates');
  switch (memberOf(geometry, 'type')) {
    case 'Polygon':
      return addPolygon(coordinates, shapes, budget);
    case 'MultiPolygon':
      return addPolygons(coordinates, shapes, budget);
    case 'GeometryCollection':
      if (depth === 0) return void shapes.broken.push(reason('too-deep'));
      for (const one of itemsOf(memberOf(geometry, 'geometries')))
        collect(one, shapes, budget, depth - 1);
      return;
    case 'Point':
    case 'MultiPoint':
      return void shapes.others.push('point');
    case 'LineString':
      return void shapes.others.push(lineOf(coordinates));
    case 'MultiLineString':
      return void shapes.others.push('line');
    default:
      return void shapes.broken.push(reason('unknown-geometry'));
  }
}

function addPolygons(polygons: unknown, shapes: Shapes, budget: ZoneFileBudget): void {
  const list = itemsOf(polygons);
  if (list.length === 0) shapes.broken.push(reason('no-points'));
  for (const polygon of list) addPolygon(polygon, shapes, budget);
}

function addPolygon(rings: unknown, shapes: Shapes, budget: ZoneFileBudget): void {
  const list = itemsOf(rings);
  if (list.length === 0) return void shapes.broken.push(reason('no-points'));
  const read = list.map((ring) => ringOf(readPoints(ring, budget)));
  const wrong = read.find((ring) => ring.type === 'broken');
  if (wrong?.type === 'broken') return void shapes.broken.push(wrong.why);
  const [first, ...rest] = read.flatMap((ring) => (ring.type === 'ring' ? [ring] : []));
  shapes.parts.push({ outline: first!.ring, holes: rest.map(({ ring }) => ring) });
  shapes.changes.push(...[first!, ...rest].flatMap(({ changes }) => changes));
}

function readPoints(ring: unknown, budget: ZoneFileBudget): ReadPoints {
  const points: Position[] = [];
  let raised = false;
  for (const item of itemsOf(ring)) {
    budget.takeVertex();
    const point = readPoint(item);
    if (!point) {
      const text = JSON.stringify(item)?.slice(0, 40) ?? '';
      return { type: 'broken', why: reason('bad-coordinates', { text }) };
    }
    points.push(point);
    const height = (item as readonly unknown[])[2];
    raised ||= height !== undefined && height !== 0;
  }
  return { type: 'points', points, raised };
}

function readPoint(item: unknown): Position | null {
  if (!Array.isArray(item) || item.length < 2) return null;
  const [first, second] = item as readonly unknown[];
  const longitude = degreesOf(first);
  const latitude = degreesOf(second);
  if (longitude === null || latitude === null) return null;
  // The list itself when it is a position already: a million copies cost memory.
  const isPosition = item.length === 2 && first === longitude && second === latitude;
  return isPosition ? (item as unknown as Position) : [longitude, latitude];
}

/** Some writers put numbers in quotes. */
function degreesOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' ? numberOf(value.trim()) : null;
}

function lineOf(coordinates: unknown): OtherShape {
  const points = itemsOf(coordinates);
  const isClosed = points.length > 3 && sameText(points[0], points.at(-1));
  return isClosed ? 'closed-line' : 'line';
}

const sameText = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other) && one.join() === other.join();
