import { describe, expect, it } from 'vitest';
import type { StatusBoard } from '../../../main/contract/status-mapping.ts';
import {
  STATUS_GROUPS,
  type StatusGroup,
} from '../../../main/domain/status-mapping/status-group.ts';
import {
  assign,
  EVERYWHERE,
  mappingOf,
  type MappingChange,
} from '../../../main/domain/status-mapping/status-mapping.ts';
import {
  addTallies,
  tallyOf,
  type Tally,
} from '../../../main/domain/status-mapping/status-totals.ts';
import { boardModel, previewMove } from '../../../renderer/features/status-mapping/board-model.ts';
import { laneBeside } from '../../../renderer/features/status-mapping/lane-keys.ts';
import { periodOf } from '../../../renderer/features/status-mapping/period-choice.ts';
import { chanceOf, pick } from '../../support/chance.ts';
import { randomChanges, randomTotals } from '../../support/random-statuses.ts';

const plain = ({ orders, sums }: Tally) => ({
  orders,
  sums: Object.fromEntries([...sums].filter(([, sum]) => sum !== 0)),
});

/** A board as the core gives it: random entries, totals and draft. */
function randomBoard(chance: () => number): StatusBoard {
  let mapping = mappingOf([]);
  for (let step = 0; step < 20; step += 1) mapping = assign(mapping, randomChanges(chance));
  const totals = randomTotals(chance);
  return {
    version: { id: 1, cause: 'default', sameAs: null, author: '', validFrom: 0 },
    entries: [...mapping.values()],
    draft: Array.from({ length: 3 }, (_, index) => ({
      id: index + 1,
      changes: randomChanges(chance),
      author: 'Анна',
      madeAt: 0,
      undone: index === 2,
    })),
    totals,
    seen: totals.map(({ system, status, orders }) => ({ system, status, orders })),
    systems: ['iiko-cloud'],
    organizations: [1, 2, 3].map((id) => ({ id, name: `Организация ${id}` })),
    money: true,
    mayEdit: true,
  };
}

const withStep = (board: StatusBoard, change: MappingChange): StatusBoard => ({
  ...board,
  draft: [
    ...board.draft.filter(({ undone }) => !undone),
    { id: 9, changes: [change], author: '', madeAt: 0, undone: false },
  ],
});

describe('the board', () => {
  it('shows while a card is carried exactly what it shows once it is dropped', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const chance = chanceOf(seed);
      const board = randomBoard(chance);
      const scope = Math.floor(chance() * 4);
      const model = boardModel(board, scope, pick(chance, [null, null, 'iiko-cloud']));
      const card = pick(
        chance,
        model.lanes.flatMap(({ cards }) => cards),
      );
      const group = pick(chance, STATUS_GROUPS);
      const preview = previewMove(model, card, group);
      const { system, status } = card;
      const change = { organizationId: scope, system, status, group };
      const only = model.totals.every((total) => total.system === 'iiko-cloud');
      const after = boardModel(withStep(board, change), scope, only ? 'iiko-cloud' : null);
      for (const lane of model.lanes) {
        const now = after.lanes.find((one) => one.group === lane.group)!;
        expect(plain(addTallies(lane.tally, preview[lane.group]))).toEqual(plain(now.tally));
      }
    }
  });

  it('has each status once, and the cards of a scope hold all orders but the exceptions', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const chance = chanceOf(seed);
      const board = randomBoard(chance);
      for (const scope of [EVERYWHERE, 2]) {
        const { lanes, totals } = boardModel(board, scope, null);
        const cards = lanes.flatMap((lane) => lane.cards);
        expect(new Set(cards.map(({ key }) => key)).size).toBe(cards.length);
        const shown = cards.reduce((sum, { tally }) => sum + tally.orders, 0);
        const whole = tallyOf(totals).orders;
        if (cards.every(({ exceptions }) => exceptions === 0)) expect(shown).toBe(whole);
        else expect(shown).toBeLessThanOrEqual(whole);
        const inLanes = lanes.reduce((sum, { tally }) => sum + tally.orders, 0);
        expect(inLanes).toBe(whole);
      }
    }
  });
});

describe('an arrow', () => {
  it('is one lane', () => {
    const walk = (keys: string[]) =>
      keys.reduce<StatusGroup>((group, key) => laneBeside(group, key) ?? group, STATUS_GROUPS[0]);
    const [right, left] = ['ArrowRight', 'ArrowLeft'];
    expect(walk([right])).toBe('ignored');
    expect(walk([right, right, right, right])).toBe('cancelled');
    expect(walk([right, right, right, right, right])).toBe('cancelled');
    expect(walk([right, left, left])).toBe('unmapped');
    expect(walk(['ArrowDown'])).toBe('ignored');
    expect(walk([right, right, 'ArrowUp'])).toBe('unmapped');
    expect(walk([right, 'ArrowDown'])).toBe('ignored');
  });
});

describe('periods', () => {
  it.each([
    ['week', '2026-11-16', '2026-11-22'],
    ['month', '2026-11-01', '2026-11-22'],
    ['last-month', '2026-10-01', '2026-10-31'],
    ['quarter', '2026-10-01', '2026-11-22'],
    ['year', '2026-01-01', '2026-11-22'],
  ] as const)('%s', (type, from, to) => {
    expect(periodOf({ type }, '2026-11-22')).toEqual({ from, to });
  });

  it('of the last month over a new year, and of all time', () => {
    const last = { from: '2025-12-01', to: '2025-12-31' };
    expect(periodOf({ type: 'last-month' }, '2026-01-03')).toEqual(last);
    expect(periodOf({ type: 'all' }, '2026-01-03')).toBeNull();
  });
});
