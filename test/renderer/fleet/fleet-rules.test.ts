import { describe, expect, test } from 'vitest';
import type { FleetComparison, RollOut } from '../../../main/contract/fleet.ts';
import {
  fleetDifference,
  type FleetCell,
  type FleetRow,
} from '../../../main/domain/fleet/fleet-difference.ts';
import { createFleetSlice, withRollOut } from '../../../renderer/features/fleet/fleet-slice.ts';
import { firstDraft, targetsOf } from '../../../renderer/features/fleet/roll-out-draft.ts';
import {
  advisedValue,
  shownMembers,
  shownRows,
  variantsOf,
} from '../../../renderer/features/fleet/row-variants.ts';
import { createFakeCore } from '../../support/fake-client.ts';

const given = ['30000', '30000', '30000', '10000', '10000', null];

/** Six tills; the last has no such file. */
const [row] = fleetDifference(
  given.map((value, index) => ({
    id: `t${index}`,
    name: `Касса ${index}`,
    files:
      value === null
        ? []
        : [
            {
              fileId: index + 1,
              kind: 'plugin',
              values: [{ element: 'timeout', values: [value], recommended: '30000' }],
            },
          ],
  })),
  [{ kind: 'plugin', element: 'timeout', type: 'int', own: false }],
) as [FleetRow];

const comparison: FleetComparison = {
  members: row.cells.map(({ terminalId }) => ({
    id: terminalId,
    name: terminalId,
    owner: '',
    editable: terminalId !== 't4',
  })),
  rows: [row],
};

const rollOut = (over: Partial<RollOut> = {}): RollOut => ({
  id: 1,
  at: 0,
  author: 'Марина',
  why: '',
  element: 'timeout',
  value: '30000',
  state: 'open',
  running: true,
  targets: [],
  ...over,
});

describe('a setting of the fleet', () => {
  test('names who differs, those alike together', () => {
    expect(variantsOf(row).map(({ marks, terminalIds }) => [marks, terminalIds])).toEqual([
      [
        ['differs', 'not-advised'],
        ['t3', 't4'],
      ],
      [['absent'], ['t5']],
    ]);
    expect(advisedValue(row)).toBe('30000');
  });

  test('offers the advised value for those that differ and have the file', () => {
    const draft = firstDraft(row, new Set());
    expect(draft).toMatchObject({ value: '30000', terminalIds: ['t3', 't4'] });
    // An archive can not be written.
    expect(targetsOf(draft, comparison)).toEqual([{ terminalId: 't3', fileId: 4, name: 't3' }]);
  });

  test('leaves out a file that can not be read and one that has the value', () => {
    const [till, other, third] = row.cells as [FleetCell, FleetCell, FleetCell];
    const damaged: FleetCell = { ...till, values: [], marks: ['unreadable'] };
    const right: FleetCell = { ...other, marks: ['differs'] };
    const cells = [damaged, right, { ...third, values: ['10000'] }];
    expect(firstDraft({ ...row, cells }, new Set()).terminalIds).toEqual(['t2']);
    const all = { row: { ...row, cells }, value: '1', terminalIds: ['t0', 't1'] };
    expect(targetsOf(all, comparison).map(({ terminalId }) => terminalId)).toEqual(['t1']);
  });

  test('takes the chosen terminals where some are chosen', () => {
    expect(firstDraft(row, new Set(['t0', 't5'])).terminalIds).toEqual(['t0']);
  });

  test('is found by its name, and left out when nothing differs', () => {
    const alike = { ...row, element: 'delay', differing: 0 };
    const nameOf = ({ element }: FleetRow): string => (element === 'delay' ? 'Пауза' : 'Ожидание');
    expect(shownRows([row, alike], true, '', nameOf)).toEqual([row]);
    expect(shownRows([row, alike], false, 'ПАУ', nameOf)).toEqual([alike]);
    const members = (only: boolean): string[] =>
      shownMembers(comparison.members, [row], only).map(({ id }) => id);
    expect(members(true)).toEqual(['t3', 't4', 't5']);
    expect(members(false)).toHaveLength(6);
  });
});

describe('the fleet’s slice', () => {
  test('shows how a roll-out moves, and compares again when it pauses', async () => {
    let compared = 0;
    const core = createFakeCore({
      fleet: {
        compare: () => {
          compared += 1;
          return comparison;
        },
        rollOuts: () => [rollOut({ state: 'finished', running: false })],
      },
    });
    const slice = createFleetSlice(core.client);
    const stop = slice.follow();
    await slice.read();
    core.announce('fleet.progressed', rollOut({ id: 2 }));
    const state = slice.getState();
    expect(state.type === 'shown' && state.rollOuts.map(({ id }) => id)).toEqual([2, 1]);
    await expect.poll(() => compared).toBe(2);
    stop();
  });

  test('replaces a roll-out by its newest state', () => {
    const all = [rollOut({ id: 2 }), rollOut()];
    expect(withRollOut(all, rollOut({ state: 'undone' })).map(({ state }) => state)).toEqual([
      'open',
      'undone',
    ]);
  });
});
