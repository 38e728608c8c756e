import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { polygon } from '@turf/helpers';
import Flatbush from 'flatbush';
import polygonClipping from 'polygon-clipping';
import type { DeliveryZone, Position } from '../../main/domain/zones/delivery-zone.ts';

type Find = (longitude: number, latitude: number) => number;

const closedRings = ({ parts }: DeliveryZone): [number, number][][][] =>
  parts.map(({ outline, holes }) =>
    [outline, ...holes].map((ring) =>
      [...ring, ring[0]!].map(([x, y]): [number, number] => [x, y]),
    ),
  );

/** Turf's test, zone after zone: the place of the first that holds the point, or -1. */
export function turfScan(zones: readonly DeliveryZone[]): Find {
  const shapes = zones.map((zone) => polygon(closedRings(zone)[0]!));
  return (longitude, latitude) =>
    shapes.findIndex((shape) => booleanPointInPolygon([longitude, latitude], shape));
}

/** Boxes by flatbush, then the ray cast of the textbooks over a packed ring. */
export function flatbushRayCast(zones: readonly DeliveryZone[]): Find {
  const rings = zones.map(({ parts }) => Float64Array.from(parts[0]!.outline.flat()));
  const index = new Flatbush(zones.length);
  for (const { parts } of zones) {
    const [x, y] = [0, 1].map((axis) => parts[0]!.outline.map((point) => point[axis]!));
    index.add(Math.min(...x!), Math.min(...y!), Math.max(...x!), Math.max(...y!));
  }
  index.finish();
  return (longitude, latitude) => {
    let first = -1;
    for (const place of index.search(longitude, latitude, longitude, latitude)) {
      if ((first < 0 || place < first) && rayCast(rings[place]!, longitude, latitude))
        first = place;
    }
    return first;
  };
}

function rayCast(ring: Float64Array, x: number, y: number): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
    const [ya, yb] = [ring[at + 1]!, ring[before + 1]!];
    if (ya > y === yb > y) continue;
    if (x < ((ring[before]! - ring[at]!) * (y - ya)) / (yb - ya) + ring[at]!) inside = !inside;
  }
  return inside;
}

/** Pairs of zones with common ground, by polygon-clipping, for every pair whose boxes meet. */
export function clippedPairs(zones: readonly DeliveryZone[]): Set<string> {
  const shapes = zones.map(closedRings);
  const boxes = zones.map(({ parts }) => boxOf(parts[0]!.outline));
  const pairs = new Set<string>();
  for (let one = 0; one < zones.length; one += 1) {
    for (let other = one + 1; other < zones.length; other += 1) {
      if (!boxesMeet(boxes[one]!, boxes[other]!)) continue;
      if (polygonClipping.intersection(shapes[one]!, shapes[other]!).length > 0) {
        pairs.add(`${zones[one]!.id} ${zones[other]!.id}`);
      }
    }
  }
  return pairs;
}

type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

function boxOf(ring: readonly Position[]): Box {
  const [x, y] = [ring.map((point) => point[0]), ring.map((point) => point[1])];
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}

const boxesMeet = (a: Box, b: Box): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
