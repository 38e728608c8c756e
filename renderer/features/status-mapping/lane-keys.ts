import type { KeyboardCoordinateGetter } from '@dnd-kit/core';
import {
  STATUS_GROUPS,
  type StatusGroup,
} from '../../../main/domain/status-mapping/status-group.ts';

type Lane = Exclude<StatusGroup, 'unmapped'>;

const ROW = STATUS_GROUPS.filter((group): group is Lane => group !== 'unmapped');

/** The lane one arrow away: left and right along the row, up and down to and from «not placed»; null: none. */
export function laneBeside(group: StatusGroup, arrow: string): StatusGroup | null {
  const at = STATUS_GROUPS.indexOf(group);
  switch (arrow) {
    case 'ArrowRight':
      return STATUS_GROUPS[at + 1] ?? null;
    case 'ArrowLeft':
      return STATUS_GROUPS[at - 1] ?? null;
    case 'ArrowUp':
      return group === 'unmapped' ? null : 'unmapped';
    case 'ArrowDown':
      return group === 'unmapped' ? ROW[0]! : null;
    default:
      return null;
  }
}

const INSET = 8;

/** Where a card carried by keys is: `start` on the lane it is taken from, `lane` now. */
export type LaneKeys = Readonly<{
  start(group: StatusGroup | null): void;
  lane(): StatusGroup | null;
  coordinates: KeyboardCoordinateGetter;
}>;

/**
 * Moves what is held by keys straight onto the next lane, one arrow a lane. It counts lanes itself:
 * what the library says lies below lags behind quick fingers.
 */
export function createLaneKeys(): LaneKeys {
  let at: StatusGroup | null = null;
  return {
    start: (group) => {
      at = group;
    },
    lane: () => at,
    coordinates: (event, { context }) => {
      const to = at && laneBeside(at, event.code);
      const node = to && context.droppableContainers.get(to)?.node.current;
      if (!node || !context.collisionRect) return undefined;
      event.preventDefault();
      at = to;
      const { left, top } = node.getBoundingClientRect();
      return { x: left + INSET, y: top + INSET };
    },
  };
}
