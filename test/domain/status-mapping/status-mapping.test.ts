import { describe, expect, it } from 'vitest';
import {
  assign,
  copyChanges,
  EVERYWHERE,
  groupOf,
  inverseOf,
  mappingDifference,
  mappingOf,
  type MappingChange,
} from '../../../main/domain/status-mapping/status-mapping.ts';
import {
  addTallies,
  consequenceOf,
  groupTotals,
  movedTally,
  tallyOf,
  type Tally,
} from '../../../main/domain/status-mapping/status-totals.ts';
import { STATUS_GROUPS } from '../../../main/domain/status-mapping/status-group.ts';
import { KNOWN_STATUSES } from '../../../main/domain/status-mapping/status-vocabulary.ts';
import { chanceOf } from '../../support/chance.ts';
import {
  randomChanges,
  randomStatus,
  randomTotals,
  STATUSES,
  SYSTEMS,
} from '../../support/random-statuses.ts';

const closed = { organizationId: EVERYWHERE, system: 'iiko-cloud', status: 'Closed' };
const ofOne = { ...closed, organizationId: 1 };

const plain = ({ orders, sums }: Tally) => ({
  orders,
  sums: Object.fromEntries([...sums].filter(([, sum]) => sum !== 0)),
});

function randomMapping(chance: () => number) {
  let mapping = mappingOf([]);
  for (let step = 0; step < 30; step += 1) mapping = assign(mapping, randomChanges(chance));
  return mapping;
}

describe('the group of a status', () => {
  it('is unmapped while nobody placed it', () => {
    expect(groupOf(mappingOf([]), ofOne)).toBe('unmapped');
  });

  it('is the one for all, unless the organization has its own', () => {
    const common = assign(mappingOf([]), [{ ...closed, group: 'paid' }]);
    expect(groupOf(common, ofOne)).toBe('paid');
    const own = assign(common, [{ ...ofOne, group: 'unmapped' }]);
    expect(groupOf(own, ofOne)).toBe('unmapped');
    expect(groupOf(own, { ...closed, organizationId: 2 })).toBe('paid');
    expect(groupOf(assign(own, [{ ...ofOne, group: null }]), ofOne)).toBe('paid');
  });

  it('tells systems and codes apart to the letter', () => {
    const mapping = assign(mappingOf([]), [{ ...closed, group: 'paid' }]);
    expect(groupOf(mapping, { ...closed, status: 'CLOSED' })).toBe('unmapped');
    expect(groupOf(mapping, { ...closed, system: 'iiko-biz' })).toBe('unmapped');
  });
});

describe('changes', () => {
  it('leave the mapping they start from as it was', () => {
    const before = mappingOf([]);
    assign(before, [{ ...closed, group: 'paid' }]);
    expect(before.size).toBe(0);
  });

  it('are taken back exactly, and found again as the difference', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const chance = chanceOf(seed);
      const before = randomMapping(chance);
      const changes = randomChanges(chance);
      const after = assign(before, changes);
      expect(mappingDifference(assign(after, inverseOf(before, changes)), before)).toEqual([]);
      expect(mappingDifference(assign(before, mappingDifference(before, after)), after)).toEqual(
        [],
      );
    }
  });

  it('copy an organization so that both read alike', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const chance = chanceOf(seed);
      const before = randomMapping(chance);
      const after = assign(before, copyChanges(before, 1, 2));
      for (const system of SYSTEMS) {
        for (const status of STATUSES) {
          const at = (organizationId: number) => ({ organizationId, system, status });
          expect(groupOf(after, at(2))).toBe(groupOf(before, at(1)));
          expect(groupOf(after, at(3))).toBe(groupOf(before, at(3)));
        }
      }
    }
  });
});

describe('totals', () => {
  it('of the groups are together the whole, in every currency', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const chance = chanceOf(seed);
      const totals = randomTotals(chance);
      const groups = groupTotals(randomMapping(chance), totals);
      const orders = STATUS_GROUPS.reduce((sum, group) => sum + groups[group].orders, 0);
      expect(orders).toBe(totals.reduce((sum, total) => sum + total.orders, 0));
      for (const currency of ['RUB', 'KZT']) {
        const sum = STATUS_GROUPS.reduce((all, g) => all + (groups[g].sums.get(currency) ?? 0), 0);
        expect(sum).toBe(tallyOf(totals).sums.get(currency) ?? 0);
      }
    }
  });

  it('after a change are those before it and its consequence, to the kopeck', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const chance = chanceOf(seed);
      const totals = randomTotals(chance);
      const before = randomMapping(chance);
      const after = assign(before, randomChanges(chance));
      const told = consequenceOf(before, after, totals);
      for (const group of STATUS_GROUPS) {
        const shown = addTallies(groupTotals(before, totals)[group], told[group]);
        expect(plain(shown)).toEqual(plain(groupTotals(after, totals)[group]));
      }
    }
  });

  it('of what moves are exactly the orders that change their group', () => {
    const chance = chanceOf(7);
    const totals = randomTotals(chance);
    const status = randomStatus(chance);
    const change: MappingChange = { ...status, group: 'paid' };
    const before = assign(mappingOf([]), [{ ...status, group: 'cancelled' }]);
    const after = assign(before, [change]);
    const moved = totals.filter(
      (total) =>
        total.system === status.system &&
        total.status === status.status &&
        (status.organizationId === EVERYWHERE || total.organizationId === status.organizationId),
    );
    expect(plain(movedTally(before, after, totals))).toEqual(plain(tallyOf(moved)));
  });
});

describe('what is known of iiko', () => {
  it('names each status once and places none in «not placed»', () => {
    const names = KNOWN_STATUSES.map(({ system, status }) => `${system} ${status}`);
    expect(new Set(names).size).toBe(names.length);
    expect(KNOWN_STATUSES.every(({ group }) => group !== 'unmapped')).toBe(true);
  });
});
