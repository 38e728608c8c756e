import { describe, expect, it } from 'vitest';
import { streetLines, type PlacedHouse } from '../../../main/domain/addresses/street-line.ts';
import { streetTitle } from '../../../main/domain/addresses/street-title.ts';

/** A hundred metres of latitude. */
const STEP = 0.0009;

/** Houses every hundred metres to the north, even ones on the east side. */
const house = (number: number, suffix = ''): PlacedHouse => ({
  key: `${number}${suffix}`,
  at: [number % 2 === 0 ? 60.0003 : 60, 56 + number * STEP],
});

describe('where a street runs', () => {
  it('is told by the order of its numbers, both sides together', () => {
    const lines = streetLines([5, 1, 4, 2, 3].map((number) => house(number)));
    expect(lines).toHaveLength(1);
    const ys = lines[0]!.map(([, y]) => y);
    expect(ys).toEqual(ys.toSorted((one, other) => one - other));
    expect(lines[0]).toHaveLength(5);
    // The middle one is pulled between the sides.
    expect(lines[0]![2]![0]).toBeGreaterThan(60);
    expect(lines[0]![2]![0]).toBeLessThan(60.0003);
  });

  it('breaks where nothing is known for long, and says nothing of a single house', () => {
    expect(streetLines([house(1), house(2), house(20), house(21)])).toHaveLength(2);
    expect(streetLines([house(1), house(20)])).toEqual([]);
    expect(streetLines([])).toEqual([]);
  });

  it('takes buildings of one number for one house', () => {
    const lines = streetLines([house(1), house(1, 'к2'), house(2), { key: 'нет', at: [0, 0] }]);
    expect(lines.map(({ length }) => length)).toEqual([2]);
  });
});

it('a name is made of a key', () => {
  expect(streetTitle('карла маркса|')).toBe('Карла Маркса');
  expect(streetTitle('мира|проспект')).toBe('проспект Мира');
});
