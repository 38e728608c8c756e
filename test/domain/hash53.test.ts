import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hash53 } from '../../main/domain/hash53.ts';

/** Any UTF-16, halves of pairs included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map((codes) => String.fromCharCode(...codes));

it('is a whole number that a double keeps, the same every time', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const hash = hash53(text);
      expect(Number.isSafeInteger(hash) && hash >= 0).toBe(true);
      expect(hash53(`${text}`)).toBe(hash);
    }),
    { seed: 20_261_121, numRuns: 1000 },
  );
});

it('tells a hundred thousand texts apart, near and far', () => {
  const near = Array.from({ length: 50_000 }, (_, index) => `заказ ${index}`);
  const far = near.map((text) => createHash('sha256').update(text).digest('hex'));
  expect(new Set([...near, ...far].map(hash53)).size).toBe(100_000);
});

it('notices a swap, a repeat and a case', () => {
  const texts = ['ab', 'ba', 'aab', 'abab', 'AB', 'ab ', '', '\0', '\0\0'];
  expect(new Set(texts.map(hash53)).size).toBe(texts.length);
});
