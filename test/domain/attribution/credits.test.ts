import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  creditParts,
  decayWeight,
  MODELS,
  WHOLE_CREDIT,
} from '../../../main/domain/attribution/attribution-models.ts';
import { foldCode, isOneSlip, lookUp } from '../../../main/domain/attribution/attribution-table.ts';
import { readMarker, toSourcePath } from '../../../main/domain/attribution/attribution-source.ts';
import { moneyOfParts, shareOut } from '../../../main/domain/attribution/share-out.ts';
import { mayMerge, placeSources } from '../../../main/domain/attribution/source-tree.ts';
import { readTouchTime } from '../../../main/domain/attribution/touch-time.ts';

const RUNS = { numRuns: 300, seed: 20_261_121 };

test('shares sum to the whole and stand no further than one from the exact part', () => {
  const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.nat(100_000), weights, (whole, given) => {
      const positive = given.map((weight, place) => (place === 0 ? weight + 1 : weight));
      const total = positive.reduce((sum, weight) => sum + weight, 0);
      const shares = shareOut(whole, positive);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole);
      shares.forEach((share, place) => {
        expect(Math.abs(share - (whole * positive[place]!) / total)).toBeLessThan(1);
      });
    }),
    RUNS,
  );
  expect(() => shareOut(1, [0, 0])).toThrow(RangeError);
});

test('every model gives the whole order away, and its money, negative too', () => {
  const chain = fc.array(fc.record({ at: fc.nat(1e9), paid: fc.boolean() }), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(chain, fc.integer({ min: -1e9, max: 1e9 }), (links, money) => {
      const sorted = links.toSorted((one, other) => one.at - other.at);
      for (const model of MODELS) {
        if (model === 'standard' || model === 'customer-first') continue;
        const parts = creditParts(model, sorted);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(WHOLE_CREDIT);
        let from = 0;
        let given = 0;
        for (const part of parts) {
          given += moneyOfParts(money, from, part, WHOLE_CREDIT);
          from += part;
        }
        expect(given).toBe(money);
      }
    }),
    RUNS,
  );
});

test('a touch seven days older weighs half', () => {
  expect(decayWeight(7 * 86_400_000) * 2).toBe(decayWeight(0));
  expect(decayWeight(1e15)).toBe(1);
});

test('one slip is one letter more, less, other, or two swapped', () => {
  for (const near of ['ABC', 'ABCDE', 'ABXD', 'ABDC', 'BACD'])
    expect(isOneSlip('ABCD', near)).toBe(true);
  for (const far of ['ABCD', 'AB', 'ABXY', 'DCBA', 'ABCDEF'])
    expect(isOneSlip('ABCD', far)).toBe(false);
});

test('codes are compared as they sound', () => {
  expect(foldCode('лето—24 ')).toBe(foldCode('ЛЕТО 24'));
  expect(foldCode('СЕТ')).toBe('CET');
  const table = [
    { text: 'A', match: 'starts' as const, source: ['x'] },
    { text: 'AB', match: 'starts' as const, source: ['y'] },
  ];
  expect(lookUp(table, 'abc')).toEqual({ type: 'found', source: ['y'] });
});

test('markers have seven levels at most', () => {
  expect(readMarker('a_b_c_d_e_f_g_h')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g_h']);
  expect(readMarker('  ')).toEqual([':direct']);
  expect(toSourcePath(['a', '', 'b', ''])).toEqual(['a', '—', 'b']);
});

test('times are read in their zone, impossible ones not at all', () => {
  const at = Date.UTC(2026, 10, 20, 12, 30);
  for (const text of [
    '20.11.2026 17:30',
    '2026-11-20 17:30:00',
    '20/11/2026 17:30',
    '46346.729166666664',
  ]) {
    expect(readTouchTime(text, 'Asia/Yekaterinburg')).toBe(at);
  }
  for (const text of ['31.02.2026', '20.13.2026', '25:00', '2026-11-20T25:00', 'x', '12']) {
    expect(readTouchTime(text, 'Asia/Yekaterinburg')).toBeNull();
  }
});

test('merges never bite their own tail, and branches follow', () => {
  const nodes = [
    { id: 1, parentId: null, mergedInto: null },
    { id: 2, parentId: 1, mergedInto: null },
    { id: 3, parentId: null, mergedInto: 2 },
    { id: 4, parentId: 3, mergedInto: null },
  ];
  expect(mayMerge(nodes, 1, 2)).toBe(false);
  expect(mayMerge(nodes, 2, 3)).toBe(false);
  expect(mayMerge(nodes, 2, 4)).toBe(false);
  expect(mayMerge(nodes, 4, 2)).toBe(true);
  expect(placeSources(nodes).get(4)).toEqual({ shownId: 4, channelId: 1 });
  expect(placeSources(nodes).get(3)).toEqual({ shownId: 2, channelId: 1 });
});
