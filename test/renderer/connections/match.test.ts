import { expect, test } from 'vitest';
import { matches } from '../../../renderer/features/connections/match.ts';

test.each([
  ['iiko', true],
  ['IIKO cl', true],
  ['шшлщ', true],
  ['айко', true],
  ['fqrj', true],
  ['roistat', false],
  ['', true],
])('«%s» finds iiko Cloud: %s', (search, found) => {
  expect(matches(search, ['iiko Cloud', 'айко iikotransport'])).toBe(found);
});
