import type { Position, ZonePart } from '../../../domain/zones/delivery-zone.ts';
import type { ImportReason } from '../../../domain/zones/zone-import.ts';
import { reason, type FoundShapes, type OtherShape } from '../found-feature.ts';
import { numberOf } from '../number-text.ts';
import type { ZoneFileBudget } from '../zone-file-limits.ts';
import { ringOf, type ReadPoints } from '../zone-ring.ts';

const SHAPE = /^\s*(?:SRID=\d+;\s*)?(MULTI)?(POLYGON|LINESTRING|POINT)\s*(?:ZM?|M)?\s*(EMPTY|\()/i;
const TOKEN = /[()]|[^()]+/g;
const OTHERS: Readonly<Record<string, OtherShape>> = { POINT: 'point', LINESTRING: 'line' };

/** Whether a cell holds a geometry in WKT. */
export const isWkt = (cell: string): boolean => SHAPE.test(cell.slice(0, 100));

/** Reads a WKT geometry as My Maps exports it: longitude first, by a space (`iiko-local.md` 2.3). */
export function readWktShapes(wkt: string, budget: ZoneFileBudget): FoundShapes {
  const found = SHAPE.exec(wkt.slice(0, 100));
  const other = OTHERS[found?.[2]?.toUpperCase() ?? ''];
  if (!found) return shapesOf({ broken: [reason('unknown-geometry')] });
  if (other) return shapesOf({ others: [other] });
  const isMulti = found[1] !== undefined;
  const polygons = ringTexts(wkt, isMulti ? 3 : 2);
  if (!polygons) return shapesOf({ broken: [reason('bad-coordinates', { text: wkt.slice(-40) })] });
  return polygonsOf(polygons, budget);
}

const shapesOf = (some: Partial<FoundShapes>): FoundShapes => ({
  parts: [],
  others: [],
  broken: [],
  changes: [],
  ...some,
});

function polygonsOf(polygons: readonly (readonly string[])[], budget: ZoneFileBudget): FoundShapes {
  const parts: ZonePart[] = [];
  const changes: ImportReason[] = [];
  for (const rings of polygons) {
    const read = rings.map((ring) => ringOf(readPoints(ring, budget)));
    const wrong = read.find((ring) => ring.type === 'broken');
    if (wrong?.type === 'broken') return shapesOf({ broken: [wrong.why] });
    const [first, ...rest] = read.flatMap((ring) => (ring.type === 'ring' ? [ring] : []));
    if (!first) return shapesOf({ broken: [reason('no-points')] });
    parts.push({ outline: first.ring, holes: rest.map(({ ring }) => ring) });
    changes.push(...[first, ...rest].flatMap((ring) => ring.changes));
  }
  return parts.length === 0
    ? shapesOf({ broken: [reason('no-points')] })
    : shapesOf({ parts, changes });
}

/** The texts of the rings, polygon by polygon; null when the brackets do not match. */
function ringTexts(wkt: string, ringDepth: number): string[][] | null {
  const polygons: string[][] = [];
  let rings: string[] = [];
  let depth = 0;
  for (const [token] of wkt.matchAll(TOKEN)) {
    if (token === '(') depth += 1;
    else if (token !== ')') {
      if (depth === ringDepth) rings.push(token);
    } else {
      depth -= 1;
      if (depth === ringDepth - 2) {
        polygons.push(rings);
        rings = [];
      }
    }
    if (depth < 0 || depth > ringDepth) return null;
  }
  return depth === 0 ? polygons : null;
}

function readPoints(ring: string, budget: ZoneFileBudget): ReadPoints {
  const points: Position[] = [];
  let raised = false;
  for (let at = 0; at <= ring.length;) {
    budget.takeVertex();
    const comma = ring.indexOf(',', at);
    const pair = ring.slice(at, comma === -1 ? undefined : comma);
    at = comma === -1 ? ring.length + 1 : comma + 1;
    const numbers = pair.trim().split(/\s+/).map(numberOf);
    const [longitude, latitude, height] = numbers;
    if (longitude == null || latitude == null || numbers.includes(null)) {
      return { type: 'broken', why: reason('bad-coordinates', { text: pair.trim().slice(0, 40) }) };
    }
    points.push([longitude, latitude]);
    raised ||= height !== undefined && height !== 0;
  }
  return { type: 'points', points, raised };
}
