import { expect, it } from 'vitest';
import { layOutLabels } from '../../../renderer/features/zones/map/label-layout.ts';

const label = (x: number, y: number) => ({ x, y, width: 100, height: 20 });

it('names that have room stay on their points', () => {
  expect(layOutLabels([label(0, 0), label(0, 100), label(200, 0)], [])).toEqual([0, 0, 0]);
});

it('a name steps below or above what is in its way, and is left out where nothing is free', () => {
  const same = [label(0, 0), label(10, 0), label(20, 0), label(30, 0)];
  expect(layOutLabels(same, [])).toEqual([0, 22, -22, null]);
});

it('marks of venues are not covered', () => {
  expect(layOutLabels([label(0, 0)], [{ x: 5, y: 0, width: 18, height: 18 }])).toEqual([22]);
});
