import { describe, expect, it } from 'vitest';
import type { StatusBoard } from '../../../main/contract/status-mapping.ts';
import {
  draftedMapping,
  type DraftStep,
  type MappingVersion,
} from '../../../main/domain/status-mapping/mapping-history.ts';
import { STATUS_GROUPS } from '../../../main/domain/status-mapping/status-group.ts';
import { assign, mappingOf } from '../../../main/domain/status-mapping/status-mapping.ts';
import { consequenceOf, groupTotals } from '../../../main/domain/status-mapping/status-totals.ts';
import { chanceOf, pick } from '../../support/chance.ts';
import { everywhere, mappedProgramOfTest, STATUSES } from '../../support/mapped-program.ts';

const { core, board } = mappedProgramOfTest();

const shown = ({ version, draft }: StatusBoard) => ({
  version: version.id,
  steps: draft.filter(({ undone }) => !undone).map(({ id }) => id),
});

describe('the draft', () => {
  it('is undone and redone step by step, together and from the toast', async () => {
    const names = (steps: readonly DraftStep[]) =>
      steps.map(({ changes, undone }) => `${changes[0]?.status}${undone ? '−' : ''}`);
    await core('assign', { changes: [everywhere('OnWay', 'paid')] });
    await core('assign', { changes: [everywhere('Closed', 'ignored')] });
    expect(names(await core('undo', { step: null }))).toEqual(['OnWay', 'Closed−']);
    expect(names(await core('redo', { step: null }))).toEqual(['OnWay', 'Closed']);
    expect(names(await core('discard'))).toEqual(['OnWay−', 'Closed−']);
    expect(names(await core('undo', { step: null }))).toEqual(['OnWay−', 'Closed−']);
    const [, second] = await core<DraftStep[]>('redo', { step: null });
    expect(names(await core('redo', { step: second?.id ?? 0 }))).toEqual(['OnWay', 'Closed']);
    await core('undo', { step: null });
    const steps = await core<DraftStep[]>('assign', {
      changes: [everywhere('Cancelled', 'ignored')],
    });
    expect(names(steps)).toEqual(['OnWay', 'Cancelled']);
    expect((await board()).version.id).toBe(1);
  });

  it('refuses an organization that is not there', async () => {
    const change = { ...everywhere('OnWay', 'paid'), organizationId: 99 };
    await expect(core('assign', { changes: [change] })).rejects.toMatchObject({
      code: 'status-mapping.organization-absent',
    });
  });

  it('is committed exactly as it was shown, for any moves', async () => {
    const chance = chanceOf(41);
    for (let round = 0; round < 12; round += 1) {
      for (let move = 0; move < 3; move += 1) {
        const group = pick(chance, STATUS_GROUPS);
        const organizationId = pick(chance, [0, 0, 1]);
        const change = { ...everywhere(pick(chance, STATUSES), group), organizationId };
        const seen = await board();
        const before = draftedMapping(mappingOf(seen.entries), seen.draft);
        const preview = consequenceOf(before, assign(before, [change]), seen.totals);
        await core('assign', { changes: [change] });
        const now = await board();
        const after = draftedMapping(mappingOf(now.entries), now.draft);
        expect(consequenceOf(before, after, now.totals)).toEqual(preview);
      }
      const seen = await board();
      const drafted = groupTotals(draftedMapping(mappingOf(seen.entries), seen.draft), seen.totals);
      const applied = await core('apply', shown(seen)).catch(
        (error: { code: string }) => error.code,
      );
      if (applied === 'status-mapping.nothing-to-apply') await core('discard');
      const { entries, totals, draft } = await board();
      expect(groupTotals(mappingOf(entries), totals)).toEqual(drafted);
      expect(draft.filter(({ undone }) => !undone)).toEqual([]);
    }
  });

  it('is not applied when it is no longer what was shown', async () => {
    await core('assign', { changes: [everywhere('OnWay', 'paid')] });
    const seen = shown(await board());
    await core('assign', { changes: [everywhere('Closed', 'ignored')] });
    const passed = { code: 'status-mapping.changed-meanwhile' };
    await expect(core('apply', seen)).rejects.toMatchObject(passed);
    await core('undo', { step: null });
    await core('assignNow', { changes: [everywhere('Cancelled', 'ignored')] });
    await expect(core('apply', seen)).rejects.toMatchObject(passed);
    await core('apply', { ...seen, version: 2 });
  });

  it('opens again when its version is taken back, and only the newest can be', async () => {
    await core('assign', { changes: [everywhere('OnWay', 'paid')] });
    const start = await board();
    const applied = await core<MappingVersion>('apply', shown(start));
    await core('unapply', { version: applied.id });
    const now = await board();
    expect(now.entries).toEqual(start.entries);
    expect(now.draft).toEqual(start.draft);
    await expect(core('unapply', { version: applied.id })).rejects.toMatchObject({
      kind: 'conflict',
    });
  });
});
