import { describe, expect, it } from 'vitest';
import type { StatusBoard, UnmappedStatuses } from '../../../main/contract/status-mapping.ts';
import { STATUS_GROUPS } from '../../../main/domain/status-mapping/status-group.ts';
import { mappingOf } from '../../../main/domain/status-mapping/status-mapping.ts';
import { groupTotals } from '../../../main/domain/status-mapping/status-totals.ts';
import { ask } from '../../support/application-with-orders.ts';
import { everywhere, mappedProgramOfTest, STATUSES } from '../../support/mapped-program.ts';

const { program, core, board } = mappedProgramOfTest();

describe('the board', () => {
  it('has every order in exactly one group, new statuses in «not placed»', async () => {
    const { entries, totals } = await board();
    const groups = groupTotals(mappingOf(entries), totals);
    expect(STATUS_GROUPS.map((group) => groups[group].orders)).toEqual([8, 0, 16, 8, 8]);
    expect(await core<UnmappedStatuses>('unmapped')).toEqual({ statuses: 1, orders: 8 });
  });

  it('counts the days asked for', async () => {
    const other = { from: '2026-11-21', to: '2026-11-21' };
    const { totals, seen } = await core<StatusBoard>('board', { period: other });
    expect([totals.length, seen.length]).toEqual([0, STATUSES.length]);
  });

  it('shows no money to who may not see revenue, and lets nobody change who may not', async () => {
    const operator = await ask<{ id: number }>(program().application, 'profiles.add', {
      name: 'Оператор',
      preset: 'operator',
      rights: [],
      pin: null,
    });
    await ask(program().application, 'profiles.switchTo', { profileId: operator.id, pin: null });
    const seen = await board();
    expect([seen.money, seen.mayEdit]).toEqual([false, false]);
    expect(seen.totals.every(({ sumMinor }) => sumMinor === 0)).toBe(true);
    const inputs = [
      ['assign', { changes: [everywhere('OnWay', 'paid')] }],
      ['assignNow', { changes: [everywhere('OnWay', 'paid')] }],
      ['undo', { step: null }],
      ['redo', { step: null }],
      ['discard', {}],
      ['apply', { version: 1, steps: [1] }],
      ['unapply', { version: 1 }],
      ['undoVersion', {}],
      ['restore', { version: 1 }],
      ['setMove', { system: 'iiko-cloud', from: 'OnWay', to: 'Closed', allowed: false }],
      ['setLimit', { system: 'iiko-cloud', status: 'OnWay', minutes: 5 }],
    ] as const;
    for (const [name, input] of inputs) {
      await expect(core(name, input)).rejects.toMatchObject({ code: 'profiles.right-missing' });
    }
  });
});
