import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOrder, textOrder } from '../../../main/domain/orders/text-order.ts';

const SEED = 20_261_121;
const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
const sorted = (texts: readonly string[]): string[] =>
  texts.toSorted((a, b) => bytes(textOrder(a), textOrder(b)));

describe('the order of texts', () => {
  it('folds case, puts «ё» after «е», and the empty last', () => {
    const given = ['', 'Яна', 'елена', 'Ёлка', 'Жанна', 'Еж', 'Ещё', 'Alice', 'bob', '  '];
    expect(sorted(given).slice(0, 8)).toEqual([
      'Alice',
      'bob',
      'Еж',
      'елена',
      'Ещё',
      'Ёлка',
      'Жанна',
      'Яна',
    ]);
  });

  it('sorts short Russian words as the language does', () => {
    const letters = fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщъыьэюяАБВЖЯ');
    const words = fc.array(fc.array(letters, { minLength: 1, maxLength: 8 }), { maxLength: 12 });
    const russian = new Intl.Collator('ru', { sensitivity: 'accent' });
    fc.assert(
      fc.property(words, (given) => {
        const texts = given.map((word) => word.join(''));
        const ours = sorted(texts).map((text) => text.toLowerCase());
        const theirs = texts.map((text) => text.toLowerCase()).toSorted(russian.compare);
        expect(ours).toEqual(theirs);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('is cut, so that a long text takes no long key', () => {
    expect([...textOrder('щ'.repeat(500))]).toHaveLength(48);
  });

  it('sorts houses as numbers, and no address last', () => {
    const places = [
      ['Ленина', '10'],
      ['Ленина', '9'],
      ['', ''],
      ['ленина', '9а'],
      ['Абая', '100'],
    ] as const;
    const order = places.toSorted((a, b) =>
      bytes(addressOrder(a[0], a[1]), addressOrder(b[0], b[1])),
    );
    expect(order.map((place) => place.join(' ').trim())).toEqual([
      'Абая 100',
      'Ленина 9',
      'ленина 9а',
      'Ленина 10',
      '',
    ]);
  });
});
