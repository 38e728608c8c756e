import { expect, test } from 'vitest';
import type { StatusBoard } from '../../../main/contract/status-mapping.ts';
import { Failure } from '../../../main/domain/failure.ts';
import type { DraftStep } from '../../../main/domain/status-mapping/mapping-history.ts';
import type { MappingChange } from '../../../main/domain/status-mapping/status-mapping.ts';
import { createStatusMappingSlice } from '../../../renderer/features/status-mapping/status-mapping-slice.ts';
import { createFakeCore } from '../../support/fake-client.ts';

const CHANGE: MappingChange = {
  organizationId: 0,
  system: 'iiko-cloud',
  status: 'OnWay',
  group: 'paid',
};

const BOARD: StatusBoard = {
  version: { id: 4, cause: 'draft', sameAs: null, author: 'Анна', validFrom: 0 },
  entries: [],
  draft: [],
  totals: [],
  seen: [],
  systems: ['iiko-cloud'],
  organizations: [],
  money: true,
  mayEdit: true,
};

/** A core with a draft; `refuse` makes the next move fail. */
function coreWithDraft() {
  const state = {
    draft: [] as DraftStep[],
    refuse: false,
    release: [] as (() => void)[],
    slow: false,
  };
  const core = createFakeCore({
    statusMapping: {
      board: () => ({ ...BOARD, draft: state.draft }),
      async assign({ changes }) {
        const id = state.draft.length + 1;
        if (state.slow) await new Promise<void>((resolve) => state.release.push(resolve));
        if (state.refuse) throw new Failure('refused', 'profiles.right-missing');
        state.draft = [...state.draft, { id, changes, author: 'Анна', madeAt: 1, undone: false }];
        return state.draft;
      },
      apply: ({ version }) => {
        state.draft = [];
        return { ...BOARD.version, id: version + 1 };
      },
    },
  });
  return { state, core, slice: createStatusMappingSlice(core.client) };
}

const shown = (slice: ReturnType<typeof coreWithDraft>['slice']): StatusBoard => {
  const state = slice.getState();
  if (state.type !== 'shown') throw new Error('nothing is shown');
  return state.board;
};

test('a move is shown before the core answers, and stays', async () => {
  const { slice, state } = coreWithDraft();
  await slice.read(null);
  state.slow = true;
  const moved = slice.assign([CHANGE]);
  expect(shown(slice).draft.map(({ changes }) => changes)).toEqual([[CHANGE]]);
  await expect.poll(() => state.release.length).toBe(1);
  state.release[0]!();
  expect(await moved).toBe(1);
  expect(shown(slice).draft.map(({ id }) => id)).toEqual([1]);
});

test('a move that is refused is put back as it was', async () => {
  const { slice, state } = coreWithDraft();
  await slice.read(null);
  state.refuse = true;
  await expect(slice.assign([CHANGE])).rejects.toMatchObject({ code: 'profiles.right-missing' });
  expect(shown(slice).draft).toEqual([]);
});

test('two quick moves are both shown all the time', async () => {
  const { slice, state } = coreWithDraft();
  await slice.read(null);
  state.slow = true;
  const both = [slice.assign([CHANGE]), slice.assign([{ ...CHANGE, status: 'Closed' }])];
  await expect.poll(() => state.release.length).toBe(2);
  state.release[0]!();
  await both[0];
  expect(shown(slice).draft).toHaveLength(2);
  state.release[1]!();
  await Promise.all(both);
  expect(shown(slice).draft.map(({ changes }) => changes[0]?.status)).toEqual(['OnWay', 'Closed']);
});

test('figures stand still while a card is held, and are read again afterwards', async () => {
  const { slice, core } = coreWithDraft();
  await slice.read(null);
  const stop = slice.follow();
  const reads = (): number => core.asked.filter(({ topic }) => topic.endsWith('.board')).length;
  slice.hold(true);
  core.announce('statusMapping.changed', { version: 5 });
  await Promise.resolve();
  expect(reads()).toBe(1);
  slice.hold(false);
  expect(reads()).toBe(2);
  stop();
});

test('what is applied is named by what was shown', async () => {
  const { slice, core } = coreWithDraft();
  await slice.read(null);
  await slice.assign([CHANGE]);
  expect((await slice.apply()).id).toBe(5);
  const asked = core.asked.find(({ topic }) => topic === 'statusMapping.apply');
  expect(asked?.input).toEqual({ version: 4, steps: [1] });
});
