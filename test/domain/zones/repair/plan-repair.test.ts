import { describe, expect, test } from 'vitest';
import { checkZones } from '../../../../main/domain/zones/check-zones.ts';
import type { DeliveryZone } from '../../../../main/domain/zones/delivery-zone.ts';
import { planRepair } from '../../../../main/domain/zones/repair/plan-repair.ts';
import type { ZoneRepair } from '../../../../main/domain/zones/repair/zone-repair.ts';
import { areaOfZone } from '../../../../main/domain/zones/zone-area.ts';
import { at, box, ringOf, zoneOf } from '../drawn-zones.ts';

const kinds = (zones: readonly DeliveryZone[]): string[] =>
  checkZones(zones).map(({ kind }) => kind);
const hectares = (zone: DeliveryZone | undefined): number => (zone ? areaOfZone(zone) / 10_000 : 0);
const corners = (zone: DeliveryZone | undefined): string[] =>
  zone?.parts.flatMap(({ outline }) => outline.map(String)) ?? [];
const after = (zones: readonly DeliveryZone[], repair: ZoneRepair): readonly DeliveryZone[] =>
  planRepair(zones, repair).zones;

const one = zoneOf('А', box(0, 0, 10));
const two = zoneOf('Б', box(6, 0, 10));
const common = hectares(zoneOf('В', box(6, 0, 4, 10)));

describe('common ground', () => {
  test('goes to the first zone, or to the one that comes first by order', () => {
    const [kept, cut] = after([one, two], { kind: 'cut' });
    expect(hectares(kept)).toBeCloseTo(hectares(one), 3);
    expect(hectares(cut)).toBeCloseTo(hectares(two) - common, 3);
    expect(corners(cut)).toContain(String(at(10, 0)));
    const [less, whole] = after([one, two], { kind: 'cut', order: ['б'] });
    expect(hectares(less)).toBeCloseTo(hectares(one) - common, 3);
    expect(whole!.parts[0]!.outline).toHaveLength(4);
  });

  test('is shared out along the middle', () => {
    const zones = after([one, two], { kind: 'split-middle' });
    expect(zones.map(hectares)).toEqual([
      expect.closeTo(hectares(one) - common / 2, 2),
      expect.closeTo(hectares(two) - common / 2, 2),
    ]);
    expect(corners(zones[0])).toContain(String(at(8, 0)));
    expect(corners(zones[1])).toContain(String(at(8, 0)));
  });

  test('of nested zones goes to the inner one, whatever the order', () => {
    const inner = zoneOf('Центр', box(2, 2, 3));
    for (const kind of ['cut', 'split-middle'] as const) {
      const [outer, kept] = after([one, inner], { kind, order: ['а'] });
      expect(kept!.parts[0]!.outline).toHaveLength(4);
      expect(outer!.parts[0]!.holes).toHaveLength(1);
    }
  });

  test('of the same area twice leaves one zone', () => {
    const plan = planRepair([one, { ...one, id: 'again' }], { kind: 'cut' });
    expect(plan.zones.map(({ id }) => id)).toEqual(['а']);
    expect(plan.changes).toMatchObject([{ before: { id: 'again' }, after: null }]);
    expect(plan.movedM2).toBeCloseTo(areaOfZone(one), 0);
  });

  test('as a sliver is snapped to one border; more than a sliver is not', () => {
    const sliver = zoneOf('Б', box(9.9, 0, 10));
    const plan = planRepair([one, sliver], { kind: 'snap' });
    expect(plan.changes.map((change) => change.after?.name)).toEqual(['Б']);
    expect(corners(plan.zones[1])).toContain(String(at(10, 0)));
    expect(planRepair([one, two], { kind: 'snap' }).changes).toEqual([]);
  });

  test('of zones out of scope stays', () => {
    expect(kinds(after([one, two], { kind: 'cut', only: ['а'] }))).toEqual(['overlap']);
  });
});

describe('one zone', () => {
  test('that crosses itself becomes two parts, and these two zones', () => {
    const bow = zoneOf('А', ringOf([0, 0], [4, 4], [4, 0], [0, 4]));
    const healed = after([bow], { kind: 'heal' });
    expect(kinds(healed)).toEqual(['multi-part']);
    const split = after(healed, { kind: 'split-parts' });
    expect(split.map(({ id, name }) => [id, name])).toEqual([
      ['а', 'А'],
      ['а-2', 'А 2'],
    ]);
    expect(kinds(split)).toEqual([]);
  });

  test('loses its spike and nothing else', () => {
    const spiked = zoneOf('А', ringOf([0, 0], [5, 0], [9, 0], [5, 0.001], [5, 5], [0, 5]));
    const [healed] = after([spiked], { kind: 'heal' });
    expect(hectares(healed)).toBeCloseTo(hectares(zoneOf('А', box(0, 0, 5))), 2);
    expect(kinds([healed!])).toEqual([]);
  });

  test('with holes becomes one flat ring around nearly the same ground', () => {
    const donut = zoneOf('А', box(0, 0, 10), box(2, 2, 2), box(4, 3, 2), box(0, 8, 1));
    const plan = planRepair([donut], { kind: 'flatten-holes' });
    expect(kinds(plan.zones)).toEqual([]);
    expect(plan.movedM2).toBeLessThan(30);
  });

  test('is simplified within the tolerance, and its neighbour with it', () => {
    const wavy = Array.from(
      { length: 21 },
      (_, step) => [10 + (step % 2) * 0.01, step / 2] as const,
    );
    const west = zoneOf('А', ringOf([0, 0], ...wavy, [0, 10]));
    const east = zoneOf('Б', ringOf([20, 0], [20, 10], ...wavy.toReversed()));
    const zones = after([west, east], { kind: 'simplify', toleranceM: 2 });
    expect(zones.map((zone) => zone.parts[0]!.outline.length)).toEqual([4, 4]);
    expect(kinds(zones)).toEqual([]);
    expect(after([west, east], { kind: 'simplify', toleranceM: 0.1 })[0]).toBe(west);
    expect(after([west, east], { kind: 'simplify', toleranceM: 2, only: ['а'] })[1]).toBe(east);
  });

  test('gets its numbers changed round, a number behind its name, or goes', () => {
    const [swapped] = after([one], { kind: 'swap-coordinates' });
    expect(swapped!.parts[0]!.outline[0]).toEqual(at(0, 0).toReversed());
    const same = [one, { ...two, name: ' а' }, { ...two, id: 'c', name: '' }];
    const named = after(same, { kind: 'tell-apart', unnamed: 'Зона' });
    expect(named.map(({ name }) => name)).toEqual(['А', 'а 2', 'Зона']);
    const line = zoneOf('Б', ringOf([0, 0], [5, 5], [2, 2]));
    expect(after([one, line], { kind: 'drop-empty' })).toEqual([one]);
  });
});

describe('a gap', () => {
  const apart = zoneOf('Б', box(10.1, 2, 6));

  test('is closed for the neighbour with the longer border', () => {
    const plan = planRepair([one, apart], { kind: 'close-gaps' });
    expect(kinds(plan.zones)).toEqual([]);
    expect(plan.movedM2 / areaOfZone(zoneOf('В', box(10, 2, 0.1, 6)))).toBeCloseTo(1, 1);
    expect(
      corners(plan.zones[0]).filter((corner) => corners(plan.zones[1]).includes(corner)),
    ).toHaveLength(2);
  });

  test('wider than asked stays', () => {
    expect(planRepair([one, apart], { kind: 'close-gaps', widthM: 5 }).changes).toEqual([]);
  });
});
