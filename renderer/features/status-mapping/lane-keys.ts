import type { KeyboardCoordinateGetter } from '@dnd-kit/core';
import {
  STATUS_GROUPS,
  statusGroupOf,
  type StatusGroup,
} from '../../../main/domain/status-group.ts';

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

/** Moves what is held by keys straight onto the next lane, one arrow a lane. */
export const laneCoordinates: KeyboardCoordinateGetter = (event, { context }) => {
  const from = statusGroupOf(String(context.over?.id ?? ''));
  const to = from && laneBeside(from, event.code);
  const rect = to ? context.droppableRects.get(to) : undefined;
  if (!rect) return undefined;
  event.preventDefault();
  return { x: rect.left + INSET, y: rect.top + INSET };
};
