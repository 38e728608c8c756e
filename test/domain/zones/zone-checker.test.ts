import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkZones } from '../../../main/domain/zones/check-zones.ts';
import type { DeliveryZone } from '../../../main/domain/zones/delivery-zone.ts';
import { createZoneChecker } from '../../../main/domain/zones/zone-checker.ts';
import { testCount } from '../../support/test-count.ts';
import { box, ringOf, zoneOf } from './drawn-zones.ts';

const step = fc.integer({ min: 0, max: 12 });
const drawnRing = fc.oneof(
  fc.tuple(step, step, fc.integer({ min: 1, max: 6 })).map((sizes) => box(...sizes)),
  fc
    .array(fc.tuple(step, step), { minLength: 1, maxLength: 6 })
    .map((corners) => ringOf(...corners)),
);
const drawnZone = fc
  .tuple(fc.constantFrom('А', 'Б', 'В', 'Г', 'Д'), drawnRing)
  .map(([name, ring]): DeliveryZone => zoneOf(name, ring));
const edit = fc.oneof(
  { weight: 4, arbitrary: drawnZone.map((zone) => ({ zone, gone: false })) },
  { weight: 1, arbitrary: drawnZone.map((zone) => ({ zone, gone: true })) },
);

test('what is kept up to date edit by edit is what a whole check finds', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const zones: DeliveryZone[] = [];
      const checker = createZoneChecker(zones);
      for (const { zone, gone } of edits) {
        const place = zones.findIndex(({ id }) => id === zone.id);
        if (gone && place >= 0) zones.splice(place, 1);
        else if (!gone) zones[place < 0 ? zones.length : place] = zone;
        const findings = gone ? checker.remove(zone.id) : checker.replace(zone);
        expect(withoutGaps(findings)).toEqual(withoutGaps(checkZones(zones)));
      }
    }),
    { numRuns: testCount(100, 5_000), seed: 20_261_122 },
  );
});

/** Whether a third zone covers a gap is looked at when one of the two neighbours changes. */
const withoutGaps = (findings: ReturnType<typeof checkZones>): unknown[] =>
  findings.filter(({ kind }) => kind !== 'gap');

test('a dragged corner makes an overlap and takes it back', () => {
  const [one, two] = [zoneOf('А', box(0, 0, 10)), zoneOf('Б', box(10, 0, 10))];
  const checker = createZoneChecker([one, two]);
  expect(checker.findings()).toEqual([]);
  const dragged = zoneOf('Б', ringOf([7, 0], [20, 0], [20, 10], [10, 10]));
  expect(checker.replace(dragged)).toMatchObject([{ kind: 'overlap' }]);
  expect(checker.replace(two)).toEqual([]);
});
