import { describe, expect, it } from 'vitest';
import { GrowingIds, IdBlocks } from '../../../main/features/orders/growing-ids.ts';

const MANY = 200_000;

/** Every id once, in an order of its own: 7919 shares no divisor with the count. */
const shuffled = (index: number): number => ((index * 7919) % MANY) + 1;

function filled(blocks: IdBlocks, count: number, id: (index: number) => number): GrowingIds {
  const ids = new GrowingIds(blocks);
  for (let index = 0; index < count; index += 1) ids.push(id(index));
  return ids;
}

describe('ids that grow', () => {
  it('keep their order over any number of blocks', () => {
    const ids = filled(new IdBlocks(), MANY, shuffled);
    expect(ids.length).toBe(MANY);
    for (const from of [0, 65_530, 131_071, MANY - 3]) {
      const expected = Array.from({ length: 10 }, (_, index) => from + index)
        .filter((index) => index < MANY)
        .map(shuffled);
      expect(ids.slice(from, from + 10)).toEqual(expected);
    }
    expect(ids.slice(MANY, MANY + 10)).toEqual([]);
  });

  it('tell where an id is, and that one is not there', () => {
    const ids = filled(new IdBlocks(), MANY, shuffled);
    for (const index of [0, 65_535, 65_536, MANY - 1]) {
      expect(ids.positionOf(shuffled(index))).toBe(index);
    }
    expect(ids.positionOf(MANY + 1)).toBeNull();
  });

  it('keep the first place of an id that comes again', () => {
    const ids = filled(new IdBlocks(), 6, (index) => [5, 9, 5, 2, 9, 7][index]!);
    expect(ids.slice(0, 10)).toEqual([5, 9, 2, 7]);
  });

  it('hand their blocks on, and what was in them is not found there', () => {
    const blocks = new IdBlocks();
    const gone = filled(blocks, MANY, shuffled);
    gone.release();
    const next = filled(blocks, 70_000, (index) => index + 1);
    expect([gone.length, gone.slice(0, 5), gone.positionOf(1)]).toEqual([0, [], null]);
    expect(next.slice(69_998, 80_000)).toEqual([69_999, 70_000]);
    expect(next.positionOf(70_000)).toBe(69_999);
    const left = Array.from({ length: 1000 }, (_, index) => shuffled(100_000 + index));
    for (const id of left.filter((old) => old > 70_000)) expect(next.positionOf(id)).toBeNull();
  });
});
