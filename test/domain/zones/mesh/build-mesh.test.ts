import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeliveryZone } from '../../../../main/domain/zones/delivery-zone.ts';
import { buildMesh } from '../../../../main/domain/zones/mesh/build-mesh.ts';
import { STEPS_PER_DEGREE, type GridPoint } from '../../../../main/domain/zones/mesh/grid.ts';
import { sidesOfZones } from '../../../../main/domain/zones/mesh/mesh-sides.ts';
import {
  crossingOf,
  doCross,
  runsThrough,
} from '../../../../main/domain/zones/mesh/side-crossing.ts';
import { traceZones } from '../../../../main/domain/zones/mesh/trace-zones.ts';
import { back, eachOfLoop, type ZoneMesh } from '../../../../main/domain/zones/mesh/zone-mesh.ts';
import { ringCrossings } from '../../../../main/domain/zones/ring-crossings.ts';
import { testCount } from '../../../support/test-count.ts';

/** So few points that everything that can fall together does. */
const step = fc.integer({ min: -9, max: 9 });
const outline = fc
  .array(fc.tuple(step, step), { minLength: 3, maxLength: 9 })
  .map((points) => points.map(([x, y]) => [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE] as const));
const zone = fc
  .array(outline, { minLength: 1, maxLength: 2 })
  .map(([ring, ...holes]): DeliveryZone => ({
    id: 'z',
    name: 'z',
    colour: null,
    parts: [{ outline: ring!, holes }],
  }));
const crowd = fc.array(zone, { minLength: 1, maxLength: 5 });
const often = { numRuns: testCount(60, 100_000), seed: 20_261_122 };

const edgesOf = ({ points, start }: ZoneMesh): [GridPoint, GridPoint][] =>
  Array.from({ length: start.length / 2 }, (_, edge) => [
    points[start[edge * 2]!]!,
    points[start[edge * 2 + 1]!]!,
  ]);

test('edges meet only at their ends, however crowded the grid', () => {
  fc.assert(
    fc.property(crowd, (zones) => {
      const mesh = buildMesh(sidesOfZones(zones))!;
      const edges = edgesOf(mesh);
      const crossed = edges.filter(([a, b], at) =>
        edges.slice(at + 1).some(([c, d]) => doCross(a, b, c, d)),
      );
      const passed = edges.filter(([a, b]) =>
        mesh.points.some((point) => point !== a && point !== b && runsThrough(a, b, ...point)),
      );
      expect([...crossed, ...passed]).toEqual([]);
    }),
    often,
  );
});

test('zones drawn from their faces have plain rings around the same ground', () => {
  fc.assert(
    fc.property(crowd, (zones) => {
      const mesh = buildMesh(sidesOfZones(zones))!;
      const holders = mesh.faces.map((face) => [...face.zones]);
      traceZones(mesh, holders, zones.length).forEach((parts, place) => {
        const rings = parts.flatMap((part) => [part.outline, ...part.holes]);
        expect(rings.flatMap((ring) => ringCrossings(ring, 1))).toEqual([]);
        const inSteps = rings.map((ring) => ring.map(([x, y]) => [x * 1e7, y * 1e7] as const));
        const traced = inSteps.reduce((sum, ring) => sum + twiceAround(ring), 0);
        expect(Math.round(traced)).toBe(twiceHeld(mesh, place));
      });
    }),
    often,
  );
});

/** Twice the area of all faces of a zone, in square steps. */
function twiceHeld(mesh: ZoneMesh, zoneNumber: number): number {
  let twice = 0;
  for (const face of mesh.faces) {
    if (!face.zones.includes(zoneNumber)) continue;
    for (const loop of face.loops) {
      eachOfLoop(mesh, loop, (halfEdge) => {
        const [one, other] = [halfEdge, back(halfEdge)].map((at) => mesh.points[mesh.start[at]!]!);
        twice += one![0] * other![1] - one![1] * other![0];
      });
    }
  }
  return twice;
}

const twiceAround = (ring: readonly GridPoint[]): number =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!;
    return sum + x * nextY - y * nextX;
  }, 0);

test('a crossing is rounded exactly, halves up, far from where doubles give out', () => {
  expect(crossingOf([0, 0], [1, 1], [0, 1], [1, 0])).toEqual([1, 1]);
  expect(crossingOf([0, 0], [-1, -1], [0, -1], [-1, 0])).toEqual([0, 0]);
  expect(crossingOf([0, 0], [10, 1], [0, 1], [10, 0])).toEqual([5, 1]);
  const far = 1_800_000_000;
  expect(crossingOf([-far, -far], [far, far - 1], [-far, far], [far, -far])).toEqual([0, 0]);
});
