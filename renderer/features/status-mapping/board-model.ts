import type { StatusBoard } from '../../../main/contract/status-mapping.ts';
import { draftedMapping } from '../../../main/domain/status-mapping/mapping-history.ts';
import {
  STATUS_GROUPS,
  type StatusGroup,
} from '../../../main/domain/status-mapping/status-group.ts';
import {
  assign,
  EVERYWHERE,
  groupOf,
  mappingOf,
  statusKey,
  type MappedStatus,
  type StatusMapping,
} from '../../../main/domain/status-mapping/status-mapping.ts';
import {
  consequenceOf,
  groupTotals,
  tallyOf,
  type GroupTotals,
  type StatusTotal,
  type Tally,
} from '../../../main/domain/status-mapping/status-totals.ts';
import {
  KNOWN_STATUSES,
  stageOfStatus,
} from '../../../main/domain/status-mapping/status-vocabulary.ts';
import { STAGES, type Stage } from '../../../main/domain/orders/stage.ts';

/** A status as the board shows it. */
export type BoardCard = MappedStatus &
  Readonly<{
    key: string;
    stage: Stage;
    group: StatusGroup;
    /** The group it is in now, when the draft moves it. */
    movedFrom: StatusGroup | null;
    /** The organization's own word, not the one for all. */
    own: boolean;
    /** Organizations that place it by themselves: the scope «for all» does not reach them. */
    exceptions: number;
    tally: Tally;
    /** Ever seen in an order. */
    seen: boolean;
  }>;

/** A group with its cards, and orders and money that they come to. */
export type BoardLane = Readonly<{ group: StatusGroup; cards: readonly BoardCard[]; tally: Tally }>;

/** Everything the board shows of one scope, and what a drag needs to be told its consequence. */
export type BoardModel = Readonly<{
  inForce: StatusMapping;
  drafted: StatusMapping;
  totals: readonly StatusTotal[];
  lanes: readonly BoardLane[];
}>;

type Named = Readonly<{ system: string; status: string }>;

const nameKey = ({ system, status }: Named): string => JSON.stringify([system, status]);

/** Statuses of connected systems, those ever seen, and those placed by hand; each once. */
export function statusesOf(board: StatusBoard): readonly Named[] {
  const connected = KNOWN_STATUSES.filter(({ system }) => board.systems.includes(system));
  const systems = new Set([...board.systems, ...board.seen.map(({ system }) => system)]);
  const placed = board.entries.filter(({ system }) => systems.has(system));
  const all = new Map([...connected, ...board.seen, ...placed].map((one) => [nameKey(one), one]));
  return [...all.values()]
    .map(({ system, status }) => ({ system, status }))
    .toSorted(
      (left, right) =>
        Number(board.systems.includes(right.system)) -
          Number(board.systems.includes(left.system)) ||
        left.system.localeCompare(right.system) ||
        STAGES.indexOf(stageOfStatus(left.system, left.status)) -
          STAGES.indexOf(stageOfStatus(right.system, right.status)) ||
        left.status.localeCompare(right.status),
    );
}

/** The board of one scope (0: for all organizations), of one system or (null) all of them. */
export function boardModel(
  board: StatusBoard,
  scope: number,
  onlySystem: string | null,
): BoardModel {
  const inForce = mappingOf(board.entries);
  const drafted = draftedMapping(inForce, board.draft);
  const totals = board.totals.filter(
    ({ organizationId, system }) =>
      (scope === EVERYWHERE || organizationId === scope) &&
      (onlySystem === null || system === onlySystem),
  );
  const cards = statusesOf(board)
    .filter(({ system }) => onlySystem === null || system === onlySystem)
    .map((named) =>
      cardOf({ ...named, organizationId: scope }, { board, inForce, drafted, totals }),
    );
  const tallies = groupTotals(drafted, totals);
  const lanes = STATUS_GROUPS.map((group) => ({
    group,
    // Those that orders are in stand on top, the rest below.
    cards: cards
      .filter((card) => card.group === group)
      .toSorted((left, right) => Number(right.seen) - Number(left.seen)),
    tally: tallies[group],
  }));
  return { inForce, drafted, totals, lanes };
}

type Sources = Pick<BoardModel, 'inForce' | 'drafted' | 'totals'> &
  Readonly<{ board: StatusBoard }>;

function cardOf(place: MappedStatus, { board, inForce, drafted, totals }: Sources): BoardCard {
  const { organizationId: scope, system, status } = place;
  const same = (one: Named): boolean => one.system === system && one.status === status;
  const mine = totals.filter(same);
  const aside = [...drafted.values()].filter(
    (entry) => scope === EVERYWHERE && entry.organizationId !== EVERYWHERE && same(entry),
  );
  const apart = new Set(aside.map(({ organizationId }) => organizationId));
  const group = groupOf(drafted, place);
  const before = groupOf(inForce, place);
  return {
    ...place,
    key: statusKey(place),
    stage: stageOfStatus(system, status),
    group,
    movedFrom: before === group ? null : before,
    own: scope !== EVERYWHERE && drafted.has(statusKey(place)),
    exceptions: apart.size,
    tally: tallyOf(mine.filter(({ organizationId }) => !apart.has(organizationId))),
    seen: board.seen.some(same),
  };
}

/** What moving the card there does to every lane; nothing is asked of the core. */
export function previewMove(model: BoardModel, card: BoardCard, group: StatusGroup): GroupTotals {
  const { organizationId, system, status } = card;
  const after = assign(model.drafted, [{ organizationId, system, status, group }]);
  return consequenceOf(model.drafted, after, model.totals);
}
