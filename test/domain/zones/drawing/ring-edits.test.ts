import { expect, test } from 'vitest';
import {
  halveSide,
  removeVertex,
  vertexAt,
  vertexBeside,
  vertexInstead,
  type VertexPlace,
} from '../../../../main/domain/zones/drawing/ring-edits.ts';
import { drawn } from '../../../../main/domain/zones/drawing/drawn-zone.ts';

const zone = drawn({
  id: 'a',
  name: 'Центр',
  colour: null,
  parts: [
    {
      outline: [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
      ],
      holes: [
        [
          [1, 1],
          [2, 1],
          [2, 2],
        ],
      ],
    },
  ],
});

const at = (ring: number, vertex: number): VertexPlace => ({ part: 0, ring, vertex });

test('a side is halved behind the held corner, the last one towards the first', () => {
  const { zone: more, place } = halveSide(zone, at(0, 3));
  expect(place).toEqual(at(0, 4));
  expect(vertexAt(more, place)).toEqual([0, 2]);
  expect(removeVertex(more, place)).toEqual(zone);
  expect(vertexAt(halveSide(zone, at(1, 0)).zone, at(1, 1))).toEqual([1.5, 1]);
  expect(halveSide(zone, at(2, 0)).zone).toBe(zone);
});

test('the walk goes through all rings and round again', () => {
  expect(vertexBeside(zone, null, 1)).toEqual(at(0, 0));
  expect(vertexBeside(zone, null, -1)).toEqual(at(1, 2));
  expect(vertexBeside(zone, at(0, 3), 1)).toEqual(at(1, 0));
  expect(vertexBeside(zone, at(1, 2), 1)).toEqual(at(0, 0));
  expect(vertexBeside(zone, at(0, 0), -1)).toEqual(at(1, 2));
  expect(vertexBeside({ ...zone, parts: [] }, null, 1)).toBeNull();
});

test('the corner after a removed one is held next; none where the ring is gone', () => {
  const less = removeVertex(zone, at(0, 3));
  expect(vertexInstead(less, at(0, 3))).toEqual(at(0, 0));
  expect(vertexInstead(removeVertex(zone, at(0, 1)), at(0, 1))).toEqual(at(0, 1));
  expect(vertexInstead(removeVertex(zone, at(1, 0)), at(1, 0))).toBeNull();
});
